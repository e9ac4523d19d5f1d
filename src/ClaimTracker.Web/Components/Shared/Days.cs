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
        if ((From ?? To) is null)
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", "undated");
            builder.AddAttribute(2, "title", Reason);
            builder.AddContent(3, Texts.DateUnknown);
            builder.CloseElement();
            return;
        }

        if (Approximate)
        {
            builder.OpenElement(4, "abbr");
            builder.AddAttribute(5, "title", Reason ?? Texts.BasisInferred);
            builder.AddContent(6, "≈");
            builder.CloseElement();
            builder.AddContent(7, "\u00A0");
        }

        AddDays(builder);
    }

    private void AddDays(RenderTreeBuilder builder)
    {
        switch (From, To)
        {
            case ({ } from, { } to) when from == to:
                AddTime(builder, to, Formats.Day(to));
                break;
            case ({ } from, { } to):
                AddTime(builder, from, Formats.StartOf(from, to));
                AddTime(builder, to, Formats.Day(to));
                break;
            default:
                AddTime(builder, (From ?? To)!.Value, Formats.Days(From, To));
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
