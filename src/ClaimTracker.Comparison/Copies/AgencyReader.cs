using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Copies;

/// <summary>Reads which news agency an article says it comes from: in its dateline, its byline, or a credit at its end.</summary>
internal sealed class AgencyReader
{
    /// <summary>How far into the body “GENEVA (Wire) –” can stand, and how long a credit at its end is, in code units.</summary>
    private const int DatelineReach = 60, CreditReach = 60;

    private readonly IReadOnlyList<string> _names;
    private readonly PhraseTable _agencies;
    private readonly WordReader _reader;
    private readonly List<Word> _words = [];
    private readonly List<PhraseHit> _hits = [];

    public AgencyReader(ConflictModel model)
    {
        _reader = new(model.Vocabulary);
        _agencies = new(model.Vocabulary);
        var roles = model.Lexicon.Words["agency role"];
        List<NewsAgency> agencies =
        [
            .. model.Lexicon.Agencies,
            .. model.Dossier.Actors.Where(a => a.Kind == ActorKind.Media && a.Roles.Any(r => roles.Any(w => r.Contains(w, StringComparison.OrdinalIgnoreCase))))
                .Select(a => new NewsAgency(a.Name, [.. a.Aliases, a.Name])),
        ];
        _names = [.. agencies.Select(a => a.Name)];
        for (var i = 0; i < agencies.Count; i++)
            foreach (var word in agencies[i].Words)
                _agencies.Add(word, i);
    }

    /// <summary>The agency's name; null where none is named there.</summary>
    public string? Read(Article article)
    {
        var text = article.Text;
        var (start, end) = (article.Body.Start, article.Body.End);
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (article.DatelineSpan is { } dateline && Find(text, dateline) is { } sent)
            return sent;
        // A dash or a closing bracket ends a dateline; without one the first words are the report's own.
        var head = text.AsSpan(start, Math.Min(DatelineReach, end - start)).IndexOfAny('–', '—', ')');
        if (head > 0 && Find(text, new(start, start + head)) is { } named)
            return named;
        if (article.Author is { } author && Find(author, new(0, author.Length)) is { } wrote)
            return wrote;
        // A credit is a line of its own, or stands in brackets or after a dash at the very end.
        var tail = Math.Max(start, end - CreditReach);
        var credit = text.AsSpan(tail, end - tail).LastIndexOfAny(['\n', '(', '–', '—', '/']);
        return credit >= 0 ? Find(text, new(tail + credit, end)) : null;
    }

    private string? Find(string text, TextSpan span)
    {
        _words.Clear();
        _hits.Clear();
        _reader.Read(text, span, _words);
        _agencies.Find(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words), _hits);
        return _hits.Count > 0 ? _names[_hits[0].Value] : null;
    }
}
