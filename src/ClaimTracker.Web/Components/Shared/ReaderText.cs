using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>A paragraph of the reader page: words as printed, claims marked, numbers that lead to the notes.</summary>
public sealed class ReaderText : ComponentBase
{
    [Inject] private SideRegister Sides { get; set; } = default!;

    [Parameter, EditorRequired] public required string Text { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<ReaderNode> Nodes { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Add(builder, Nodes);

    private void Add(RenderTreeBuilder builder, IReadOnlyList<ReaderNode> nodes)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case ReaderNode.Words words:
                    builder.AddContent(0, Text[words.Span.Start..words.Span.End]);
                    break;
                case ReaderNode.Marked marked:
                    AddMarked(builder, marked);
                    break;
                case ReaderNode.Reference reference:
                    AddReference(builder, reference.Note);
                    break;
                case ReaderNode.LeftOut:
                    builder.OpenElement(1, "span");
                    builder.AddAttribute(2, "class", "cut");
                    builder.AddContent(3, Texts.ReaderCut);
                    builder.CloseElement();
                    break;
            }
        }
    }

    private void AddMarked(RenderTreeBuilder builder, ReaderNode.Marked marked)
    {
        builder.OpenElement(4, "mark");
        builder.AddAttribute(5, "class", $"c {Css(marked.Note.Claim)}");
        if (marked.First)
        {
            builder.AddAttribute(6, "id", Urls.ClaimAnchor(marked.Note.Claim.Key));
            builder.AddAttribute(7, "tabindex", "-1");
            builder.AddAttribute(8, "data-claim", true);
        }

        Add(builder, marked.Inner);
        builder.CloseElement();
    }

    private void AddReference(RenderTreeBuilder builder, ReaderNote note)
    {
        var number = note.Number.ToString(CultureInfo.CurrentCulture);
        builder.OpenElement(9, "a");
        builder.AddAttribute(10, "class", $"ref {Css(note.Claim)}");
        builder.AddAttribute(11, "href", $"#{Urls.NoteAnchor(note.Claim.Key)}");
        builder.AddAttribute(12, "aria-label", Formats.Fill(Texts.ReaderToNote, number));
        builder.AddContent(13, number);
        builder.CloseElement();
    }

    private string Css(ClaimRow claim) => Sides.Of(claim.Speaker.Side).Css;
}
