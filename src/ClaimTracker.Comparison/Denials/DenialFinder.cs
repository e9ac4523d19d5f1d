using System.Globalization;
using System.Runtime.InteropServices;
using ClaimTracker.Comparison.Blocks;
using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Denials;

/// <summary>Sets denials that name no known act against what others say in nearly their words, in the same article or about the same time.</summary>
/// <remarks>
/// Claims lie by the month in which they were said, denials beside them. A denial is held against its month and those around it, first by
/// the bits of its stems, which lie side by side: few claims are looked at. Denials in the same words are one question.
/// </remarks>
internal sealed class DenialFinder(ConflictModel model, DisputeWriter writer)
{
    private const int DaysOfMonth = 30;

    /// <summary>The month of what nothing dates: it is held against every other.</summary>
    private const int NoMonth = int.MinValue;

    private readonly SortedDictionary<int, Month> _months = [];
    private readonly Dictionary<(int Form, int Month), List<Denial>> _forms = [];
    private readonly PositionList _positions = new(model);
    private readonly HashSet<(int Form, int Month)> _changed = [];
    private readonly List<Denial> _meeting = [];
    private readonly Dictionary<(int Form, int Month), EpisodeResult> _results = [];

    public IEnumerable<EpisodeResult> Results => _results.Values;

    public void Add(ArticleFacts article)
    {
        foreach (var claim in article.Claims)
            MonthAt(MonthOf(claim)).Add(claim);
        foreach (var claim in article.Claims)
            foreach (var denial in Meeting(claim))
                if (denial.Worded.Rejects(claim, model))
                    Note(denial).Rejected.Add(claim);
        foreach (var worded in article.Worded)
            Add(worded).Rejected.UnionWith(article.Claims.Where(worded.IsInside));
    }

    public void Remove(ArticleFacts article)
    {
        foreach (var worded in article.Worded)
        {
            var denial = Note(MonthAt(MonthOf(worded.Claim)).Remove(worded));
            var there = _forms[denial.Key];
            there.Remove(denial);
            if (there.Count == 0)
                _forms.Remove(denial.Key);
        }

        foreach (var claim in article.Claims)
        {
            MonthAt(MonthOf(claim)).Remove(claim);
            foreach (var denial in Meeting(claim))
                if (denial.Rejected.Remove(claim))
                    Note(denial);
        }
    }

    /// <summary>Writes what is other than at the last call.</summary>
    public void Refresh(ChangeRecord changes)
    {
        foreach (var key in _changed)
        {
            var before = _results.GetValueOrDefault(key, EpisodeResult.Nothing);
            var after = _forms.TryGetValue(key, out var denials) ? Compare(denials) : EpisodeResult.Nothing;
            changes.Became(before, after);
            if (after.IsNothing)
                _results.Remove(key);
            else
                _results[key] = after;
        }

        _changed.Clear();
    }

    /// <summary>The denials that can be held against a claim.</summary>
    private List<Denial> Meeting(ClaimFacts claim)
    {
        _meeting.Clear();
        foreach (var month in Near(MonthOf(claim)))
            month.Meet(claim, _meeting);
        return _meeting;
    }

    private Denial Add(WordedDenial worded)
    {
        var month = MonthOf(worded.Claim);
        var denial = new Denial(worded, (worded.Form(), month));
        foreach (var near in Near(month))
            near.Find(worded, model, denial.Rejected);
        MonthAt(month).Add(denial);
        (CollectionsMarshal.GetValueRefOrAddDefault(_forms, denial.Key, out _) ??= []).Add(denial);
        return Note(denial);
    }

    private Denial Note(Denial denial)
    {
        _changed.Add(denial.Key);
        return denial;
    }

    /// <summary>Denials of one number can, by chance, be in other words.</summary>
    private EpisodeResult Compare(List<Denial> denials)
    {
        List<Dispute> disputes = [];
        var left = denials.OrderBy(d => d.Worded.Claim.Key, StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var same = left.FindAll(d => d.Worded.IsAs(left[0].Worded));
            left.RemoveAll(same.Contains);
            if (same.Exists(d => d.Rejected.Count > 0))
                disputes.Add(Write(same.FindAll(d => d.Rejected.Count > 0)));
        }

        return disputes.Count == 0 ? EpisodeResult.Nothing : new(disputes, [], []);
    }

