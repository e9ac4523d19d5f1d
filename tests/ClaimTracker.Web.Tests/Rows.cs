using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Tests;

/// <summary>Rows for tests that need no store.</summary>
internal static class Rows
{
    public const string ArticleKey = "0123456789abcdef";

    public static ClaimRow Claim(
        string passage, (int Start, int End)? source = null, (int Start, int End)? cue = null, (int Start, int End)[]? content = null,
        int passageStart = 0, string? side = null, DateOnly? date = null, string speaker = "mayor", params StatisticRow[] statistics)
    {
        TextSpan[] words = [.. (content ?? [(passageStart, passageStart + passage.Length)]).Select(c => new TextSpan(c.Start, c.End))];
        return new()
        {
            Key = ClaimKey.Of(ArticleKey, cue is { } at ? new TextSpan(at.Start, at.End) : null, words),
            Speaker = new(speaker, speaker, side),
            SpeakerSpan = source is { } s ? new TextSpan(s.Start, s.End) : null,
            CueSpan = cue is { } c ? new TextSpan(c.Start, c.End) : null,
            Act = ClaimAct.Asserts,
            Quotation = QuotationKind.Indirect,
            Content = words,
            Words = string.Join(" … ", words.Select(w => w.Start >= passageStart && w.End <= passageStart + passage.Length
                ? passage[(w.Start - passageStart)..(w.End - passageStart)] : "")),
            Passage = passage,
            PassageStart = passageStart,
            Date = date,
            Article = new(ArticleKey, "Untitled", true, null, PublishedDate.Unknown),
            Statistics = statistics,
        };
    }

    public static StatisticRow Statistic(
        string words, double? low, double? high, Qualifier qualifier = Qualifier.Exactly, string? side = null, string id = "s1", string? measure = "killed",
        string? counted = null) =>
        new(id, ArticleKey, new TextSpan(0, 0), words, low, high, qualifier, "people", measure, counted, null, null, null,
            side is null ? null : new ActorRef(side, side, side), null);

    public static Dossier Dossier { get; } = new()
    {
        Title = "Ruritania and Freedonia",
        Version = "1",
        Sides = [new("ruritania", "Ruritania", SidePlace.Left), new("freedonia", "Freedonia", SidePlace.Right), new("others", "Others", SidePlace.Third)],
        Actors = [],
    };
}
