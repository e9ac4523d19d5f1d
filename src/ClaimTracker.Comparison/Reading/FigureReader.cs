using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Reading;

/// <summary>Gives each claim the figures in its content, as intervals. A figure inside a nested claim belongs to that one alone.</summary>
internal sealed class FigureReader(ConflictModel model, SharedLists lists)
{
    private readonly PhraseTable _ownDead = PhraseTable.Of(model.Vocabulary, model.Lexicon.Words["own dead"]);
    private readonly WordReader _reader = new(model.Vocabulary);
    private readonly List<Word> _words = [];
    private readonly List<PhraseHit> _hits = [];
    private readonly List<Party> _parties = [];

    /// <summary>How far after a number the words stand that tell whose they are, in words and in code units.</summary>
    private const int NearWords = 4, NearReach = 40;

    public void Read(ArticleAnalysis analysis, IReadOnlyList<ClaimFacts> facts)
    {
        foreach (var group in analysis.Statistics.Where(s => s.Measure is not null).GroupBy(s => Innermost(analysis.Claims, s)))
            if (group.Key >= 0)
                facts[group.Key].Figures =
                    [.. group.Select(s => Figure(analysis.Article.Text, s, analysis.Claims[group.Key], facts[group.Key]))];
    }

    /// <summary>The claim with the fewest words around the figure; the later one of two.</summary>
    private static int Innermost(IReadOnlyList<Claim> claims, Statistic statistic)
    {
        var (best, length) = (-1, int.MaxValue);
        for (var i = 0; i < claims.Count; i++)
            if (claims[i].Content.Any(c => c.Contains(statistic.Span)) && claims[i].Content.Sum(c => c.Length) is var own && own <= length)
                (best, length) = (i, own);
        return best;
    }

    private FigureFacts Figure(string text, Statistic statistic, Claim claim, ClaimFacts facts)
    {
        var (low, high) = Interval(statistic);
        // Days of a count that no words tell are those of what the whole article is about; the claim's own are nearer.
        var guessed = statistic.Period is { Words: null, Basis: DateBasis.Inferred } && facts.Window.Basis == WindowBasis.Event && facts.Window.Length <= EventWindow.LongestEvent;
        var window = !guessed && statistic.Period is { } period && (period.From is not null || period.To is not null)
            ? EventWindow.Of(period, WindowBasis.Event)
            : facts.Window;
        int[] places = model.Places.Find(statistic.Place) is >= 0 and var place ? lists.Of([place]) : facts.Places;
        return new(statistic.Id, statistic.Span.In(text).ToString(), low, high, statistic.Measure!, statistic.Unit,
            statistic.OfSide ?? GroupNear(text, statistic, claim, facts.Side), statistic.Counted, CategoryOf(text, statistic, claim))
        {
            Window = window,
            OwnPeriod = statistic.Period is not null,
            Places = places,
            Rejected = claim.ContentDenied,
        };
    }

    /// <summary>Whose they are by the words around the number: “two of its soldiers”, “three Ruritanian guards”; null where nothing tells.</summary>
    private string? GroupNear(string text, Statistic statistic, Claim claim, int speaker)
    {
        if (claim.Content.FirstOrDefault(c => c.Contains(statistic.Span)) is not { Length: > 0 } content)
            return null;
        _words.Clear();
        _parties.Clear();
        _reader.Read(text, new(statistic.Span.End, Math.Min(content.End, statistic.Span.End + NearReach)), _words);
        model.Parties.Find(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words)[..Math.Min(_words.Count, NearWords)], _parties);
        var side = _parties.Where(p => p.Kind != PartyKind.Ground).Select(p => p.Kind == PartyKind.Speaker ? speaker : p.Side).FirstOrDefault(-1);
        if (side < 0 && model.IsParty(speaker) && _ownDead.Count(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words), 0, Math.Min(_words.Count, NearWords)) > 0)
            side = speaker;
        return model.IsParty(side) ? model.Dossier.Sides[side].Id : null;
    }

    /// <summary>By what is counted or, where that doesn't tell, by what follows it: “18 members of one family”.</summary>
    private int CategoryOf(string text, Statistic statistic, Claim claim)
    {
        if (statistic.Counted is { } counted && Category(counted, new(0, counted.Length)) is >= 0 and var known)
            return known;
        return claim.Content.FirstOrDefault(c => c.Contains(statistic.Span)) is { Length: > 0 } content
            ? Category(text, new(statistic.Span.End, Math.Min(content.End, statistic.Span.End + NearReach)))
            : -1;
    }

    private int Category(string text, TextSpan span)
    {
        _words.Clear();
        _hits.Clear();
        _reader.Read(text, span, _words);
        model.Categories.Find(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words)[..Math.Min(_words.Count, NearWords)], _hits);
        return _hits.Count > 0 ? _hits[0].Value : -1;
    }

    /// <summary>What the words allow: “about” a tenth either way, “nearly” down to three quarters.</summary>
    private static (double Low, double High) Interval(Statistic statistic)
    {
        var low = statistic.Low ?? double.NegativeInfinity;
        var high = statistic.High ?? double.PositiveInfinity;
        return statistic.Qualifier switch
        {
            Qualifier.About => (low * 0.9, high * 1.1),
            Qualifier.Nearly => (high * 0.75, high),
            Qualifier.MoreThan => (low + Step(low), high),
            Qualifier.LessThan => (low, high - Step(high)),
            _ => (low, high),
        };
    }

    /// <summary>“More than 200 people” begins at 201; of parts of a one there is no next.</summary>
    private static double Step(double bound) => bound == Math.Floor(bound) ? 1 : 0;
}
