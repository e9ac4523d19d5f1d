using ClaimTracker.Domain;
using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Statistics;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>Drafts to the claims, mentions and actors of an analysis: spans, keys, topics, places.</summary>
internal sealed class ClaimFinisher(TopicClassifier topics, PlaceFinder places, FigureAssembly assembly)
{
    /// <summary>Sentences over which a claim without words of any topic goes on with that of the claim before.</summary>
    private const int TopicReach = 2;

    private readonly double[] _weights = new double[topics.Count];
    private readonly uint[] _seen = new uint[topics.Lists];
    private readonly List<string> _places = [];
    private readonly Dictionary<string, int> _given = new(StringComparer.Ordinal);
    private string?[] _keys = [];
    private TextSpan[]?[] _spans = [];
    private string _article = "";

    /// <summary>The analysis of an article; its claims in reading order of cues.</summary>
    public ArticleAnalysis Finish(Cast cast, IReadOnlyList<FoundAttribution> attributions, IReadOnlyList<ClaimDraft> drafts, FigureReading figures)
    {
        var article = cast.Article;
        NameKeys(article, attributions, drafts);
        _given.Clear();
        var claims = new List<Claim>(drafts.Count);
        var made = new FoundAttribution[drafts.Count];
        for (var i = 0; i < drafts.Count; i++)
        {
            made[i] = drafts[i].Attribution;
            claims.Add(Finish(cast, drafts[i], claims, figures));
        }

        var statistics = assembly.Join(claims, made, figures);
        return new(article.Article, claims, statistics, Mentions(cast), Actors(cast));
    }

    /// <summary>The key of each attribution's first claim, for those nested in it.</summary>
    private void NameKeys(ArticleTokens article, IReadOnlyList<FoundAttribution> attributions, IReadOnlyList<ClaimDraft> drafts)
    {
        if (_keys.Length < attributions.Count)
            (_keys, _spans) = (new string?[attributions.Count * 2], new TextSpan[]?[attributions.Count * 2]);
        Array.Clear(_keys, 0, attributions.Count);
        Array.Clear(_spans, 0, attributions.Count);
        _article = article.Article.Key;
        foreach (var draft in drafts)
        {
            _spans[draft.Index] ??= Spans(article, draft.Attribution.Content);
            _keys[draft.Index] ??= KeyOf(article, draft, 1);
        }

        // A claim inside one that was passed on stands where that one stood.
        for (var i = 0; i < attributions.Count; i++)
        {
            for (var (outer, steps) = (attributions[i].NestedIn, 0); _keys[i] is null && outer >= 0 && steps < 8; outer = attributions[outer].NestedIn, steps++)
                _keys[i] = _keys[outer];
        }
    }

