using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;
using Microsoft.AspNetCore.Components;

namespace ClaimTracker.Web.Addresses;

/// <summary>The one place that builds addresses of this site. Everything put into one is escaped here.</summary>
public static class Urls
{
    private const string ApiRoot = "/api/v1";

    public const string Home = "/";
    public const string AllClaims = "/claims";
    public const string Articles = "/articles";
    public const string Disputes = "/disputes";
    public const string CompareChoice = "/compare";
    public const string AllStatistics = "/statistics";
    public const string Sources = "/sources";
    public const string About = "/about";
    public const string Theme = "/theme";
    public const string Api = "/api";
    public const string OpenApi = "/openapi/v1.json";

    public static string Claims(ClaimView view) => AllClaims + Query(ClaimAddress.Write(view));

    public static string Claims(ClaimFilter filter) => AllClaims + Query(ClaimAddress.Write(filter));

    /// <summary>The same view with all values of a facet to choose from.</summary>
    public static string WholeFacet(string address, string facet) =>
        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameters.Find(facet)}={FacetSearch.Whole}#filters";

    public static string Claim(string key) => $"/claims/{Part(key)}";

    /// <summary>How to cite a claim; <paramref name="extension"/> tells the form.</summary>
    public static string Citation(string key, string extension) => $"{Claim(key)}/citation.{extension}";

    /// <summary>The claim alone, for a frame.</summary>
    public static string Embed(string key) => $"/embed/claims/{Part(key)}";

    public static string Article(string key) => $"/articles/{Part(key)}";

    /// <summary>The reader page at a claim.</summary>
    public static string ClaimInArticle(ClaimRow claim) => $"{Article(claim.Article.Key)}#{ClaimAnchor(claim.Key)}";

    /// <summary>The anchor of a claim on its article's page. The article's key is left out: the page has it.</summary>
    public static string ClaimAnchor(string claimKey) => $"c-{AfterArticle(claimKey)}";

    /// <summary>The anchor of the note in the margin that belongs to a claim.</summary>
    public static string NoteAnchor(string claimKey) => $"n-{AfterArticle(claimKey)}";

    public static string ArticleList(int page) => Articles + Query(PageOf(page));

    public static string Actors(bool all = false) => Actors(new ActorView { Filter = new() { All = all } });

    public static string Actors(ActorView view) => "/actors" + Query(view.Write());

    public static string Actor(string id) => $"/actors/{Part(id)}";

    public static string DisputeList(DisputeView view) => Disputes + Query(view.Write());

    public static string Dispute(string slug) => $"/disputes/{Part(slug)}";

    public static string Compare(CompareView view) => CompareChoice + Query(CompareAddress.Write(view));

    public static string Compare(IEnumerable<string> keys) => Compare(new CompareView { Claims = [.. keys] });

    public static string Statistics(ClaimFilter filter, int page = 1) => AllStatistics + Query(ClaimAddress.Write(filter).Concat(PageOf(page)));

    public static string Source(string id, int page = 1) => $"/sources/{Part(id)}{Query(PageOf(page))}";

    public static string ApiClaims(ClaimView view) => $"{ApiRoot}/claims{Query(ClaimAddress.Write(view with { Layout = ClaimLayout.List }))}";

    /// <summary>All claims of a selection as a file; <paramref name="extension"/> tells its form.</summary>
    public static string ExportClaims(ClaimFilter filter, string extension) => $"{ApiRoot}/claims.{extension}{Query(ClaimAddress.Write(filter))}";

    /// <summary>All claims of a comparison as a file.</summary>
    public static string ExportCompare(CompareView view, string extension) =>
        $"{ApiRoot}/compare.{extension}{Query(CompareAddress.Write(view with { Before = null }))}";

    /// <summary>What comes into a selection, to be followed. Its order is its own.</summary>
    public static string Feed(ClaimView view) =>
        $"{ApiRoot}/claims.atom{Query(ClaimAddress.Write(view with { Filter = view.Filter with { Sort = default }, Layout = ClaimLayout.List }))}";

    public static string ApiClaim(string key) => $"{ApiRoot}/claims/{Part(key)}";

    public static string ApiArticle(string key) => $"{ApiRoot}/articles/{Part(key)}";

    public static string ApiDispute(string slug) => $"{ApiRoot}/disputes/{Part(slug)}";

    /// <summary>A file of this site under the name that changes with its content, so that browsers may keep it for good.</summary>
    public static string Asset(ResourceAssetCollection assets, string file) => $"/{assets[file].TrimStart('/')}";

    /// <summary>Whether an address that came with a request leads to a page of this site, so that it may be redirected to.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);

    private static string Query(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var text = string.Join('&', parameters.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        return text.Length == 0 ? "" : $"?{text}";
    }

    private static IEnumerable<KeyValuePair<string, string>> PageOf(int page) =>
        page == 1 ? [] : [KeyValuePair.Create(Parameters.Page, page.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private static string Part(string text) => Uri.EscapeDataString(text);

    private static string AfterArticle(string claimKey) =>
        ClaimKey.IsWellFormed(claimKey) ? claimKey[17..] : Uri.EscapeDataString(claimKey);
}
