using System.Diagnostics.CodeAnalysis;
using System.Text;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Lexicon;

/// <summary>A sentence with words in braces to be filled in; a piece in square brackets falls away where one of its words is empty.</summary>
internal sealed class Template
{
    private readonly string _text;

    private Template(string text) => _text = text;

    public static bool TryParse(string text, [NotNullWhen(true)] out Template? template)
    {
        template = Closes(text, '{', '}') && Closes(text, '[', ']') ? new(text) : null;
        return template is not null;
    }

    /// <summary>The sentence with these words.</summary>
    public string Fill(params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var result = new StringBuilder();
        for (var at = 0; at < _text.Length; at++)
        {
            if (_text[at] != '[')
            {
                var next = _text.IndexOf('[', at);
                var piece = _text[at..(next < 0 ? _text.Length : next)];
                result.Append(FillPiece(piece, values).Text);
                at += piece.Length - 1;
                continue;
            }

            var end = _text.IndexOf(']', at);
            var (text, whole) = FillPiece(_text[(at + 1)..end], values);
            if (whole)
                result.Append(text);
            at = end;
        }

        return result.ToString();
    }

    private static (string Text, bool Whole) FillPiece(string piece, ReadOnlySpan<(string Name, string? Value)> values)
    {
        var whole = true;
        foreach (var (name, value) in values)
        {
            var place = "{" + name + "}";
            if (!piece.Contains(place, StringComparison.Ordinal))
                continue;
            whole &= !string.IsNullOrEmpty(value);
            piece = piece.Replace(place, value, StringComparison.Ordinal);
        }

        return (piece, whole);
    }

    private static bool Closes(string text, char open, char close)
    {
        var inside = false;
        foreach (var letter in text)
        {
            if (letter == open && inside || letter == close && !inside)
                return false;
            inside ^= letter == open || letter == close;
        }

        return !inside;
    }
}

/// <summary>The sentences that the code asks for, by their name in the lexicon.</summary>
internal static class TextName
{
    public const string DenialQuestion = "denial question", DenialQuestionStanding = "denial question standing", MutualQuestion = "mutual question",
        NamingQuestion = "naming question", NamingQuestionStanding = "naming question standing", FigureQuestion = "figure question",
        AccountQuestion = "account question", WordingQuestion = "wording question", DenialWhy = "denial why", DenialWhyStanding = "denial why standing",
        MutualWhy = "mutual why", NamingWhy = "naming why", FigureWhy = "figure why", AccountWhy = "account why", WordingWhy = "wording why",
        FigureDifference = "figure difference", CategoryQuestion = "category question",
        CategoryWhy = "category why", DateOrPlaceQuestion = "date or place question", DateOrPlaceWhy = "date or place why", RepeatWording = "repeat wording", RepeatStatement = "repeat statement", ApartDays = "apart days",
        ApartGroup = "apart group", ApartMeasure = "apart measure", ApartDaysFigure = "apart days figure", SpanRate = "span rate", SpanTotal = "span total",
        SpanEvent = "span event", AnswerYes = "answer yes", AnswerNo = "answer no", Origin = "origin", ShiftRaised = "shift raised",
        ShiftLowered = "shift lowered", ShiftWithdrawn = "shift withdrawn", ShiftHeadline = "shift headline", ShiftDiffers = "shift differs",
        ShiftReversed = "shift reversed", ApartPeriod = "apart period", ApartPlace = "apart place", ApartFits = "apart fits";

    public static readonly IReadOnlyList<string> All =
    [
        DenialQuestion, DenialQuestionStanding, MutualQuestion, NamingQuestion, NamingQuestionStanding, FigureQuestion, AccountQuestion,
        WordingQuestion, DenialWhy, DenialWhyStanding, MutualWhy, NamingWhy, FigureWhy, AccountWhy, WordingWhy, FigureDifference, CategoryQuestion, CategoryWhy, DateOrPlaceQuestion, DateOrPlaceWhy, RepeatWording,
        RepeatStatement, ApartDays, ApartGroup, ApartPeriod, ApartPlace, ApartFits, ApartMeasure, ApartDaysFigure, SpanRate, SpanTotal, SpanEvent,
        AnswerYes, AnswerNo, Origin, ShiftRaised, ShiftLowered, ShiftWithdrawn, ShiftHeadline, ShiftDiffers, ShiftReversed,
    ];

    /// <summary>The sentence for a kind of shift.</summary>
    public static string OfShift(ShiftKind kind) => kind switch
    {
        ShiftKind.Raised => ShiftRaised,
        ShiftKind.Lowered => ShiftLowered,
        ShiftKind.Withdrawn => ShiftWithdrawn,
        ShiftKind.Headline => ShiftHeadline,
        ShiftKind.Differs => ShiftDiffers,
        _ => ShiftReversed,
    };
}
