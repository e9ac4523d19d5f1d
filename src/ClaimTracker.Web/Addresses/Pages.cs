namespace ClaimTracker.Web.Addresses;

/// <summary>Pages by number, for lists that are looked over rather than read to their end.</summary>
public static class Pages
{
    private const int Last = 100_000;

    /// <summary>The page that is asked for, from 1; the first where that can't be read.</summary>
    public static (int Page, IReadOnlyList<ParameterProblem> Problems) Read(IQueryCollection query)
    {
        var reader = new QueryReader(query);
        return (reader.Number(Parameters.Page, 1, Last, 1), reader.Problems);
    }

    /// <summary>How many entries come before a page.</summary>
    public static int Skipped(int page, int pageSize) => (page - 1) * pageSize;
}
