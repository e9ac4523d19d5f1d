using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Reading;

/// <summary>Figures that no number tells: “no soldier was killed”, “nobody died there” say that there were none.</summary>
internal sealed class NoneFigures(ConflictModel model)
{
    /// <summary>The unit of those who are counted without a number.</summary>
    private const string People = "people";

    private readonly string[] _measures = [.. model.Lexicon.None.Keys.Order(StringComparer.Ordinal)];
    private readonly PhraseTable _phrases = Phrases(model);
    private readonly PhraseTable _ownDead = PhraseTable.Of(model.Vocabulary, model.Lexicon.Words["own dead"]);
    private readonly List<PhraseHit> _hits = [];

    /// <summary>Those of a claim whose words were read last and that has no figure of that measure; none where nothing tells whose they would be.</summary>
    public IEnumerable<FigureFacts> Of(string text, ClaimFacts claim, ContentReader content)
    {
        _hits.Clear();
        _phrases.Find(content.Words, _hits);
        List<FigureFacts> found = [];
        foreach (var hit in _hits)
        {
            var measure = _measures[hit.Value];
            if (claim.Denied || found.Exists(f => f.Measure == measure) || Group(claim, content, hit) is not { } group)
                continue;
            var words = new TextSpan(content.Words[hit.Start].Start, content.Words[hit.End - 1].End).In(text).ToString();
            found.Add(new($"{claim.Key}-no-{measure}", words, 0, 0, measure, People, group, null, Category(content, hit))
            {
                Window = claim.Window,
                OwnPeriod = false,
                Places = claim.Places,
                Rejected = false,
            });
        }

        return found;
    }

    /// <summary>Whose they would be: as a name among the words tells, “our” and “its”, or a word for the speaker's own dead.</summary>
    private string? Group(ClaimFacts claim, ContentReader content, PhraseHit hit)
    {
        foreach (var party in content.Parties)
            if (party.Kind != PartyKind.Ground && party.Start >= hit.Start - 1 && party.Start < hit.End + 3)
                return (party.Kind == PartyKind.Speaker ? claim.Side : party.Side) is var side && model.IsParty(side) ? model.Dossier.Sides[side].Id : null;
        return model.IsParty(claim.Side) && _ownDead.Count(content.Words, hit.Start, hit.End) > 0 ? model.Dossier.Sides[claim.Side].Id : null;
    }

    private int Category(ContentReader content, PhraseHit hit)
    {
        List<PhraseHit> found = [];
        model.Categories.Find(content.Words[hit.Start..hit.End], found);
        return found.Count > 0 ? found[0].Value : -1;
    }

    private static PhraseTable Phrases(ConflictModel model)
    {
        var table = new PhraseTable(model.Vocabulary);
        foreach (var (measure, number) in model.Lexicon.None.Keys.Order(StringComparer.Ordinal).Select((m, i) => (m, i)))
            foreach (var phrase in model.Lexicon.None[measure].SelectMany(p => ActList.Expand(p, model.Lexicon.Classes)))
                table.Add(phrase, number);
        return table;
    }
}
