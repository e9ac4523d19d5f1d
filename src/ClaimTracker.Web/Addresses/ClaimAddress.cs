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
    public static IEnumerable<KeyValuePair<string, string>> Write(ClaimView view) =>
        Write(view.Filter)
            .Concat(view.Layout is ClaimLayout.List ? [] : One(Parameters.View, AddressNames.Of(view.Layout)))
            .Concat(One(Parameters.After, view.After))
            .Concat(view.PageSize == ClaimView.DefaultPageSize ? [] : One(Parameters.PageSize, Invariant(view.PageSize)));

    /// <summary>The parameters of the selection alone.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Write(ClaimFilter filter) =>
        One(Parameters.Search, filter.Text)
            .Concat(Many(Parameters.Side, filter.Sides))
            .Concat(Many(Parameters.Actor, filter.Actors))
            .Concat(Many(Parameters.Source, filter.Sources))
            .Concat(Many(Parameters.Topic, filter.Topics))
            .Concat(Many(Parameters.Place, filter.Places))
            .Concat(Many(Parameters.Act, filter.Acts.Select(AddressNames.Of)))
            .Concat(Many(Parameters.Quotation, filter.Quotations.Select(AddressNames.Of)))
            .Concat(Many(Parameters.Article, filter.Articles))
            .Concat(filter.Days is ClaimDays.Said ? [] : One(Parameters.Days, AddressNames.Of(filter.Days)))
            .Concat(One(Parameters.From, Invariant(filter.From)))
            .Concat(One(Parameters.To, Invariant(filter.To)))
            .Concat(One(Parameters.Undated, filter.Undated ? "true" : null))
            .Concat(One(Parameters.Statistics, filter.WithStatistics switch { true => "true", false => "false", null => null }))
            .Concat(One(Parameters.Disputed, filter.Disputed switch { true => "true", false => "false", null => null }))
            .Concat(filter.Sort is ClaimSort.Newest ? [] : One(Parameters.Sort, AddressNames.Of(filter.Sort)))
            .Concat(filter.Group is ClaimGrouping.None ? [] : One(Parameters.Group, AddressNames.Of(filter.Group)));

    private static IEnumerable<KeyValuePair<string, string>> Many(string name, IEnumerable<string> values) =>
        values.Select(value => KeyValuePair.Create(name, value));

    private static IEnumerable<KeyValuePair<string, string>> One(string name, string? value) =>
        value is null ? [] : [KeyValuePair.Create(name, value)];

    private static string? Invariant(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
