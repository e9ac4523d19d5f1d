namespace ClaimTracker.Web.Http;

/// <summary>Marks an endpoint whose answer other sites may show in a frame. In it nothing runs and nothing is sent.</summary>
internal sealed class MayBeFramed
{
    public static readonly MayBeFramed Instance = new();

    private MayBeFramed()
    {
    }
}
