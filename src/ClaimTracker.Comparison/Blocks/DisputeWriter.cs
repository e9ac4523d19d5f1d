using System.Globalization;
using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Turns what blocks found into disputes: question, address, reason, features, score. Every word comes from lexicon and dossier.</summary>
internal sealed class DisputeWriter(ConflictModel model)
{
    private const int MostNamedPlaces = 4;

    /// <summary>How far apart answers are that are no numbers.</summary>
    private const double HalfWay = 0.5;

    public string Text(string name, params ReadOnlySpan<(string Name, string? Value)> values) => model.Lexicon.Texts[name].Fill(values);

    /// <summary>A dispute on a question of <see cref="QuestionBlock"/>.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="first">Who says that it happened; for other questions whoever stands first.</param>
    /// <param name="episode">When.</param>
    /// <param name="part">The place that tells it from others of the same days; null for none.</param>
    /// <param name="positions">Who says what.</param>
    public Dispute Write(Question question, SidePlace first, EpisodeId episode, string? part, PositionList positions)
    {
        var window = episode.Window;
        var act = model.Acts.All[question.Act];
        var other = question.Other >= 0 ? model.Acts.All[question.Other] : null;
        var agent = question.Agent >= 0 ? SideName(question.Agent) : null;
        var (accuser, denier) = Camps(positions, first);
        var days = Days.Of(window);
        var standing = act.Standing && other is not { Standing: false };
        var place = standing ? null : Places(positions, question.Kind == QuestionKind.Deed, act.Ground == ActGround.Other, question.Agent);
        var (kind, ask, why, slug) = question.Kind switch
        {
            QuestionKind.Deed => (DisputeKind.Denial, standing ? TextName.DenialQuestionStanding : TextName.DenialQuestion,
                standing ? TextName.DenialWhyStanding : TextName.DenialWhy, act.Id),
            QuestionKind.Who => (DisputeKind.Blame, TextName.MutualQuestion, TextName.MutualWhy, act.Id),
            _ => (DisputeKind.Characterisation, standing ? TextName.NamingQuestionStanding : TextName.NamingQuestion, TextName.NamingWhy,
                act.Id + "-or-" + other!.Id),
        };
        (string, string?)[] words =
        [
            ("agent", agent), ("act", act.Name), ("other", other?.Name), ("past", act.Past), ("place", place), ("days", days),
            ("accuser", accuser), ("denier", denier),
        ];
        var features = new List<string> { other is null ? $"same act: {act.Id}" : $"opposite names: {act.Id}, {other.Id}" };
        return Finish(new Dispute(Slug(slug, question.Agent >= 0 ? model.Dossier.Sides[question.Agent].Id : null, episode.Slug, part),
            Text(ask, words), kind, positions.Positions(), 0, Text(why, words)), positions, window, place, features);
    }

    /// <summary>A dispute between one of the two and a country that it accuses and that rejects it.</summary>
    public Dispute WriteCharge(Question question, int accuser, EpisodeId episode, PositionList positions)
    {
        var act = model.Acts.All[question.Act];
        var window = episode.Window;
        var accused = model.ActorName(question.Agent);
        var place = Places(positions, true);
        (string, string?)[] words = [("agent", accused), ("act", act.Name), ("place", place), ("days", Days.Of(window)), ("accuser", SideName(accuser)), ("denier", accused)];
        return Finish(new Dispute(Slug(act.Id, model.ActorId(question.Agent), episode.Slug), Text(TextName.DenialQuestion, words), DisputeKind.Denial,
            positions.Positions(), 0, Text(TextName.DenialWhy, words)), positions, window, place, [$"same act: {act.Id}", $"accused: {accused}"]);
    }

    /// <summary>Adds what every dispute has: features of days, places and articles, topics, days, score.</summary>
    /// <param name="dispute">Question, reason, positions.</param>
    /// <param name="positions">The same with what is known of the claims.</param>
    /// <param name="window">The event's days; unknown where it has none.</param>
    /// <param name="place">The place that the question names, or null.</param>
    /// <param name="features">What made the pairing.</param>
    /// <param name="difference">0 to 1: how far apart the answers are, where they are numbers.</param>
    public Dispute Finish(Dispute dispute, PositionList positions, EventWindow window, string? place, List<string> features, double difference = HalfWay)
    {
        if (Days.Of(window) is { Length: > 0 } days)
            features.Add($"same days: {days}");
        else if (positions.Articles == 1)
            features.Add("same article");
        if (!string.IsNullOrEmpty(place))
            features.Add($"place: {place}");
        features.Add(string.Create(CultureInfo.InvariantCulture, $"claims: {positions.Claims}, articles: {positions.Articles}"));
        var (from, to) = DaysOf(positions, window);
        return dispute with { Features = features, Topics = Topics(positions), Score = Score(positions, window, difference), From = from, To = to };
    }

