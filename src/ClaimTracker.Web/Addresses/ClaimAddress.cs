using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Addresses;

/// <summary>Reads and writes the parameters of a view of claims. The two are each other's inverse.</summary>
public static class ClaimAddress
{
    /// <summary>Reads what is asked for. What cannot be read is left out and reported; whether ids exist is not looked at.</summary>
    public static (ClaimView View, IReadOnlyList<ParameterProblem> Problems) Read(IQueryCollection query)
    {
        var reader = new QueryReader(query);
        var (from, to) = reader.Period();
        var view = new ClaimView
        {
            Filter = new ClaimFilter
            {
                Sides = reader.Ids(Parameters.Side),
                Actors = reader.Ids(Parameters.Actor),
                Sources = reader.Ids(Parameters.Source),
                Topics = reader.Ids(Parameters.Topic),
                Places = reader.Ids(Parameters.Place),
                Acts = reader.Names<ClaimAct>(Parameters.Act),
                Quotations = reader.Names<QuotationKind>(Parameters.Quotation),
                Articles = reader.Ids(Parameters.Article),
                Days = reader.Name(Parameters.Days, ClaimDays.Said),
                From = from,
                To = to,
                Undated = reader.Switch(Parameters.Undated) ?? false,
                WithStatistics = reader.Switch(Parameters.Statistics),
                Disputed = reader.Switch(Parameters.Disputed),
                Text = reader.Search(Parameters.Search),
                Sort = reader.Name(Parameters.Sort, ClaimSort.Newest),
                Group = reader.Name(Parameters.Group, ClaimGrouping.None),
            },
            Layout = reader.Name(Parameters.View, ClaimLayout.List),
            After = reader.Single(Parameters.After),
            PageSize = reader.Number(Parameters.PageSize, 1, ClaimView.LargestPageSize, ClaimView.DefaultPageSize),
        };
        return (view, reader.Problems);
    }

    /// <summary>The parameters that ask for a view, in a fixed order, without those that ask for nothing.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Write(ClaimView view)
    {
        var written = Selection(view.Filter);
        Add(written, Parameters.View, view.Layout is ClaimLayout.List ? null : AddressNames.Of(view.Layout));
        Add(written, Parameters.After, view.After);
        Add(written, Parameters.PageSize, view.PageSize == ClaimView.DefaultPageSize ? null : Invariant(view.PageSize));
        return written;
    }

    /// <summary>The parameters of the selection alone.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Write(ClaimFilter filter) => Selection(filter);

    private static List<KeyValuePair<string, string>> Selection(ClaimFilter filter)
    {
        var written = new List<KeyValuePair<string, string>>();
        Add(written, Parameters.Search, filter.Text);
        Add(written, Parameters.Side, filter.Sides);
        Add(written, Parameters.Actor, filter.Actors);
        Add(written, Parameters.Source, filter.Sources);
        Add(written, Parameters.Topic, filter.Topics);
        Add(written, Parameters.Place, filter.Places);
        Add(written, Parameters.Act, filter.Acts.Select(AddressNames.Of));
        Add(written, Parameters.Quotation, filter.Quotations.Select(AddressNames.Of));
        Add(written, Parameters.Article, filter.Articles);
        Add(written, Parameters.Days, filter.Days is ClaimDays.Said ? null : AddressNames.Of(filter.Days));
        Add(written, Parameters.From, Invariant(filter.From));
        Add(written, Parameters.To, Invariant(filter.To));
        Add(written, Parameters.Undated, filter.Undated ? "true" : null);
        Add(written, Parameters.Statistics, filter.WithStatistics switch { true => "true", false => "false", null => null });
        Add(written, Parameters.Disputed, filter.Disputed switch { true => "true", false => "false", null => null });
        Add(written, Parameters.Sort, filter.Sort is ClaimSort.Newest ? null : AddressNames.Of(filter.Sort));
        Add(written, Parameters.Group, filter.Group is ClaimGrouping.None ? null : AddressNames.Of(filter.Group));
        return written;
    }

    private static void Add(List<KeyValuePair<string, string>> written, string name, IEnumerable<string> values)
    {
        foreach (var value in values) Add(written, name, value);
    }

    private static void Add(List<KeyValuePair<string, string>> written, string name, string? value)
    {
        if (value is not null) written.Add(new(name, value));
    }

    private static string? Invariant(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
