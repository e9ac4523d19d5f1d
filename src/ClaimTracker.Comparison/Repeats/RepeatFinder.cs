using System.Runtime.InteropServices;
using ClaimTracker.Comparison.Blocks;
using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Repeats;

/// <summary>Finds the same statement at several places, among the claims of one camp of one day and the days around it.</summary>
/// <remarks>
/// Claims meet by the telling stems of their wording, by speaker and day, or by the same answers about the same days; two that are one
/// statement always share one of those. Which claims are one statement does not depend on the order in which they came.
/// </remarks>
internal sealed class RepeatFinder(ConflictModel model, DisputeWriter writer)
{
    /// <summary>What was told of so many places is kept: putting them in order again takes longer than one more article should.</summary>
    private const int WorthKeeping = 32;

    private readonly Buckets<ClaimFacts> _byStem = new();
    private readonly Buckets<ClaimFacts> _bySpeaker = new();
    private readonly Buckets<ClaimFacts> _byStatement = new();
    private readonly HashSet<RepeatSet> _sets = [];
    private readonly HashSet<RepeatSet> _changed = [];
    private readonly List<Repeat> _gone = [];
    private readonly List<ClaimFacts> _near = [];
    private readonly NumberMap _articles = new();

    public void Add(ArticleFacts article)
    {
        foreach (var claim in article.Claims)
        {
            foreach (var stem in claim.TellingStems)
                _byStem.Add(StemKey(claim, stem, Day(claim)), claim);
            _bySpeaker.Add(SpeakerKey(claim, Day(claim)), claim);
            if (Statement(claim) is { } statement)
                _byStatement.Add(StatementKey(claim, statement, claim.Window.To), claim);
        }

        foreach (var claim in article.Claims)
            JoinWithAll(claim);
    }

    public void Remove(ArticleFacts article)
    {
        foreach (var claim in article.Claims)
        {
            foreach (var stem in claim.TellingStems)
                _byStem.Remove(StemKey(claim, stem, Day(claim)), claim);
            _bySpeaker.Remove(SpeakerKey(claim, Day(claim)), claim);
            if (Statement(claim) is { } statement)
                _byStatement.Remove(StatementKey(claim, statement, claim.Window.To), claim);
        }

        var broken = article.Claims.Select(c => c.Repeats).OfType<RepeatSet>().Distinct().ToList();
        foreach (var set in broken)
        {
            Drop(set);
            foreach (var claim in set.Claims)
                claim.Repeats = null;
        }

        foreach (var claim in broken.SelectMany(s => s.Claims).Where(c => c.Article != article))
            JoinWithAll(claim);
    }

    /// <summary>Tells which repeats are other than at the last call.</summary>
    public void Refresh(ChangeRecord changes)
    {
        foreach (var repeat in _gone)
            changes.Gone(repeat);
        foreach (var set in _changed)
        {
            var repeat = Write(set);
            changes.Came(repeat);
            set.IsTold = true;
            set.Told = set.Claims.Count >= WorthKeeping ? repeat : null;
        }

        _gone.Clear();
        _changed.Clear();
    }

    /// <summary>All repeats, the earliest first.</summary>
    public IReadOnlyList<Repeat> Result() =>
        [.. _sets.Select(s => (Set: s, First: s.InOrder()[0])).OrderBy(s => s.First, RepeatSet.ByDay).Select(s => Write(s.Set))];

    private Repeat Write(RepeatSet set)
    {
        var claims = set.InOrder();
        var name = claims.Skip(1).All(c => Wordings.AreOne(claims[0], c)) ? TextName.RepeatWording : TextName.RepeatStatement;
        var days = claims.Where(c => c.SaidKnown).Select(c => c.Day!.Value).ToList();
        var told = days.Count == 0 ? "" : Days.Of(new(days.Min(), days.Max(), WindowBasis.Said));
        List<string> features = [name == TextName.RepeatWording ? "same words" : "same statement",
            claims.TrueForAll(c => c.Speaker == claims[0].Speaker) ? "same speaker" : "same body"];
        if (told.Length > 0)
            features.Add($"said on: {told}");
        features.Add($"articles: {Articles(claims)}");
        return new(claims.ConvertAll(c => c.Key).ToArray(), writer.Text(name, ("speaker", model.ActorName(claims[0].Speaker)), ("days", told)))
        {
            Features = features,
            Score = Math.Round(name == TextName.RepeatWording ? claims.Skip(1).Min(c => Wordings.Share(claims[0], c)) : claims.Min(c => c.Confidence), 3),
        };
    }

    private int Articles(List<ClaimFacts> claims)
    {
        _articles.Clear();
        var count = 0;
        foreach (var claim in claims)
            if (_articles.Add(claim.Article.Number))
                count++;
        return count;
    }

