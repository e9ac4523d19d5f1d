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

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Add(builder, From, To, Approximate, Reason);

    /// <summary>The same without a component: in a list of many.</summary>
    internal static void Add(RenderTreeBuilder builder, DateOnly? from, DateOnly? to, bool approximate, string? reason)
    {
        if ((from ?? to) is null)
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", "undated");
            builder.AddAttribute(2, "title", reason);
            builder.AddContent(3, Texts.DateUnknown);
            builder.CloseElement();
            return;
        }

        if (approximate)
        {
            builder.OpenElement(4, "abbr");
            builder.AddAttribute(5, "title", reason ?? Texts.BasisInferred);
            builder.AddContent(6, "≈");
            builder.CloseElement();
            builder.AddContent(7, "\u00A0");
        }

        AddDays(builder, from, to);
    }

    private static void AddDays(RenderTreeBuilder builder, DateOnly? from, DateOnly? to)
    {
        switch (from, to)
        {
            case ({ } first, { } last) when first == last:
                AddTime(builder, last, Formats.Day(last));
                break;
            case ({ } first, { } last):
                AddTime(builder, first, Formats.StartOf(first, last));
                AddTime(builder, last, Formats.Day(last));
                break;
            default:
                AddTime(builder, (from ?? to)!.Value, Formats.Days(from, to));
                break;
        }
    }

    private static void AddTime(RenderTreeBuilder builder, DateOnly day, string words)
    {
        builder.OpenElement(8, "time");
        builder.AddAttribute(9, "datetime", Formats.Machine(day));
        builder.AddContent(10, words);
        builder.CloseElement();
    }
}
