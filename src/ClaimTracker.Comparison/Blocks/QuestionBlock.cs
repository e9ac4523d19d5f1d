using ClaimTracker.Comparison.Reading;
using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>A claim with its answer to the block's question.</summary>
internal sealed record Answer(ClaimFacts Claim, Stance Stance) : IDated
{
    public EventWindow Window => Claim.Window;
}

/// <summary>All claims that answer one question, on whatever day: the only ones that are compared with each other on it.</summary>
internal sealed class QuestionBlock(ConflictModel model, DisputeWriter writer, Question question)
{
    private readonly List<Answer> _answers = [];

    public bool IsEmpty => _answers.Count == 0;

    public void Add(ClaimFacts claim, Stance stance) => _answers.Add(new(claim, stance));

    public void Remove(ArticleFacts article) => _answers.RemoveAll(a => a.Claim.Article == article);

    /// <summary>The disputes among them, and pairs that only look like one.</summary>
    public void Compare(List<Dispute> disputes, List<NotComparable> apart)
    {
        _answers.Sort((a, b) => string.CompareOrdinal(a.Claim.Key, b.Claim.Key));
        var first = disputes.Count;
        if (IsStanding)
        {
            AddDispute(EventWindow.Unknown, _answers, disputes);
        }
        else
        {
            var episodes = Episodes.Of(_answers);
            foreach (var episode in episodes)
                foreach (var part in PlaceParts(episode.Items))
                    AddDispute(episode.Window, part, disputes);
            OtherDays.Find(model, writer, episodes, apart);
        }

        SlugOrder.MakeUnique(disputes, first);
    }

    private bool IsStanding => model.Acts.All[question.Act].Standing && (question.Other < 0 || model.Acts.All[question.Other].Standing);

    /// <summary>Claims about different places apart, unless a denial covers all of them.</summary>
    private List<List<Answer>> PlaceParts(List<Answer> answers)
    {
        if (question.Kind == QuestionKind.Who && answers.TrueForAll(a => a.Claim.Article == answers[0].Claim.Article))
            return [answers];
        var parts = PlaceGroups.Of(answers, a => a.Claim.Places, model.Places, out var general);
        if (parts.Count <= 1 || general.Any(a => question.Kind != QuestionKind.Deed || a.Stance.Answer == 1))
            return [answers];
        return parts;
    }

    private void AddDispute(EventWindow window, List<Answer> answers, List<Dispute> disputes)
    {
        if (Camps(answers) is not { } camps)
            return;
        var positions = new PositionList(model);
        foreach (var answer in answers.OrderBy(a => a.Stance.Backing))
        {
            var place = model.PlaceOf(answer.Claim.Side);
            var theirs = place switch { SidePlace.Left => camps.Left, SidePlace.Right => camps.Right, _ => -1 };
            if (place == SidePlace.Third)
                positions.Add(answer.Claim, answer.Stance.Backing || answer.Stance.Answer == camps.Right);
            else if (answer.Stance.Answer == theirs)
                positions.Add(answer.Claim, answer.Stance.Backing);
        }

        disputes.Add(writer.Write(question, window, positions));
    }

    /// <summary>What left and right answer, where they answer differently.</summary>
    private readonly record struct Opposition(int Left, int Right);

    /// <summary>The answers by which most claims of both oppose each other; null where none do. Third parties make no dispute of their own.</summary>
    private Opposition? Camps(List<Answer> answers)
    {
        var counts = answers.Where(a => !a.Stance.Backing).CountBy(a => (model.PlaceOf(a.Claim.Side), a.Stance.Answer)).ToDictionary();
        var values = counts.Keys.Select(k => k.Answer).Distinct().Order().ToList();
        Opposition? best = null;
        var most = 0;
        foreach (var left in values)
            foreach (var right in values.Where(r => r != left))
                if (counts.TryGetValue((SidePlace.Left, left), out var l) && counts.TryGetValue((SidePlace.Right, right), out var r) && Math.Min(l, r) * 1000 + l + r is var weight
                    && weight > most)
                    (best, most) = (new(left, right), weight);
        return best;
    }
}
