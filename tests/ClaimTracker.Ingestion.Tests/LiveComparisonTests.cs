using ClaimTracker.Comparison;
using ClaimTracker.Domain;
using ClaimTracker.Generation;
using ClaimTracker.Ingestion.Pipeline;
using ClaimTracker.Reading;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Writing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimTracker.Ingestion.Tests;

/// <summary>Whatever was stored, read again or removed, by whom, and wherever the program was stopped: what is stored is what comparing everything finds.</summary>
public sealed class LiveComparisonTests : IDisposable
{
    private static readonly CollectionGenerator Generator = new(3);

    private static readonly GeneratedArticle[] Articles =
        [.. Generator.Articles(1_500), .. Enumerable.Range(0, 10).Select(n => Generator.Timed(2_000 + n, 20, busiest: n % 2 == 0))];

    private readonly string _folder = Directory.CreateTempSubdirectory("live-").FullName;
    private readonly ManualTime _time = new();
    private readonly Engine _engine = new();
    private readonly ClaimDatabase _database;
    private readonly ArticleStore _articles;
    private readonly List<string> _inside = [];
    private LiveComparison _live;

    public LiveComparisonTests()
    {
        _database = new(_folder);
        _articles = new(_database);
        _live = NewProcess();
        new DossierStore(_database).SaveAsync(Generator.Dossier, default).GetAwaiter().GetResult();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task WhatIsStoredIsWhatComparingEverythingFindsAfterAnySequence(int seed)
    {
        var random = new Random(seed);
        for (var step = 0; step < 45; step++)
        {
            switch (random.Next(10))
            {
                case 0: await RemoveAsync(random.Next(Articles.Length)); break;
                case 1: _live = NewProcess(); break;
                case 2: await StoreAsync(Otherwise(Articles[random.Next(Articles.Length)], random), "2"); break;
                case 3: await ElsewhereAsync(random); break;
                default: await StoreAsync(Articles[random.Next(Articles.Length)]); break;
            }

            if (random.Next(3) == 0) await _live.CatchUpAsync(default);
            if (random.Next(12) == 0) await AssertIsWholeAsync();
        }

        await AssertIsWholeAsync();
        Assert.NotEmpty(StoredResult.Of(_database));
    }

    [Fact]
    public async Task OneArticleMoreIsComparedWithoutReadingTheOthers()
    {
        foreach (var article in Articles.Take(100)) await StoreAsync(article);
        await _live.CatchUpAsync(default);
        var (indexes, added) = (_engine.Indexes, _engine.Added);

        await StoreAsync(Articles[100]);
        await _live.CatchUpAsync(default);

        Assert.Equal((indexes, added + 1), (_engine.Indexes, _engine.Added));
        await AssertIsWholeAsync();
    }

    [Fact]
    public async Task RowsOfWhatDidNotChangeAreLeftAlone()
    {
        foreach (var article in Articles.Take(120)) await StoreAsync(article);
        await _live.CatchUpAsync(default);
        var before = Slugs();

        await StoreAsync(Articles[120]);
        await _live.CatchUpAsync(default);

        Assert.NotEqual(before, Slugs());
        Assert.InRange(before.Intersect(Slugs()).Count(), before.Count - 20, before.Count);
    }

    /// <summary>A stop between storing and comparing, as a kill makes it: nothing is left but what was committed.</summary>
    [Fact]
    public async Task WhatWasStoredButNotComparedIsComparedAfterAStart()
    {
        foreach (var article in Articles.Take(80)) await StoreAsync(article);
        await _live.CatchUpAsync(default);
        foreach (var article in Articles.Skip(80).Take(20)) await StoreAsync(article);

        _live = NewProcess();
        await _live.CatchUpAsync(default);

        await AssertIsWholeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatWasComparedButNotSavedIsComparedAgain(bool killed)
    {
        foreach (var article in Articles.Take(80)) await StoreAsync(article);
        await _live.CatchUpAsync(default);
        var before = StoredResult.Of(_database);
        foreach (var article in Articles.Skip(80).Take(20)) await StoreAsync(article);
        _engine.Compared = () => throw new InvalidOperationException("as if the power had gone");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _live.CatchUpAsync(default));
        _engine.Compared = () => { };
        Assert.Equal(before, StoredResult.Of(_database));

        if (killed) _live = NewProcess();
        await _live.CatchUpAsync(default);

        await AssertIsWholeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhereAnotherProcessStoresBetweenComparingAndSavingBothAreCompared(bool cold)
    {
        foreach (var article in Articles.Take(80)) await StoreAsync(article);
        if (!cold) await _live.CatchUpAsync(default);
        await StoreAsync(Articles[80]);
        var others = new Queue<GeneratedArticle>(Articles.Skip(81).Take(3));
        _engine.Compared = () =>
        {
            if (others.TryDequeue(out var other)) StoreAsync(other).GetAwaiter().GetResult();
        };

        await _live.CatchUpAsync(default);

        Assert.Empty(others);
        Assert.Equal(84, _inside.Count);
        await AssertIsWholeAsync();
    }

    [Fact]
    public async Task WhereAnotherProcessComparedToItIsFollowed()
    {
        foreach (var article in Articles.Take(80)) await StoreAsync(article);
        await _live.CatchUpAsync(default);
        using var other = Process();
        await StoreAsync(Articles[80]);
        await other.CatchUpAsync(default);
        await StoreAsync(Articles[81]);

        await _live.CatchUpAsync(default);
        await AssertIsWholeAsync();
        await StoreAsync(Articles[82]);
        await other.CatchUpAsync(default);

        await AssertIsWholeAsync();
    }

    [Fact]
    public async Task AnotherVersionOfTheComparisonComparesEverythingAnew()
    {
        foreach (var article in Articles.Take(40)) await StoreAsync(article);
        await _live.CatchUpAsync(default);
        _engine.ComparisonVersion = "2";

        await _live.CatchUpAsync(default);

        Assert.Equal(2, _engine.Indexes);
        Assert.Null(await new ComparisonStore(_database).PendingAsync("2", default));
        await AssertIsWholeAsync();
    }

    /// <summary>A claim that goes takes what names it along; when it comes back with nobody having looked, all of it has to be there again.</summary>
    [Fact]
    public async Task WhatNamedAClaimThatWentAndCameBackIsThereAgain()
    {
        var articles = Articles.TakeLast(60).ToList();
        foreach (var article in articles) await StoreAsync(article);
        await _live.CatchUpAsync(default);
        var before = StoredResult.Of(_database);
        foreach (var article in articles) await StoreAsync(article with { Analysis = article.Analysis with { Claims = [], Statistics = [] }, Passages = [] }, "2");
        Assert.NotEqual(before, StoredResult.Of(_database));
        foreach (var article in articles) await StoreAsync(article);

        await _live.CatchUpAsync(default);

        Assert.Equal(before, StoredResult.Of(_database));
        Assert.Equal(1, _engine.Indexes);
    }

    [Fact]
    public async Task AVerdictOfAPersonOutlivesEveryChange()
    {
        foreach (var article in Articles.Take(60)) await StoreAsync(article);
        await _live.CatchUpAsync(default);
        var (first, second) = (Articles[0].Analysis.Claims[0].Key, Articles[1].Analysis.Claims[0].Key);
        Sql($"INSERT INTO pairing_verdicts (first_claim, second_claim, verdict, curator, decided) VALUES ('{first}', '{second}', 'confirmed', 'c', '2026-03-06')");

        foreach (var article in Articles.Take(80)) await StoreAsync(article, "2");
        await _live.CatchUpAsync(default);

        Assert.Equal($"{first} {second} confirmed", Assert.Single(Texts("SELECT first_claim || ' ' || second_claim || ' ' || verdict FROM pairing_verdicts WHERE undone IS NULL")));
    }

    [Fact]
    public async Task TheIndexIsLetGoAfterItHasNotBeenUsedForAWhile()
    {
        foreach (var article in Articles.Take(40)) await StoreAsync(article);
        await _live.CatchUpAsync(default);
        _time.Advance(LiveComparison.KeptFor / 2);
        var half = _live.IsWarm;
        await StoreAsync(Articles[40]);
        await _live.CatchUpAsync(default);
        _time.Advance(LiveComparison.KeptFor / 2);
        var usedSince = _live.IsWarm;
        _time.Advance(LiveComparison.KeptFor);
        var later = _live.IsWarm;

        await StoreAsync(Articles[41]);
        await _live.CatchUpAsync(default);

        Assert.Equal((true, true, false), (half, usedSince, later));
        Assert.Equal(2, _engine.Indexes);
        await AssertIsWholeAsync();
    }

    [Fact]
    public async Task SeveralWhoAskAtOnceCompareOnce()
    {
        foreach (var article in Articles.Take(60)) await StoreAsync(article);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _live.CatchUpAsync(default))));

