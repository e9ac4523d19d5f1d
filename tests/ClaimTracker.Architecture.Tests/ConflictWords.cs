using System.Text.RegularExpressions;
using ClaimTracker.Domain;

namespace ClaimTracker.Architecture.Tests;

/// <summary>The words that only this conflict brings: from the names of its sides, their people and places, and its armed groups.</summary>
internal sealed partial class ConflictWords
{
    /// <summary>Shorter words are ordinary in too many languages.</summary>
    private const int ShortestWord = 5;
    private const int ShortestAbbreviation = 3;

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _abbreviations = new(StringComparer.Ordinal);

    /// <param name="dossier">The conflict.</param>
    /// <param name="ordinary">English words that occur in its names.</param>
    public ConflictWords(Dossier dossier, IEnumerable<string> ordinary)
    {
        foreach (var part in Names(dossier).SelectMany(name => Letters().Matches(name)).Select(match => match.Value))
            if (part.Length >= ShortestWord && char.IsUpper(part[0]) && !IsAbbreviation(part))
                _words.Add(part);
            else if (part.Length >= ShortestAbbreviation && IsAbbreviation(part))
                _abbreviations.Add(part);
        _words.ExceptWith(ordinary);
    }

    public int Count => _words.Count + _abbreviations.Count;

    /// <summary>The conflict's words in a text, parts of identifiers among them: <c>WeirKeeper</c> has “Weir”.</summary>
    public IEnumerable<string> In(string text)
    {
        foreach (var word in Letters().Matches(text).Select(match => match.Value))
        {
            if (_abbreviations.Contains(word) || _words.Contains(word))
                yield return word;
            else
                foreach (var part in Parts().Matches(word).Select(match => match.Value).Where(_words.Contains))
                    yield return part;
        }
    }

    private static IEnumerable<string> Names(Dossier dossier)
    {
        var camps = dossier.Sides.Where(side => side.Place != SidePlace.Third).Select(side => side.Id).ToHashSet();
        var grounds = dossier.Actors.Where(actor => actor.Territory is not null && camps.Contains(actor.Side ?? "")).Select(actor => actor.Territory!).ToHashSet();
        var within = dossier.Places.ToDictionary(place => place.Id, place => place.Within);
        return
        [
            .. dossier.Actors.Where(actor => camps.Contains(actor.Side ?? "") || actor.Kind == ActorKind.ArmedGroup)
                .SelectMany(actor => (string[])[actor.Name, .. actor.Aliases, .. actor.ShortNames, .. actor.Adjectives]),
            .. dossier.Places.Where(place => LiesIn(place.Id)).SelectMany(place => place.Aliases),
        ];

        bool LiesIn(string? place) => place is not null && (grounds.Contains(place) || LiesIn(within[place]));
    }

    private static bool IsAbbreviation(string word) => word.Length <= 5 && word.All(char.IsUpper);

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+")]
    private static partial Regex Parts();
}
