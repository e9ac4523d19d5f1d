using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Xml;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Components.Shared;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Exports;

/// <summary>A page of claims as an Atom feed (RFC 4287), what came in last first; older entries stand behind its link <c>next</c> (RFC 5005).</summary>
internal static class ClaimFeed
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="view">The selection, and the size of pages.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="page">The claims.</param>
    /// <param name="added">When each article came in.</param>
    /// <param name="links">Addresses.</param>
    /// <param name="self">The address that was asked for.</param>
    public static SyndicationFeed Of(
        ClaimView view, string title, ClaimPage page, IReadOnlyDictionary<string, DateTimeOffset> added, Links links, string self)
    {
        var entries = page.Items.Select(c => Entry(c, added.GetValueOrDefault(c.Article.Key, DateTimeOffset.UnixEpoch), links)).ToList();
        var address = Urls.Claims(view.Filter with { Sort = default });
        var feed = new SyndicationFeed(
            Clean(title), Clean(Texts.FootPromise), new Uri(links.Whole(address)), StableId.Of("feed", address),
            entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries.Max(e => e.LastUpdatedTime))
        { Items = entries };
        feed.Authors.Add(new() { Name = Texts.ProductName });
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(self), "application/atom+xml"));
        if (page.Next is { } next)
            feed.Links.Add(new(new Uri(links.Whole(Urls.Feed(view with { After = next }))), "next", null, "application/atom+xml", 0));
        return feed;
    }

    private static SyndicationItem Entry(ClaimRow claim, DateTimeOffset added, Links links)
    {
        var title = Formats.Fill(Texts.FeedEntry, claim.Speaker.Name, ActWords.Of(claim), Shorten.ToWords(claim.Words, 120));
        var entry = new SyndicationItem(Clean(title), "", new Uri(links.Claim(claim.Key)), StableId.Of("claim", claim.Key), added)
        {
            Content = SyndicationContent.CreateHtmlContent(Words(claim, links)),
        };
        entry.Authors.Add(new() { Name = Clean(claim.Speaker.Name) });
        if (claim.Date is { } day)
            entry.PublishDate = new(day, TimeOnly.MinValue, TimeSpan.Zero);
        return entry;
    }

    /// <summary>The sentence as printed, and where it stands.</summary>
    private static string Words(ClaimRow claim, Links links)
    {
        var source = claim.Article.Source is { } outlet ? $", {Encode(outlet.Name)}" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"<blockquote dir=\"auto\">{Encode(claim.Passage)}</blockquote><p><a href=\"{Encode(links.Article(claim.Article.Key))}\"><cite>{Encode(claim.Article.Title)}</cite></a>{source}</p>");
    }

    private static string Encode(string text) => Html.Encode(Clean(text));

    /// <summary>XML cannot hold every character; those that it cannot are shown as missing.</summary>
    private static string Clean(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF') < 0 ? text : string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            var isPair = i + 1 < from.Length && char.IsSurrogatePair(from[i], from[i + 1]) || i > 0 && char.IsSurrogatePair(from[i - 1], from[i]);
            to[i] = XmlConvert.IsXmlChar(from[i]) || isPair ? from[i] : '\uFFFD';
        }
    });
}
