using System.Text;
using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Tests.Gold;
using ClaimTracker.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimTracker.Extraction.Tests;

/// <summary>What holds for any text at all, put together from the pieces that rules look at.</summary>
public sealed class ExtractionProperties
{
    private static readonly ClaimExtractor Extractor = new(GoldFile.Dossier);

    private static readonly string[] Speakers =
    [
        "Khawaja Asif", "Zabihullah Mujahid", "the ISPR", "Islamabad", "Kabul", "Lt. Gen. Ana Ruiz", "he", "she", "it", "they", "both sides", "the spokesman", "a security official",
        "officials", "the statement", "the study", "the ministry", "Mr. Strelsau, who heads the port,", "residents", "THE TALIBAN", "the U.N.", "state media", "Dr", "whose", "which",
    ];

    private static readonly string[] Cues =
    [
        "said", "says", "told", "according to", "denied", "accused", "of", "blamed", "for", "vowed to", "warned that", "claimed", "claims", "the allegation that", "refuted allegations by",
        "called on", "quoted him as saying", "adding that", "reportedly", "demand", "did not say", "made the allegation", "rejected the charge", "agreed", "ask", ":", "that",
    ];

    private static readonly string[] Contents =
    [
        "nine people were killed", "at least 67,023", "3,357 in the north, 1,346 in the south and 26 elsewhere", "two dozen", "1.3 million", "15-25 km", "Rs2.5bn", "between 15 and 20",
        "more than", "since January", "on Tuesday", "last month", "on October 12", "12-11-2025", "the 1267 sanctions regime", "a 23-year-old", "the bridge is shut", "children", "soldiers",
        "posts", "per day", "%", "killed", "injured", "and", "or", "but", "who", "10,", ".5", "1,,2", "9999999999999999999999", "twenty-", "½",
    ];

    private static readonly string[] Marks =
    [
        "“", "”", "\"", "‘", "’", "'", "«", "»", "(", ")", "[", "]", ",", ".", ";", ":", "…", "—", "–", "-", "?", "!", "’s", "\n", "\n\n", "\r\n", "\t", "\u00A0", "\u2028", "\u200B",
        "\u00AD", "\u0301", "😀", "👩‍👩‍👧", "𝔄", "\uD83D", "\uDE00", "\uFEFF", "\0", "\u202E", "ﬁ", "ß", "İ", "ı", "ǅ", "Ω", "पाक", "کابل", "中国", "e\u0301", "Z͑ͫ̓", "\uFFFD", "\u001F",
        "Post a Comment", "Read more", "Advertisement", "ISLAMABAD:", "date 2026-03-05 PESHAWAR:", "(AP) —", "By Ana Ruiz",
    ];

    [Fact]
    public void SpansAreInRangeAndInOrderWhateverTheText() => Holds(Texts, text => Read(text).TrueForAll(a => IsSound(Extractor.Extract(a))));

    [Fact]
    public void ClaimsStandInOneAnotherWithoutCircles() => Holds(Texts, text => Read(text).TrueForAll(a => NestsSoundly(Extractor.Extract(a).Claims)));

    [Fact]
    public void NoContentHoldsBoilerplate() => Holds(Texts, text => Read(text).TrueForAll(a =>
        Extractor.Extract(a).Claims.All(c => c.Content.All(span => !a.Boilerplate.Any(span.Overlaps)))));

    [Fact]
    public void AttributionsAreInRangeToo() => Holds(Texts, text => Read(text).TrueForAll(a =>
        Extractor.Attributions(a).All(found => found.Content.Count > 0 && AreInOrder(found.Content)
            && found.Source.Concat(found.Cue).Concat(found.Content).All(span => span.Length > 0 && new TextSpan(0, text.Length).Contains(span)))));

    [Fact]
    public void TheSameTextTwiceGivesTheSame() => Holds(Texts, text => Read(text).TrueForAll(a =>
        Describe(Extractor.Extract(a)) == Describe(Extractor.Extract(a)) && Describe(Extractor.Extract(a)) == Describe(Fresh.Value.Extract(a))));

    [Fact]
    public void TwoArticlesReadAtOnceGiveWhatEachGivesAlone() => Holds(
        from first in Texts from second in Texts select (first, second),
        both =>
        {
            var articles = Read(both.first).Concat(Read(both.second)).ToArray();
            var alone = articles.Select(a => Describe(Extractor.Extract(a))).ToArray();

            var together = new string[articles.Length];
            Parallel.For(0, articles.Length, new() { MaxDegreeOfParallelism = articles.Length }, i => together[i] = Describe(Extractor.Extract(articles[i])));

            return alone.SequenceEqual(together);
        });