    private Dispute Write(List<Denial> denials)
    {
        var first = denials[0].Worded;
        var rejected = denials.SelectMany(d => d.Rejected).Distinct().OrderBy(c => c.Key, StringComparer.Ordinal).ToList();
        var positions = _positions.Of(rejected.Concat(denials.Select(d => d.Worded.Claim)));
        var window = first.Claim.Window.Basis == WindowBasis.Event ? first.Claim.Window : EventWindow.Unknown;
        // Where a party and others say it, the question is between the two.
        var accuser = (rejected.Find(c => model.IsParty(c.Side)) ?? rejected[0]).Side;
        (string, string?)[] words =
        [
            ("agent", writer.SideName(accuser)), ("accuser", writer.SideName(accuser)), ("denier", writer.SideName(first.Claim.Side)),
            ("days", Days.Of(window)), ("words", first.Words),
        ];
        var dispute = new Dispute(
            DisputeWriter.Slug("denied", writer.SideId(accuser), first.Claim.Article.Key[..8], first.Claim.Start.ToString(CultureInfo.InvariantCulture)),
            writer.Text(TextName.WordingQuestion, words), DisputeKind.Denial, positions.Positions(), 0, writer.Text(TextName.WordingWhy, words));
        return writer.Finish(dispute, positions, window, null, ["same words, denied"]);
    }

    private static int MonthOf(ClaimFacts claim) => claim.Day is { } day ? day / DaysOfMonth : NoMonth;

    private Month MonthAt(int month)
    {
        if (!_months.TryGetValue(month, out var there))
            _months[month] = there = new();
        return there;
    }

    /// <summary>The months that a claim of one can meet.</summary>
    private IEnumerable<Month> Near(int month)
    {
        if (month == NoMonth)
            return _months.Values;
        int[] near = [NoMonth, month - 1, month, month + 1];
        return near.Where(_months.ContainsKey).Select(m => _months[m]);
    }

    /// <summary>A denial with what it is held against.</summary>
    private sealed record Denial(WordedDenial Worded, (int Form, int Month) Key)
    {
        public HashSet<ClaimFacts> Rejected { get; } = [];

        public bool Equals(Denial? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }

    /// <summary>The claims of a month and its denials, the bits of their stems side by side.</summary>
    private sealed class Month
    {
        private readonly List<ulong> _bits = [];
        private readonly List<ClaimFacts> _claims = [];
        private readonly List<Gate> _gates = [];
        private readonly List<Denial> _denials = [];

        public void Add(ClaimFacts claim)
        {
            _bits.Add(claim.LikeBits);
            _claims.Add(claim);
        }

        public void Remove(ClaimFacts claim)
        {
            var place = _claims.IndexOf(claim);
            (_bits[place], _claims[place]) = (_bits[^1], _claims[^1]);
            _bits.RemoveAt(_bits.Count - 1);
            _claims.RemoveAt(_claims.Count - 1);
        }

        public void Add(Denial denial)
        {
            _gates.Add(denial.Worded.Gate);
            _denials.Add(denial);
        }

        public Denial Remove(WordedDenial worded)
        {
            var place = _denials.FindIndex(d => d.Worded == worded);
            var denial = _denials[place];
            _gates.RemoveAt(place);
            _denials.RemoveAt(place);
            return denial;
        }

        /// <summary>Appends the denials that can reject a claim.</summary>
        public void Meet(ClaimFacts claim, List<Denial> found)
        {
            var gates = CollectionsMarshal.AsSpan(_gates);
            for (var i = 0; i < gates.Length; i++)
                if (gates[i].Lets(claim.LikeBits))
                    found.Add(_denials[i]);
        }

        public void Find(WordedDenial denial, ConflictModel model, HashSet<ClaimFacts> found)
        {
            var gate = denial.Gate;
            var bits = CollectionsMarshal.AsSpan(_bits);
            for (var i = 0; i < bits.Length; i++)
                if (gate.Lets(bits[i]) && denial.Rejects(_claims[i], model))
                    found.Add(_claims[i]);
        }
    }
}
