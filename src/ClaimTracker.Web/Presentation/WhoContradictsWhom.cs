using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>Who contradicts whom in the whole collection. The questions come with all their claims, so they are read once for each version of the data.</summary>
public sealed class WhoContradictsWhom(SideRegister sides)
{
    /// <summary>It is looked for in the questions that are contested most widely.</summary>
    private const int MostDisputes = 100;

    private volatile Known? _known;

    public async Task<ContradictionMatrix> AsOfNowAsync(IClaimQueries queries, CancellationToken stop)
    {
        // Asked for first: what changes while the questions are read has a later version.
        var version = await queries.DataVersionAsync(stop);
        if (_known is { } known && known.Version == version)
            return known.Matrix;
        var matrix = ContradictionMatrix.Of((await queries.DisputesAsync(new DisputeFilter(), 0, MostDisputes, stop)).Items, sides);
        _known = new(version, matrix);
        return matrix;
    }

    private sealed record Known(string Version, ContradictionMatrix Matrix);
}
