using System.Globalization;
using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>An exact number of one measure, whoever is counted.</summary>
internal readonly record struct NumberKey(string Measure, string Unit, double Number);

/// <summary>Claims with the same number: where the two sides give it to other people, another place or another day, they speak of one event.</summary>
internal sealed class NumberBlock(ConflictModel model, DisputeWriter writer, NumberKey key) : Block<FigureClaim>(model, standing: false)
{
    /// <summary>Smaller numbers are the same by chance too often to tell one event from another.</summary>
    private const int LeastOfOneEvent = 5, LeastOfOtherEvents = 20;

    /// <summary>How far apart two days can be to be two dates of one event.</summary>
    private const int FarthestDays = 3;

    private readonly Numbers<string> _groups = new(StringComparer.Ordinal);
    private readonly Numbers<string> _sorts = new(StringComparer.Ordinal);

    /// <summary>What can be compared at all; null for figures that are no exact number, too small, or rejected.</summary>
    public static NumberKey? KeyOf(FigureFacts figure) =>
        figure.Low == figure.High && figure is { Low: >= LeastOfOneEvent, Rejected: false } ? new(figure.Measure, figure.Unit ?? "", figure.Low) : null;

    public void Add(FigureClaim figure) => Map.Add(figure);

    protected override Cell CellOf(FigureClaim figure) => Cells.Of(figure.Claim, figure.Figure.Places,
        figure.Figure.Group is { } group ? _groups.Of(group) : -1, false,
        figure.Figure.Category >= 0 ? _sorts.Of(Model.Lexicon.Categories[figure.Figure.Category].Whole) : -1);

    protected override EpisodeResult Compare(EpisodeId episode, OrderedItems<FigureClaim> items, Scratch scratch)
    {
        if (episode.Kind is not (EpisodeKind.Event or EpisodeKind.Article))
            return EpisodeResult.Nothing;
        List<Dispute> disputes = [];
        foreach (var (part, place) in Parts.Of(items.Cells, items.Ranks(scratch), scratch, out _))
            if (place >= 0 || part.TrueForAll(r => items.Cells[r].Article == items.Cells[part[0]].Article))
                AddSorts(episode, place, new(items, part, scratch), disputes);
        if (key.Number >= LeastOfOtherEvents && episode.Kind == EpisodeKind.Event)
            AddPlaces(episode, new(items, items.Ranks(scratch), scratch), disputes);
        return new(disputes, [], []);
    }

    protected override EpisodeResult CompareWithNext(EpisodeId episode, OrderedItems<FigureClaim> items, EpisodeId next, OrderedItems<FigureClaim> later, Scratch scratch)
    {
        if (key.Number < LeastOfOtherEvents || next.From - episode.To > FarthestDays)
            return EpisodeResult.Nothing;
        List<Dispute> disputes = [];
        AddDays(episode, new(items, items.Ranks(scratch), scratch), next, new(later, later.Ranks(scratch), scratch), disputes);
        return new(disputes, [], []);
    }

    /// <summary>One says that they were civilians, the other that they were fighters.</summary>
    private void AddSorts(EpisodeId episode, int place, Figures figures, List<Dispute> disputes)
    {
        var rights = figures.Where(c => c.Stands == SidePlace.Right && c.Sort >= 0).By(c => c.Sort);
        foreach (var (sort, left) in figures.Where(c => c.Stands == SidePlace.Left && c.Sort >= 0).By(c => c.Sort))
            foreach (var (other, right) in rights.Where(r => r.Value != sort))
                disputes.Add(Write(DisputeKind.Category, episode, left, right, _sorts[sort], _sorts[other],
                    DisputeWriter.Slug(_sorts[sort], _sorts[other], place >= 0 ? Model.Places.Id(place) : null)));
    }

    /// <summary>One says that it was here, the other that it was there.</summary>
    private void AddPlaces(EpisodeId episode, Figures figures, List<Dispute> disputes)
    {
        foreach (var (group, own) in figures.Where(c => c.Said >= 0).By(c => c.Said))
        {
            var parts = Parts.Of(own.Items.Cells, own.Ranks, own.Scratch, out var general);
            if (general.Count > 0 || parts.Count != 2)
                continue;
            var (first, second) = (own with { Ranks = parts[0].Ranks }, own with { Ranks = parts[1].Ranks });
            var (left, right, places) = first.Stands == SidePlace.Left ? (first, second, (parts[0].First, parts[1].First)) : (second, first, (parts[1].First, parts[0].First));
            if (left.AllStand(SidePlace.Left) && right.AllStand(SidePlace.Right))
                disputes.Add(Write(DisputeKind.DateOrPlace, episode, left, right, Model.Places.Name(places.Item1), Model.Places.Name(places.Item2),
                    DisputeWriter.Slug("place", _groups[group])));
        }
    }