    private void JoinWithAll(ClaimFacts claim)
    {
        _near.Clear();
        FindNearWords(claim);
        foreach (var other in _near)
            if (CanJoin(claim, other) && Wordings.CanBeOne(claim, other) && Wordings.AreOne(claim, other))
                Join(claim, other);
        _near.Clear();
        FindNearStatements(claim);
        foreach (var other in _near)
            if (CanJoin(claim, other) && SameStatement(claim, other))
                Join(claim, other);
    }

    private void FindNearWords(ClaimFacts claim)
    {
        for (var off = -1; off <= 1; off++)
        {
            foreach (var stem in claim.TellingStems)
                _byStem.Find(StemKey(claim, stem, Day(claim) + off), _near);
            _bySpeaker.Find(SpeakerKey(claim, Day(claim) + off), _near);
        }
    }

    private void FindNearStatements(ClaimFacts claim)
    {
        if (Statement(claim) is { } statement)
            for (var off = -1; off <= 1; off++)
                _byStatement.Find(StatementKey(claim, statement, claim.Window.To + off), _near);
    }

    /// <summary>Whether two claims can be one statement whatever they say: not one inside the other, by one camp, both told or both denied.</summary>
    private bool CanJoin(ClaimFacts first, ClaimFacts second) =>
        first != second && (first.Repeats is null || first.Repeats != second.Repeats) && first.Denied == second.Denied
        && first.NestedIn != second.Key && second.NestedIn != first.Key && model.SameChain(first.Speaker, second.Speaker);

    /// <summary>The same answers about the same days and places, in whatever words.</summary>
    private bool SameStatement(ClaimFacts first, ClaimFacts second) =>
        Statement(first) is { } statement && statement == Statement(second) && first.Window.Fits(second.Window)
        && SamePlaces(first.Places, second.Places) && AreSame(first.Stances, second.Stances);

    /// <summary>Whether two lists name the same places, countries aside that only one of them names: who did it is often named by his country.</summary>
    private bool SamePlaces(int[] first, int[] second) =>
        Array.TrueForAll(first, p => model.Places.IsWide(p) || Array.IndexOf(second, p) >= 0)
        && Array.TrueForAll(second, p => model.Places.IsWide(p) || Array.IndexOf(first, p) >= 0)
        && (first.Length == 0 == (second.Length == 0)) && (first.Length == 0 || Array.Exists(first, p => Array.IndexOf(second, p) >= 0));

    /// <summary>Whether two short lists hold the same, in whatever order; each holds nothing twice.</summary>
    private static bool AreSame(Stance[] first, Stance[] second) =>
        first.Length == second.Length && Array.TrueForAll(first, s => Array.IndexOf(second, s) >= 0);

    private void Join(ClaimFacts first, ClaimFacts second)
    {
        var one = first.Repeats ?? new(first);
        var other = second.Repeats ?? new(second);
        if (one.Claims.Count < other.Claims.Count)
            (one, other) = (other, one);
        TakeBack(one);
        Drop(other);
        one.Add(other);
        foreach (var claim in other.Claims)
            claim.Repeats = one;
        first.Repeats = second.Repeats = one;
        _sets.Add(one);
        _changed.Add(one);
    }

    private void Drop(RepeatSet set)
    {
        TakeBack(set);
        _sets.Remove(set);
        _changed.Remove(set);
    }

    /// <summary>Notes what was told of a set, before the set is another. What was told of a small one isn't kept: most never change again.</summary>
    private void TakeBack(RepeatSet set)
    {
        if (!set.IsTold)
            return;
        _gone.Add(set.Told ?? Write(set));
        (set.IsTold, set.Told) = (false, null);
    }

    /// <summary>What a claim about one dated event says, its wording aside; null for one that says nothing of that kind.</summary>
    private static int? Statement(ClaimFacts claim)
    {
        if (claim.Stances.Length == 0 || claim.Figures.Length > 0 || claim.Window is not { IsEvent: true, Basis: WindowBasis.Event })
            return null;
        var hash = 0;
        foreach (var stance in claim.Stances)
            hash ^= stance.GetHashCode();
        return hash;
    }

    /// <summary>The day by which claims meet: where it is unknown, a number of the article's own that no day has.</summary>
    private static int Day(ClaimFacts claim) => claim.Day ?? -4 * (claim.Article.Number + 1);

    private long StemKey(ClaimFacts claim, int stem, int day) => Key(model.RootOf(claim.Speaker), stem, day);

    private static long SpeakerKey(ClaimFacts claim, int day) => Key(claim.Speaker, 0, day);

    private long StatementKey(ClaimFacts claim, int statement, int day) => Key(model.RootOf(claim.Speaker), statement, day);

    /// <summary>A mixture that different parts can share by chance: whoever meets is compared in full.</summary>
    private static long Key(int who, int what, int day) =>
        unchecked((((long)who * 0x5851F42D) ^ day) * 0x4C957F2D14057B7D + (uint)what * 0x27D4EB2F165667C5L);
}
