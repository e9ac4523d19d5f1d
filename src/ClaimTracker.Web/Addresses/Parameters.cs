namespace ClaimTracker.Web.Addresses;

/// <summary>Names of parameters in addresses, the same on pages and in the API. Facets have the names of their parameters.</summary>
public static class Parameters
{
    public const string Side = "side";
    public const string Actor = "actor";
    public const string Source = "source";
    public const string Topic = "topic";
    public const string Place = "place";
    public const string Act = "act";
    public const string Quotation = "quotation";
    public const string Article = "article";
    public const string Days = "days";
    public const string From = "from";
    public const string To = "to";
    public const string Undated = "undated";
    public const string Statistics = "statistics";
    public const string Disputed = "disputed";
    public const string Search = "q";
    public const string Sort = "sort";
    public const string Group = "group";
    public const string View = "view";
    public const string After = "after";
    public const string PageSize = "pageSize";
    public const string Claims = "claims";
    public const string Left = "left";
    public const string Right = "right";
    public const string Before = "before";
    public const string Page = "page";
    public const string Kind = "kind";
    public const string All = "all";

    /// <summary>What is typed to find values of a facet. It narrows a list to choose from, not what is found, so that it is no part of a view.</summary>
    public static string Find(string facet) => $"find-{facet}";
}
