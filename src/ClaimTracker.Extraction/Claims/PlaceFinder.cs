using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>Finds the dossier's places in a stretch of text.</summary>
internal sealed class PlaceFinder
{
    private readonly PhraseTrie<(Place Place, bool Small)> _names = new();
    private readonly Dictionary<string, Place> _byId = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Place> _byName = new(StringComparer.OrdinalIgnoreCase);

    public PlaceFinder(Dossier dossier, Vocabulary vocabulary)
    {
        foreach (var place in dossier.Places)
        {
            _byId.TryAdd(place.Id, place);
            foreach (var name in place.Aliases.Append(place.Name))
            {
                _names.Add(vocabulary, name, (place, char.IsLower(name[0])));
                _byName.TryAdd(name, place);
            }
        }

        foreach (var place in dossier.Places)
        {
            foreach (var name in place.GenericNames)
                _names.Add(vocabulary, name, (place, true));
        }
    }

    /// <summary>Appends the ids of the places in some tokens, each once.</summary>
    public void Find(ArticleTokens article, TokenRange range, List<string> found)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            var length = _names.Match(article.Tokens, article.Text, i, out var named);
            if (length == 0 || i + length > range.End || !(named.Small || article.Tokens[i].Has(TokenFlags.Capital)))
                continue;
            if (!found.Contains(named.Place.Id))
                found.Add(named.Place.Id);
            i += length - 1;
        }
    }

    /// <summary>The place that is called so, or null.</summary>
    public Place? Called(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The place that contains another, as far up as the dossier tells.</summary>
    public Place Outermost(Place place)
    {
        for (var steps = 0; steps < 16 && place.Within is { } within && _byId.TryGetValue(within, out var outer); steps++)
            place = outer;
        return place;
    }
}
