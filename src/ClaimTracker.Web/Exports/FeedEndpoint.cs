using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimTracker.Web.Exports;

/// <summary>What comes into a selection, to be followed.</summary>
internal static class FeedEndpoint
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    public static async Task<Results<FileContentHttpResult, ValidationProblem>> ClaimsAsync(
        HttpContext http, IClaimQueries queries, KnownIds known, Labels labels, CancellationToken stop)
    {
        var (view, problems) = await known.ReadAsync(http.Request.Query, stop);
        if (problems.Count > 0)
            return Problems.Of(problems);
        try
        {
            var page = await queries.FindAsync(view.Filter with { Sort = ClaimSort.Added }, view.After, view.PageSize, stop);
            var added = await queries.AddedAsync([.. page.Items.Select(c => c.Article.Key).Distinct()], stop);
            var links = new Links(http.Request);
            var title = FilterEdits.Title(view.Filter, labels, view.Filter.IsEmpty ? [] : await queries.FacetsAsync(view.Filter, stop));
            var feed = ClaimFeed.Of(view, Formats.Fill(Texts.FeedTitle, Texts.ProductName, title), page, added, links, links.Whole(http.Request.Path + http.Request.QueryString));
            return TypedResults.File(Write(feed), MediaType);
        }
        catch (FormatException)
        {
            return Problems.Of(new ParameterProblem(Parameters.After, Formats.Fill(Texts.ProblemCursorApi, ParameterProblem.Echo(view.After ?? ""))));
        }
    }

    private static byte[] Write(SyndicationFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false) }))
            new Atom10FeedFormatter(feed).WriteTo(xml);
        return bytes.ToArray();
    }
}
