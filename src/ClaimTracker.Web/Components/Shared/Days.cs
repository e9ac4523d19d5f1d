using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>A day or a period, machine-readable; “≈” where it isn't printed, with the reason.</summary>
public sealed class Days : ComponentBase
{
    [Parameter] public DateOnly? From { get; set; }

    [Parameter] public DateOnly? To { get; set; }

    [Parameter] public bool Approximate { get; set; }

    /// <summary>Why it is shown as it is; on hover here, in words on the pages of claims and articles.</summary>
    [Parameter] public string? Reason { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var markup = new Markup();
        Add(markup, From, To, Approximate, Reason);
        builder.AddContent(0, markup.Done());
    }

    /// <summary>The same without a component: in a list of many.</summary>
    internal static void Add(Markup markup, DateOnly? from, DateOnly? to, bool approximate, string? reason)
    {
        if ((from ?? to) is null)
        {
            markup.Add($"<span class=\"undated\"{("title", reason)}>{Texts.DateUnknown}</span>");
            return;
        }

        if (approximate)
            markup.Add($"<abbr title=\"{reason ?? Texts.BasisInferred}\">≈</abbr>\u00A0");
        switch (from, to)
        {
            case ({ } first, { } last) when first == last:
                AddTime(markup, last, Formats.Day(last));
                break;
            case ({ } first, { } last):
                AddTime(markup, first, Formats.StartOf(first, last));
                AddTime(markup, last, Formats.Day(last));
                break;
            default:
                AddTime(markup, (from ?? to)!.Value, Formats.Days(from, to));
                break;
        }
    }

    private static void AddTime(Markup markup, DateOnly day, string words) => markup.Add($"<time datetime=\"{Formats.Machine(day)}\">{words}</time>");
}
