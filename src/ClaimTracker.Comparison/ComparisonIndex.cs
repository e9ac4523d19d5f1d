using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ClaimTracker.Comparison.Blocks;
using ClaimTracker.Comparison.Copies;
using ClaimTracker.Comparison.Denials;
using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Comparison.Repeats;
using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison;

/// <summary>Claims in blocks, so that only those that could oppose each other meet; articles come and go one by one.</summary>
/// <remarks>
/// What <see cref="Result"/> gives depends on the articles inside, not on the order in which they came. Not safe for several threads.
/// </remarks>
public sealed class ComparisonIndex : IComparisonIndex
{
    /// <summary>How many articles are read while others are put into their blocks.</summary>
    private const int ReadAhead = 200;

    private readonly ConflictModel _model;
    private readonly FactsReader _reader;
    private readonly DisputeWriter _writer;
    private readonly ArticleDisputes _local;
    private readonly RepeatFinder _repeats;
    private readonly CopyFinder _copies;
    private readonly DenialFinder _denials;
    private readonly Dictionary<string, ArticleFacts> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EpisodeResult> _localResults = new(StringComparer.Ordinal);
    private readonly Dictionary<Question, QuestionBlock> _questions = [];
    private readonly Dictionary<FigureKey, FigureBlock> _figures = [];
    private readonly Dictionary<NumberKey, NumberBlock> _numbers = [];
    private readonly Dictionary<WeekKey, LookAlikeBlock> _weeks = [];
    private readonly HashSet<IBlock> _touched = [];
    private readonly ConcurrentBag<Scratch> _scratch = [];
    private readonly ChangeRecord _changes = new();

    /// <summary>An empty index for one conflict.</summary>
    public ComparisonIndex(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        _model = new(dossier, ComparisonLexicon.Shipped, new Vocabulary());
        _reader = new(_model);
        _writer = new(_model);
        _local = new(_model, _writer);
        _repeats = new(_model, _writer);
        _copies = new(_writer);
        _denials = new(_model, _writer);
    }

    /// <inheritdoc/>
    public int Count => _articles.Count;

    /// <inheritdoc/>
    public void Add(ArticleAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        _model.Add(analysis.Actors);
        Add([_reader.Read(analysis)]);
    }

    /// <inheritdoc/>
    public void AddAll(IEnumerable<ArticleAnalysis> analyses)
    {
        ArgumentNullException.ThrowIfNull(analyses);
        var reading = Task.FromResult<ArticleFacts[]>([]);
        foreach (var some in analyses.Chunk(ReadAhead))
        {
            var read = reading.GetAwaiter().GetResult();
            // Actors change what is known of each other: all of them are there before anybody looks.
            foreach (var analysis in some)
                _model.Add(analysis.Actors);
            reading = Task.Run(() => Array.ConvertAll(some, _reader.Read));
            Add(read);
        }

        Add(reading.GetAwaiter().GetResult());
    }

    private void Add(ArticleFacts[] read)
    {
        // Of one that comes twice the later counts.
        var articles = read.Reverse().DistinctBy(a => a.Key, StringComparer.Ordinal).Reverse().ToList();
        foreach (var article in articles)
        {
            Remove(article.Key);
            _articles.Add(article.Key, article);
        }

        // Neither knows of the other, and each takes about as long.
        Parallel.Invoke(() => articles.ForEach(AddToBlocks), () => articles.ForEach(_repeats.Add));
    }

    private void AddToBlocks(ArticleFacts article)
    {
        foreach (var claim in article.Claims)
        {
            foreach (var stance in claim.Stances)
                Block(stance.Question).Add(claim, stance);
            foreach (var figure in claim.Figures)
            {
                var item = new FigureClaim(claim, figure);
                if (FigureBlock.KeyOf(figure) is { } key)
                    Block(key).Add(item);
                if (NumberBlock.KeyOf(figure) is { } number)
                    Block(number).Add(item);
                if (LookAlikeBlock.KeyOf(claim, figure) is { } week)
                    Block(week).Add(item);
            }
        }

        _copies.Add(article);
        _denials.Add(article);
        _changes.Came(article.Arithmetic);
        if (_local.Compare(article) is not { IsNothing: true } and var own)
        {
            _localResults.Add(article.Key, own);
            _changes.Came(own);
        }
    }