    public string MeasureName(string measure) => model.Dossier.Measures.FirstOrDefault(m => m.Id == measure)?.Name ?? measure;

    /// <summary>What is counted, with whose they are: words that several groups share (“soldiers”) in the form that the group has of its own (“Ruritanian soldiers”).</summary>
    /// <param name="group">The group's id.</param>
    /// <param name="counted">As claims say it; as it is where the group has no such words of its own.</param>
    public string WithWhose(string group, string counted)
    {
        var own = model.Dossier.Groups.FirstOrDefault(g => g.Id == group)?.Words ?? [];
        return own.Contains(counted, StringComparer.OrdinalIgnoreCase)
            ? counted
            : own.FirstOrDefault(w => w.EndsWith(" " + counted, StringComparison.OrdinalIgnoreCase)) ?? counted;
    }

    public string SideName(int side) => model.Dossier.Sides[side].Name;

    public string SideId(int side) => model.Dossier.Sides[side].Id;

    public static string Slug(params ReadOnlySpan<string?> parts)
    {
        var slug = new System.Text.StringBuilder();
        foreach (var part in parts)
            if (!string.IsNullOrEmpty(part))
                slug.Append(slug.Length > 0 ? "-" : "").Append(Addressable(part));
        return slug.ToString();
    }

    /// <summary>The narrow places that claims name, in the dossier's order, with their country; without any the country; null where they name none.</summary>
    /// <param name="positions">The claims.</param>
    /// <param name="all">Whether a place counts that only one side names: what one alleges and the other denies as a whole.</param>
    /// <param name="abroad">Whether it is done on another's ground, so that the country tells something.</param>
    /// <param name="agent">The side that does it; −1 for none.</param>
    public string? Places(PositionList positions, bool all, bool abroad = false, int agent = -1)
    {
        var sides = positions.Sides.Select(positions.Places).ToList();
        var named = sides.SelectMany(s => s).Distinct().Where(p => all || sides.TrueForAll(s => s.Contains(p)))
            .Where(p => !abroad || model.Places.SideOf(p) != agent).Order().ToList();
        var narrow = named.Where(p => !model.Places.IsWide(p)
            && !named.Any(q => q != p && !model.Places.IsWide(q) && model.Places.Contains(p, q))).ToList();
        if (narrow.Count is 0 or > MostNamedPlaces)
            return abroad ? named.Where(model.Places.IsCountry).Select(model.Places.Name).FirstOrDefault() : null;
        var tops = narrow.Select(model.Places.Top).Distinct().ToList();
        var list = List([.. narrow.Select(model.Places.Name)]);
        return tops.Count == 1 && model.Places.IsCountry(tops[0]) ? $"{model.Places.Name(tops[0])} ({list})" : list;
    }

    /// <summary>The names of the two sides that stand against each other.</summary>
    private (string Accuser, string Denier) Camps(PositionList positions, SidePlace first)
    {
        var one = positions.Sides.First(s => model.PlaceOf(s) == first);
        var other = positions.Sides.First(s => model.PlaceOf(s) != first && model.IsParty(s));
        return (SideName(one), SideName(other));
    }

    private static string List(IReadOnlyList<string> names) => names.Count < 2
        ? string.Concat(names)
        : string.Join(", ", names.SkipLast(1)) + " and " + names[^1];

    /// <summary>Topics of a quarter of the claims or more, the most frequent first.</summary>
    private IReadOnlyList<string> Topics(PositionList positions)
    {
        var (counts, claims) = (positions.Topics, positions.Claims);
        return [.. Enumerable.Range(0, counts.Count).Where(t => counts[t] > 0 && counts[t] * 4 >= claims).OrderByDescending(t => counts[t])
            .Select(t => model.Dossier.Topics[t].Id)];
    }

    /// <summary>Six tenths of it is how sure the pairing is, three how widely it is contested, one how far apart the answers are.</summary>
    private static double Score(PositionList positions, EventWindow window, double difference)
    {
        var sure = positions.Sides.Min(positions.Confidence);
        var firmness = window.Basis == WindowBasis.Event ? 1 : 0.85;
        var breadth = 1 - 1.0 / (positions.Outlets + positions.Sides.Count() - 1);
        return Math.Round(sure * firmness * 0.6 + breadth * 0.3 + difference * 0.1, 3);
    }

    /// <summary>The event's days or, where it has none, from the first to the last on which anything was said of it.</summary>
    private static (DateOnly? From, DateOnly? To) DaysOf(PositionList positions, EventWindow window)
    {
        if (window.From != int.MinValue && window.To != int.MaxValue)
            return (DateOnly.FromDayNumber(window.From), DateOnly.FromDayNumber(window.To));
        return positions.Days is var (first, last) ? (DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last)) : (null, null);
    }

    private static string Addressable(string part)
    {
        var slug = new System.Text.StringBuilder();
        foreach (var letter in part.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        return slug.ToString().Trim('-');
    }
}