    /// <summary>An engine that has read other texts before in another order.</summary>
    private static readonly Lazy<ClaimExtractor> Fresh = new(() => new(GoldFile.Dossier));

    private static Gen<string> Texts =>
        from pieces in Gen.ListOf(Gen.Frequency((4, Phrase), (2, Gen.Elements(Contents)), (1, Gen.Elements(Speakers)), (1, Gen.Elements(Cues)), (3, Gen.Elements(Marks))))
        from spaces in Gen.ListOf(Gen.Frequency((9, Gen.Constant(" ")), (1, Gen.Constant(""))), pieces.Count)
        select string.Concat(pieces.Zip(spaces, (piece, space) => piece + space));

    /// <summary>Mostly sentences, so that rules have something to find.</summary>
    private static Gen<string> Phrase =>
        from form in Gen.Elements("S C N. ", "“N,” C S. ", "“N,” S C. “N.” ", "N, C S. ", "S, C S, C N. ", "S C O of N and of N. ", "C S, N. ", "S C that S C that N.\n\n")
        from words in Gen.ListOf(Gen.Elements(Speakers).Zip(Gen.Elements(Cues)).Zip(Gen.Elements(Contents)), form.Length)
        select string.Concat(form.Select((c, i) => c switch { 'S' or 'O' => words[i].Item1.Item1, 'C' => words[i].Item1.Item2, 'N' => words[i].Item2, _ => c.ToString() }));

    /// <summary>The text as the reader gives it, and as it stands with halves of characters that no reader would let through.</summary>
    private static List<Article> Read(string text)
    {
        List<Article> articles = [new() { FileName = "a.txt", ContentHash = new string('0', 64), Text = text, Body = new(0, text.Length) }];
        if (ArticleReader.Read("b.txt", Encoding.UTF8.GetBytes(text)) is ReadOutcome.Read(var read))
            articles.Add(read);
        return articles;
    }

    private static bool IsSound(ArticleAnalysis found)
    {
        var all = new TextSpan(0, found.Article.Text.Length);
        bool IsIn(TextSpan span) => span.Length > 0 && all.Contains(span);
        var ids = found.Statistics.Select(s => s.Id).ToHashSet();
        return found.Claims.All(c => c.Content.Count > 0 && c.Content.All(IsIn) && AreInOrder(c.Content)
                && c.Content.All(s => found.Article.Body.Contains(s) || found.Article.TitleSpan?.Contains(s) == true)
                && (c.Cue is not { } cue || (IsIn(cue.Span) && cue.Lemma.Length > 0))
                && (c.Speaker.Span is not { } speaker || IsIn(speaker))
                && c.Speaker.ActorId.Length > 0 && c.Confidence is >= 0 and <= 1 && ids.IsSupersetOf(c.Statistics) && ClaimKey.IsWellFormed(c.Key))
            && found.Claims.Select(c => c.Key).Distinct().Count() == found.Claims.Count
            && found.Statistics.All(s => IsIn(s.Span) && (s.Low is null || s.High is null || s.Low <= s.High))
            && AreInOrder([.. found.Statistics.Select(s => s.Span)])
            && ids.Count == found.Statistics.Count
            && found.Mentions.All(m => IsIn(m.Span)) && found.Mentions.Select(m => m.Span).SequenceEqual(found.Mentions.Select(m => m.Span).Order());
    }

    private static bool NestsSoundly(IReadOnlyList<Claim> claims)
    {
        var outer = claims.ToDictionary(c => c.Key, c => c.NestedIn);
        return claims.All(c =>
        {
            var (at, steps) = (c.NestedIn, 0);
            while (at is not null && steps++ <= claims.Count)
            {
                if (!outer.TryGetValue(at, out at))
                    return false;
            }

            return at is null;
        });
    }

    private static bool AreInOrder(IReadOnlyList<TextSpan> spans) => spans.Zip(spans.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);

    private static string Describe(ArticleAnalysis analysis) => JsonSerializer.Serialize(analysis);

    /// <summary>The seed is fixed, so that a run that fails can be run again, and one that passes says the same everywhere.</summary>
    private static void Holds<T>(Gen<T> values, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(80).WithReplay(20260305, 4711), Prop.ForAll(values.ToArbitrary(), property));
}
