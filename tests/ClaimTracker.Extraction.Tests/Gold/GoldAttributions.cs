using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Tests.Gold;

/// <summary>The annotation's claims as attributions, so that what comes after finding them is measured alone.</summary>
internal static class GoldAttributions
{
    /// <summary>The claims of an article in the order in which an engine gives them.</summary>
    public static IReadOnlyList<JsonElement> InOrder(JsonElement article) =>
        [.. article.GetProperty("claims").EnumerateArray().OrderBy(c => (GoldFile.Span(c, "cueSpan") ?? GoldFile.Spans(c, "content")[0]).Start)];

    /// <summary>One attribution for each claim, in the same order.</summary>
    public static IReadOnlyList<FoundAttribution> Read(IReadOnlyList<JsonElement> claims, ArticleTokens tokens, Engine engine)
    {
        var index = claims.Select((c, i) => (Id: GoldFile.Text(c, "id")!, i)).ToDictionary(c => c.Id, c => c.i);
        return [.. claims.Select(claim => new FoundAttribution
        {
            Source = GoldFile.Span(claim, "speakerSpan") is { } source ? tokens.Tokens.Within(source) : null,
            Cue = GoldFile.Span(claim, "cueSpan") is { } cue ? tokens.Tokens.Within(cue) : null,
            Entry = GoldFile.Span(claim, "cueSpan") is { } words ? EntryOf(tokens.Tokens.Within(words), GoldFile.Text(claim, "cue")!, tokens, engine) : null,
            Content = [.. GoldFile.Spans(claim, "content").Select(tokens.Tokens.Within)],
            NestedIn = GoldFile.Text(claim, "nestedIn") is { } outer ? index[outer] : -1,
            Implicit = GoldFile.Flag(claim, "implicit"),
            Rules = ["gold"],
        })];
    }

    private static CueEntry EntryOf(TokenRange cue, string lemma, ArticleTokens tokens, Engine engine)
    {
        if (engine.Cues.Phrase(tokens.Tokens, tokens.Text, cue.Start, out var phrase) > 0)
            return phrase!;
        var word = tokens.Tokens[cue.Start].Word;
        var (verb, noun) = (engine.Cues.Verb(word), engine.Cues.Noun(word));
        return noun?.Lemma == lemma && cue.Start > 0 && tokens.Letters(cue.Start - 1) is "the" ? noun : verb?.Lemma == lemma ? verb : noun?.Lemma == lemma ? noun : engine.Cues.Adverb(word) ?? verb ?? noun ?? new(lemma, CueKind.Verb, null, false);
    }
}