    /// <summary>One says that it was on this day, the other that it was days later.</summary>
    private void AddDays(EpisodeId episode, Figures earlier, EpisodeId next, Figures later, List<Dispute> disputes)
    {
        var seconds = later.Where(c => c.Said >= 0).By(c => c.Said);
        foreach (var (group, first) in earlier.Where(c => c.Said >= 0).By(c => c.Said))
            foreach (var (_, second) in seconds.Where(s => s.Value == group))
            {
                if (!Touch(first, second))
                    continue;
                var (left, right, days) = first.Stands == SidePlace.Left ? (first, second, (episode, next)) : (second, first, (next, episode));
                if (left.AllStand(SidePlace.Left) && right.AllStand(SidePlace.Right))
                    disputes.Add(Write(DisputeKind.DateOrPlace, episode, left, right, Days.Of(days.Item1.Window), Days.Of(days.Item2.Window),
                        DisputeWriter.Slug("day", _groups[group])));
            }
    }

    /// <summary>A burst names few places many times over: each list of places is looked at once.</summary>
    private bool Touch(Figures first, Figures second)
    {
        var others = second.By(c => c.Places);
        return first.By(c => c.Places).TrueForAll(own => others.TrueForAll(other => Touch(Cells.Lists[own.Value], Cells.Lists[other.Value])));
    }

    private bool Touch(int[] own, int[] other) => Array.Exists(own, p => !Model.Places.IsWide(p) && Array.Exists(other, q =>
        !Model.Places.IsWide(q) && Model.Places.Touch(p, q)));

    private Dispute Write(
        DisputeKind kind, EpisodeId episode, Figures left, Figures right, string first, string second, string part)
    {
        var positions = left.Scratch.Positions.Of(Cells.Lists, (side, rank) => (Model.PlaceOf(side) == SidePlace.Left ? left : right).Items.Key(rank));
        positions.Add(left.Items.Cells, left.Ranks);
        positions.Add(right.Items.Cells, right.Ranks);
        var category = kind == DisputeKind.Category;
        var number = key.Number.ToString("#,0.##", CultureInfo.InvariantCulture);
        (string, string?)[] words =
        [
            ("number", number), ("measure", writer.MeasureName(key.Measure)), ("first", first), ("second", second),
            ("days", category ? Days.Of(episode.Window) : ""), ("place", category ? writer.Places(positions, false) : ""),
            ("accuser", writer.SideName(left.First.Side)), ("denier", writer.SideName(right.First.Side)),
        ];
        var dispute = new Dispute(DisputeWriter.Slug(number, key.Measure, episode.Slug, part),
            writer.Text(category ? TextName.CategoryQuestion : TextName.DateOrPlaceQuestion, words), kind, positions.Positions(), 0,
            writer.Text(category ? TextName.CategoryWhy : TextName.DateOrPlaceWhy, words))
        {
            Difference = writer.Text(TextName.FigureDifference, ("first", first), ("second", second)),
        };
        return writer.Finish(dispute, positions, episode.Window, null, [$"same number: {number} {key.Measure}", $"{first} against {second}"]);
    }

    /// <summary>Some figures of an episode, by their ranks.</summary>
    private readonly record struct Figures(OrderedItems<FigureClaim> Items, List<int> Ranks, Scratch Scratch)
    {
        public Cell First => Items.Cells[Ranks[0]];

        public SidePlace Stands => First.Stands;

        public bool AllStand(SidePlace place)
        {
            foreach (var rank in Ranks)
                if (Items.Cells[rank].Stands != place)
                    return false;
            return true;
        }

        public Figures Where(Predicate<Cell> counts)
        {
            var ranks = Scratch.List();
            foreach (var rank in Ranks)
                if (counts(Items.Cells[rank]))
                    ranks.Add(rank);
            return this with { Ranks = ranks };
        }

        /// <summary>Apart by a number that each has, in the order in which they first come.</summary>
        public List<(int Value, Figures Figures)> By(Func<Cell, int> valueOf)
        {
            List<(int Value, Figures Figures)> parts = [];
            var places = Scratch.Map();
            foreach (var rank in Ranks)
            {
                var value = valueOf(Items.Cells[rank]);
                ref var place = ref places.Of(value, out var known);
                if (!known)
                {
                    place = parts.Count;
                    parts.Add((value, this with { Ranks = Scratch.List() }));
                }

                parts[place].Figures.Ranks.Add(rank);
            }

            return parts;
        }
    }
}
