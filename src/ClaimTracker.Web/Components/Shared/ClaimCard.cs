using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>A claim in a list: who, what kind of act, when, the words in their sentence, where from. No query.</summary>
public sealed class ClaimCard : ComponentBase
{
    private const int MostDisputes = 2;

    [Inject] private SideRegister Sides { get; set; } = default!;

    [Parameter, EditorRequired] public required ClaimRow Claim { get; set; }

    /// <summary>Of its heading, 2 to 6, so that cards keep the outline of every page whole.</summary>
    [Parameter] public int Level { get; set; } = 3;

    [Parameter] public bool ShowDate { get; set; } = true;

    [Parameter] public bool ShowArticle { get; set; } = true;

    [Parameter] public bool ShowDisputes { get; set; } = true;

    [Parameter] public bool ShowPick { get; set; } = true;

    [Parameter] public SearchHits? Hits { get; set; }

    private string Name => $"{Claim.Speaker.Name} {ActWords.Verb(Claim)}";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var markup = new Markup().Add($"""<article class="claim {Sides.Of(Claim.Speaker.Side).Css}" data-claim tabindex="-1">""");
        AddHead(markup, Sides.Of(Claim.Speaker.Side).Name);
        Words.Add(markup, Claim, Hits);
        if (Claim.Folded > 0)
            AddFolded(markup);
        AddFoot(markup);
        builder.AddContent(0, markup.Add($"</article>").Done());
    }

    private void AddHead(Markup markup, string side)
    {
        var level = Math.Clamp(Level, 2, 6);
        markup.Add($"""<header class="claim-head">""");
        // A side that speaks for itself is named once.
        var isSide = Claim.Speaker.Name == side;
        if (!isSide)
            markup.Add($"""<p class="claim-side"><span class="side-name">{side}</span></p>""");
        markup.Add($"""<h{level}{("class", isSide ? "is-side" : null)}><span{("class", isSide ? "side-name" : null)}><a href="{Urls.Actor(Claim.Speaker.Id)}">{Claim.Speaker.Name}</a></span> """);
        markup.Add($"""<span class="act">{ActWords.Of(Claim)}</span></h{level}>""");
        if (ShowDate)
        {
            markup.Add($"""<p class="date">""");
            Said.Add(markup, Claim);
            markup.Add($"</p>");
        }

        markup.Add($"</header>");
    }

    /// <summary>The other places with the statement: who, when, where.</summary>
    private void AddFolded(Markup markup)
    {
        markup.Add($"""<details class="repeats"><summary>{Formats.Count(Claim.Folded, Texts.CardFoldedOne, Texts.CardFoldedMany)}<span class="visually-hidden">{Texts.CardFoldedOf}</span></summary><ol>""");
        foreach (var other in Claim.FoldedClaims)
        {
            markup.Add($"""<li><a href="{Urls.Claim(other.Key)}">{other.Speaker.Name} <span class="act">{ActWords.Of(other)}</span></a>, """);
            Said.Add(markup, other);
            markup.Add($"""&nbsp;· <cite dir="auto">{other.Article.Title}</cite>""");
            AddSource(markup, other);
            markup.Add($"</li>");
        }

        if (Claim.Folded > Claim.FoldedClaims.Count)
            markup.Add($"""<li><a href="{Urls.Claim(Claim.Key)}#repeats">{Texts.CardFoldedAll}</a></li>""");
        markup.Add($"</ol></details>");
    }

    private void AddFoot(Markup markup)
    {
        markup.Add($"""<footer class="claim-foot"><p class="where"><a class="open" href="{Urls.Claim(Claim.Key)}" data-open aria-label="{Texts.CardOpen}: {Name}">{Texts.CardOpen}</a>""");
        if (ShowArticle)
        {
            markup.Add($"""<span class="from"><a href="{Urls.ClaimInArticle(Claim)}"><cite>{Claim.Article.Title}</cite></a>""");
            AddSource(markup, Claim);
            markup.Add($"</span>");
        }

        markup.Add($"</p>");
        foreach (var dispute in Claim.Disputes.Take(ShowDisputes ? MostDisputes : 0))
            markup.Add($"""<a class="against" href="{Urls.Dispute(dispute.Slug)}"><span>{Texts.CardContested}:</span> {dispute.Question}</a>""");
        if (ShowPick)
            markup.Add($"""<label class="pick"><input type="checkbox" name="{Parameters.Claims}" value="{Claim.Key}" form="compare" data-pick aria-label="{Texts.CardPick}: {Name}"> {Texts.CardPick}</label>""");
        markup.Add($"</footer>");
    }

    private static void AddSource(Markup markup, ClaimRow claim)
    {
        if (claim.Article.Source is { } source)
            markup.Add($"<span>, {source.Name}</span>");
    }
}