    /// <summary>The claim's key; of several with the same cue and words each has its number.</summary>
    private string NextKey(ArticleTokens article, ClaimDraft draft)
    {
        var key = _keys[draft.Index]!;
        var nth = ++System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_given, key, out _);
        return nth == 1 ? key : KeyOf(article, draft, nth);
    }

    private string KeyOf(ArticleTokens article, ClaimDraft draft, int nth) =>
        ClaimKey.Of(_article, draft.Attribution.Cue is { } cue ? article.SpanOf(cue) : null, _spans[draft.Index]!, nth);

    private static TextSpan[] Spans(ArticleTokens article, ReadOnlySpan<TokenRange> ranges)
    {
        var spans = new TextSpan[ranges.Length];
        for (var i = 0; i < spans.Length; i++)
            spans[i] = article.SpanOf(ranges[i]);
        return spans;
    }

    private Claim Finish(Cast cast, ClaimDraft draft, List<Claim> before, FigureReading figures)
    {
        var (article, found, speaker) = (cast.Article, draft.Attribution, cast[draft.Speaker.Participant]);
        var chosen = TopicsOf(article, found, before);
        var (said, took) = assembly.Days(draft.Index, found, speaker, chosen, figures);
        return new()
        {
            Key = NextKey(article, draft),
            Speaker = new(speaker.Id, speaker.Name, speaker.Side, draft.Speaker.Words is { } words ? article.SpanOf(words) : null, draft.Speaker.Anaphoric,
                Resolution(article, draft, speaker)),
            ReportedBy = draft.Reporter >= 0 ? cast[draft.Reporter].Id : null,
            Cue = found.Cue is { } cue ? new(found.Entry!.Lemma, article.SpanOf(cue)) : null,
            Act = draft.Act,
            Quotation = QuotationKinds.Of(article, found),
            Content = _spans[draft.Index]!,
            ContentDenied = draft.Denied,
            NestedIn = found.NestedIn >= 0 ? _keys[found.NestedIn] : null,
            InTitle = article.Tokens[found.Content[0].Start].Has(TokenFlags.Title),
            Implicit = found.Implicit,
            Target = draft.Target >= 0 ? cast[draft.Target].Id : null,
            SaidOn = said,
            EventDate = took,
            Topics = chosen,
            Places = PlacesOf(article, found, figures),
            Confidence = Math.Round(found.Confidence * draft.Speaker.Confidence, 3),
            Rules = draft.Rules,
        };
    }

    private static string? Resolution(ArticleTokens article, ClaimDraft draft, Participant speaker)
    {
        if (draft.Speaker.Words is not { } words)
            return draft.Attribution.Implicit ? $"The account goes on with the last speaker, {speaker.Name}" : null;
        return draft.Speaker.Anaphoric ? $"“{article.SpanOf(words).In(article.Text)}”: {Resolutions.Of(draft.Speaker.Rule)}, {speaker.Name}" : null;
    }

    private IReadOnlyList<string> TopicsOf(ArticleTokens article, FoundAttribution found, List<Claim> before)
    {
        Array.Clear(_weights);
        foreach (var part in found.Content)
            topics.Weigh(article, part, _weights);
        topics.WeighTogether(article, found.Content, _seen, _weights);
        var chosen = topics.Chosen(_weights);
        if (chosen.Count > 0 || before.Count == 0)
            return chosen;
        // Too short to tell: what the speaker was talking of right before.
        var last = before[^1];
        return article.SentenceOf(found.Content[0].Start) - article.SentenceOf(article.Tokens.FirstEndingAfter(last.Content[0].Start)) <= TopicReach ? last.Topics : [];
    }

    private IReadOnlyList<string> PlacesOf(ArticleTokens article, FoundAttribution found, FigureReading figures)
    {
        _places.Clear();
        foreach (var part in found.Content)
            places.Find(article, part, _places);
        if (_places.Count == 0 && Leading(article, found) is { } leading && figures.Place(leading) is { } place)
            _places.Add(place);
        return _places.Count == 0 ? [] : [.. _places];
    }

    /// <summary>“Further north, in Alder, witnesses said that …”: the words before who speaks, where that stands before what is said.</summary>
    private static TokenRange? Leading(ArticleTokens article, FoundAttribution found)
    {
        if (found is not { Source: { } source, Cue: { } cue } || source.End > cue.Start || found.Content[0].Start < cue.End)
            return null;
        var sentence = article.Sentences[article.SentenceOf(source.Start)];
        for (var i = source.Start - 1; i > sentence.Start; i--)
        {
            if (article.Tokens[i].Kind == TokenKind.Comma)
                return new(sentence.Start, i);
        }

        return null;
    }

    private static List<Mention> Mentions(Cast cast)
    {
        var found = new List<Mention>(cast.Mentions.Count);
        foreach (var mention in cast.Mentions)
        {
            if (mention.IsActor)
                found.Add(new(cast[mention.Participant].Id, cast.Article.SpanOf(mention.Range)));
        }

        found.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        var kept = 0;
        for (var i = 0; i < found.Count; i++)
        {
            if (i == 0 || found[i] != found[i - 1])
                found[kept++] = found[i];
        }

        found.RemoveRange(kept, found.Count - kept);
        return found;
    }

    /// <summary>Those whom no dossier has, where they are mentioned or a claim needs them.</summary>
    private static List<Actor> Actors(Cast cast)
    {
        List<Actor> found = [];
        for (var i = 0; i < cast.Count; i++)
        {
            var participant = cast[i];
            if (participant.Known is null && (participant.Used || participant.FirstMention >= 0))
                found.Add(new(participant.Id, participant.Name, participant.Kind, participant.Side));
        }

        return found;
    }
}
