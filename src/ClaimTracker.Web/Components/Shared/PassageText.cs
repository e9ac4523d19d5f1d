using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;
using Microsoft.AspNetCore.Components.Rendering;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>Writes a stretch of a passage with its figures and search hits marked. The renderer encodes every word.</summary>
internal static class PassageText
{
    public static void Add(RenderTreeBuilder builder, Passage passage, TextSpan span, bool withFigures, SearchHits? hits)
    {
        var figures = withFigures ? passage.Figures.Select(f => (f.Span, (StatisticRow?)f)).ToList() : [];
        foreach (var run in TextRuns.Cut(span, figures, null))
        {
            if (run.Is is { } figure)
            {
                builder.OpenElement(0, "data");
                builder.AddAttribute(1, "class", "fig");
                builder.AddAttribute(2, "value", (figure.Low ?? figure.High) is { } value ? Formats.Machine(value) : null);
            }

            AddHits(builder, passage, run.Span, hits);
            if (run.Is is not null)
                builder.CloseElement();
        }
    }

    private static void AddHits(RenderTreeBuilder builder, Passage passage, TextSpan span, SearchHits? hits)
    {
        if (hits is null)
        {
            builder.AddContent(3, passage.Words(span));
            return;
        }

        // Searched in the whole passage, not in the stretch: a phrase may run across its border.
        var found = hits.In(passage.Text, passage.Offset).Select(hit => (hit, true)).ToList();
        foreach (var run in TextRuns.Cut(span, found, false))
        {
            if (run.Is)
            {
                builder.OpenElement(4, "mark");
                builder.AddAttribute(5, "class", "hit");
                builder.AddContent(6, passage.Words(run.Span));
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(7, passage.Words(run.Span));
            }
        }
    }
}