    /// <inheritdoc/>
    public bool Remove(string articleKey)
    {
        if (!_articles.Remove(articleKey, out var article))
            return false;
        foreach (var question in article.Claims.SelectMany(c => c.Stances).Select(s => s.Question).Distinct())
            Block(question).Remove(article);
        foreach (var key in article.Claims.SelectMany(c => c.Figures).Select(FigureBlock.KeyOf).OfType<FigureKey>().Distinct())
            Block(key).Remove(article);
        foreach (var number in article.Claims.SelectMany(c => c.Figures).Select(NumberBlock.KeyOf).OfType<NumberKey>().Distinct())
            Block(number).Remove(article);
        foreach (var week in article.Claims.SelectMany(c => c.Figures.Select(f => LookAlikeBlock.KeyOf(c, f))).OfType<WeekKey>().Distinct())
            Block(week).Remove(article);
        _repeats.Remove(article);
        _copies.Remove(article);
        _denials.Remove(article);
        _changes.TookOut(articleKey);
        _changes.Gone(article.Arithmetic);
        if (_localResults.Remove(articleKey, out var own))
            _changes.Gone(own);
        return true;
    }

    /// <inheritdoc/>
    public ComparisonChange Changes()
    {
        Settle();
        return _changes.Told();
    }

    /// <inheritdoc/>
    public void Accept()
    {
        Settle();
        _changes.Accept();
    }

    /// <summary>What came and went since the last call, which is then known.</summary>
    public ComparisonChange Refresh()
    {
        var change = Changes();
        _changes.Accept();
        return change;
    }

    /// <inheritdoc/>
    public Comparisons Result()
    {
        Settle();
        var results = _questions.Values.SelectMany(b => b.Results).Concat(_figures.Values.SelectMany(b => b.Results))
            .Concat(_numbers.Values.SelectMany(b => b.Results)).Concat(_weeks.Values.SelectMany(b => b.Results))
            .Concat(_localResults.Values).Concat(_denials.Results).ToList();
        var disputes = results.SelectMany(r => r.Disputes).OrderByDescending(d => d.Score).ThenBy(d => d.Slug, StringComparer.Ordinal);
        var apart = results.SelectMany(r => r.Apart).Distinct().OrderBy(p => p.First, StringComparer.Ordinal)
            .ThenBy(p => p.Second, StringComparer.Ordinal).ThenBy(p => p.Why, StringComparer.Ordinal)
            .ThenBy(p => string.Join('\n', p.Features), StringComparer.Ordinal);
        var shifts = results.SelectMany(r => r.Shifts).Distinct().OrderBy(s => s.Later, StringComparer.Ordinal).ThenBy(s => s.Earlier, StringComparer.Ordinal)
            .ThenBy(s => s.Kind).ThenBy(s => s.Why, StringComparer.Ordinal).ThenBy(s => string.Join('\n', s.Features), StringComparer.Ordinal);
        var arithmetic = _articles.Values.SelectMany(a => a.Arithmetic).OrderBy(a => a.ArticleKey, StringComparer.Ordinal)
            .ThenBy(a => a.Total, StringComparer.Ordinal).ThenBy(a => a.Kind, StringComparer.Ordinal);
        return new([.. disputes], _repeats.Result(), [.. arithmetic])
        {
            NotComparable = [.. apart],
            Shifts = [.. shifts],
            Origins = [.. _copies.Result().OrderBy(o => o.Articles[0], StringComparer.Ordinal)],
        };
    }

    /// <summary>Compares what came or went since the last call.</summary>
    private void Settle()
    {
        Parallel.ForEach(
            Partitioner.Create(_touched, EnumerablePartitionerOptions.NoBuffering),
            () => _scratch.TryTake(out var kept) ? kept : new(_model),
            (block, _, scratch) =>
            {
                block.Refresh(scratch);
                return scratch;
            },
            _scratch.Add);
        foreach (var block in _touched)
            block.Tell(_changes);
        _touched.Clear();
        _repeats.Refresh(_changes);
        _copies.Refresh(_changes);
        _denials.Refresh(_changes);
    }

    private QuestionBlock Block(Question question)
    {
        var block = CollectionsMarshal.GetValueRefOrAddDefault(_questions, question, out _) ??= new(_model, _writer, question);
        _touched.Add(block);
        return block;
    }

    private LookAlikeBlock Block(WeekKey key)
    {
        var block = CollectionsMarshal.GetValueRefOrAddDefault(_weeks, key, out _) ??= new(_model, _writer, key);
        _touched.Add(block);
        return block;
    }

    private NumberBlock Block(NumberKey key)
    {
        var block = CollectionsMarshal.GetValueRefOrAddDefault(_numbers, key, out _) ??= new(_model, _writer, key);
        _touched.Add(block);
        return block;
    }

    private FigureBlock Block(FigureKey key)
    {
        var block = CollectionsMarshal.GetValueRefOrAddDefault(_figures, key, out _) ??= new(_model, _writer, key);
        _touched.Add(block);
        return block;
    }
}
