namespace ClaimTracker.Web.Addresses;

/// <summary>A parameter of an address that could not be used. On pages it is a notice, in the API a 400.</summary>
/// <param name="Parameter">Its name in the address.</param>
/// <param name="Sentence">What was expected and what was found.</param>
public sealed record ParameterProblem(string Parameter, string Sentence)
{
    private const int LongestEcho = 60;

    /// <summary>The value as it may be shown: long ones are cut, control characters are left out.</summary>
    public static string Echo(string value)
    {
        var visible = string.Concat(value.Where(c => !char.IsControl(c)));
        return visible.Length <= LongestEcho ? visible : string.Concat(visible.AsSpan(0, LongestEcho), "…");
    }
}