        Assert.Equal((1, 60), (_engine.Indexes, _engine.Added));
        await AssertIsWholeAsync();
    }

    public void Dispose()
    {
        _live.Dispose();
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private LiveComparison NewProcess()
    {
        _live?.Dispose();
        return Process();
    }

    private LiveComparison Process() => new(_engine, new(_database), _time, NullLogger<LiveComparison>.Instance);

    private async Task StoreAsync(GeneratedArticle article, string readWith = "1")
    {
        await _articles.StoreAsync(
            new(article.Analysis, article.Passages, article.Bytes, article.Analysis.Article.FileName, readWith), DateTimeOffset.UnixEpoch, default);
        if (!_inside.Contains(article.Analysis.Article.Key)) _inside.Add(article.Analysis.Article.Key);
    }

    /// <summary>An article takes the place of another, as a file that went on growing does.</summary>
    private async Task RemoveAsync(int number)
    {
        var (article, replaced) = (Articles[number], Articles[(number + 1) % Articles.Length].Analysis.Article.Key);
        await _articles.StoreAsync(
            new(article.Analysis, article.Passages, article.Bytes, article.Analysis.Article.FileName, "1") { Replaces = replaced }, DateTimeOffset.UnixEpoch, default);
        _inside.Remove(replaced);
        if (!_inside.Contains(article.Analysis.Article.Key)) _inside.Add(article.Analysis.Article.Key);
    }

    private async Task ElsewhereAsync(Random random)
    {
        using var other = Process();
        await StoreAsync(Articles[random.Next(Articles.Length)]);
        if (random.Next(2) == 0) await other.CatchUpAsync(default);
    }

    /// <summary>Against a store that has the same articles, read back as they are stored, and is compared once.</summary>
    private async Task AssertIsWholeAsync()
    {
        await _live.CatchUpAsync(default);
        var comparisons = new ComparisonStore(_database);
        var stored = StoredResult.Of(_database);
        var versions = (await comparisons.VersionsAsync(default))!;
        Assert.True(versions.AreCompared(_engine.ComparisonVersion));
        var all = await comparisons.AnalysesAsync(default).Select(a => a.Analysis).ToListAsync();
        Assert.Equal(_inside.Order(StringComparer.Ordinal), all.Select(a => a.Article.Key).Order(StringComparer.Ordinal));

        Assert.True(await comparisons.SaveAsync(new ClaimComparer(Generator.Dossier).Compare(all), versions.Articles, versions.With, default));

        Assert.Equal(StoredResult.Of(_database), stored);
    }

    private List<string> Slugs() => Texts("SELECT slug || ' ' || id FROM disputes");

    private List<string> Texts(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_database.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read()) texts.Add(reader.GetString(0));
        return texts;
    }

    private void Sql(string sql) => Texts(sql);

    /// <summary>The same article as another reader might have read it.</summary>
    private static GeneratedArticle Otherwise(GeneratedArticle article, Random random)
    {
        var kept = article.Analysis.Claims.Index().Where(_ => random.Next(4) > 0).Select(c => c.Index).ToList();
        return article with
        {
            Analysis = article.Analysis with { Claims = [.. kept.Select(n => article.Analysis.Claims[n])] },
            Passages = [.. kept.Select(n => article.Passages[n])],
        };
    }

    /// <summary>The real comparison, counted and interrupted.</summary>
    private sealed class Engine : IArticleEngine
    {
        public int Indexes { get; private set; }

        public int Added { get; private set; }

        /// <summary>Called when something was compared and is not saved yet.</summary>
        public Action Compared { get; set; } = () => { };

        public string ReadingVersion => "1";

        public string ComparisonVersion { get; set; } = "1";

        public Dossier Dossier => Generator.Dossier;

        public ReadOutcome Read(string fileName, ReadOnlyMemory<byte> bytes, CatalogueEntry? known) => throw new NotSupportedException();

        public ArticleAnalysis Extract(Article article) => throw new NotSupportedException();

        public IReadOnlyList<TextSpan> Sentences(Article article) => throw new NotSupportedException();

        public IComparisonIndex NewComparison()
        {
            Indexes++;
            return new Counted(this, new ComparisonIndex(Generator.Dossier));
        }

        private sealed class Counted(Engine engine, ComparisonIndex index) : IComparisonIndex
        {
            public int Count => index.Count;

            public void Add(ArticleAnalysis analysis)
            {
                engine.Added++;
                index.Add(analysis);
            }

            public void AddAll(IEnumerable<ArticleAnalysis> analyses) => index.AddAll(analyses.Select(analysis =>
            {
                engine.Added++;
                return analysis;
            }));

            public bool Remove(string articleKey) => index.Remove(articleKey);

            public ComparisonChange Changes()
            {
                var change = index.Changes();
                engine.Compared();
                return change;
            }

            public void Accept() => index.Accept();

            public Comparisons Result()
            {
                var result = index.Result();
                engine.Compared();
                return result;
            }
        }
    }
}
