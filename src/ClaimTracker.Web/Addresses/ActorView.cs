using System.Globalization;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Addresses;

/// <summary>Everything that the address of the list of actors says.</summary>
public sealed record ActorView
{
    public const int PageSize = 90;

    public ActorFilter Filter { get; init; } = new();

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether it is one list: of one side, or of a name. Else each side has a column of its own.</summary>
    public bool IsOneList => Filter.Sides.Count > 0 || Filter.Name is not null;

    public static (ActorView View, IReadOnlyList<ParameterProblem> Problems) Read(IQueryCollection query)
    {
        var reader = new QueryReader(query);
        var (page, noPage) = Pages.Read(query);
        return (new()
        {
            Filter = new() { All = reader.Switch(Parameters.All) ?? false, Sides = reader.Ids(Parameters.Side), Name = reader.Search(Parameters.Search) },
            Page = page,
        }, [.. reader.Problems, .. noPage]);
    }

    public IEnumerable<KeyValuePair<string, string>> Write()
    {
        if (Filter.Name is { } name)
            yield return KeyValuePair.Create(Parameters.Search, name);
        foreach (var side in Filter.Sides)
            yield return KeyValuePair.Create(Parameters.Side, side);
        if (Filter.All)
            yield return KeyValuePair.Create(Parameters.All, "true");
        if (Page > 1)
            yield return KeyValuePair.Create(Parameters.Page, Page.ToString(CultureInfo.InvariantCulture));
    }
}
