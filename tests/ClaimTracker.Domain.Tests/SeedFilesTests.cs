using System.Security.Cryptography;
using System.Text.Json;

namespace ClaimTracker.Domain.Tests;

/// <summary>The files that ship with the program: articles as they came, the conflict, what is known of the articles.</summary>
public sealed class SeedFilesTests
{
    private static readonly JsonElement Gold =
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "Shared", "gold-seeds.json"))).RootElement;

    private static readonly Lazy<Dossier> Conflict = new(() =>
        DossierReader.Read("dossier.yaml", Repository.ReadSeed("dossier.yaml")).Dossier ?? throw new InvalidDataException("dossier.yaml has problems"));

    [Theory]
    [InlineData("000_bfc0d32156be505f.txt", "e76d233b160895f9d447f0133fbfb9937d5074969658c69b7cc896132c9870e8")]
    [InlineData("001_d7e7be32a90beb73.txt", "edd3e600dab7101fe8b5d68662aa479f2d9121270efd7f4ca4f868cc6a7ec6b5")]
    [InlineData("002_d7ba932abea2e6ad.txt", "2045c43d9f3163a1f52bacc61f822aa936f08b9928cf1bab9e2997b51c15a71e")]
    [InlineData("003_3a9fbf46e48bf32d.txt", "7f5f205583a74291e64da3e8d44fab187fc08d191ee6ab9610859b5639bb8f5f")]
    [InlineData("004_fc8565809af8cd7c.txt", "e7531ab5afde602689ec09b82d46821fa0fdffbf8fe9ab412e01bf7cf063f1dd")]
    public void ASeedArticleIsByteForByteAsItCame(string file, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Repository.Seeds, file)))));

    [Fact]
    public void TheShippedDossierHasNoProblems()
    {
        var (dossier, problems) = DossierReader.Read("dossier.yaml", Repository.ReadSeed("dossier.yaml"));

        Assert.Empty(problems.Select(problem => problem.ToString()));
        Assert.NotNull(dossier);
    }

    [Fact]
    public void TheShippedCatalogueKnowsEverySeedArticle()
    {
        var (catalogue, problems) = CatalogueReader.Read("catalogue.yaml", Repository.ReadSeed("catalogue.yaml"));

        Assert.Empty(problems.Select(problem => problem.ToString()));
        var articles = Directory.GetFiles(Repository.Seeds, "*.txt").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);
        Assert.Equal(articles, catalogue!.Entries.Keys.Order(StringComparer.Ordinal));
        Assert.All(catalogue.Entries.Values, entry => Assert.True(entry.Source is { Described: true } && entry.Published.Evidence is not null));
    }

    [Theory]
    [InlineData("000_bfc0d32156be505f.txt", 2025, 11, 29, DateBasis.Catalogue)]
    [InlineData("001_d7e7be32a90beb73.txt", 2025, 11, 25, DateBasis.Catalogue)]
    [InlineData("002_d7ba932abea2e6ad.txt", 2024, 5, 22, DateBasis.Catalogue)]
    [InlineData("003_3a9fbf46e48bf32d.txt", 2025, 10, 13, DateBasis.Catalogue)]
    [InlineData("004_fc8565809af8cd7c.txt", 2026, 3, 5, DateBasis.Stated)]
    public void TheShippedCatalogueDatesEverySeedArticle(string file, int year, int month, int day, DateBasis basis)
    {
        var (catalogue, _) = CatalogueReader.Read("catalogue.yaml", Repository.ReadSeed("catalogue.yaml"));

        var published = catalogue!.Find(file)!.Published;

        Assert.Equal((new DateOnly(year, month, day), basis), (published.Date!.Value, published.Basis));
    }

    [Fact]
    public void EveryActorOfTheReferenceAnnotationWhoIsNotBoundToOneArticleIsInTheDossierOnTheSameSide()
    {
        var known = Conflict.Value.Actors.ToDictionary(actor => actor.Id, actor => actor.Side, StringComparer.Ordinal);

        var expected = Gold.GetProperty("actors").EnumerateArray()
            .Select(actor => (Id: actor.GetProperty("id").GetString()!, Side: actor.GetProperty("side").GetString()))
            .Where(actor => !IsBoundToAnArticle(actor.Id)).ToList();

        Assert.True(expected.Count > 40, $"only {expected.Count} actors of the annotation were found");
        Assert.All(expected, actor => Assert.Equal(actor.Side, known.GetValueOrDefault(actor.Id, $"{actor.Id} is missing")));
        Assert.DoesNotContain(known.Keys, IsBoundToAnArticle);
    }

    [Fact]
    public void TopicsAreThoseOfTheReferenceAnnotation() =>
        Assert.Equal(
            Gold.GetProperty("topics").EnumerateArray().Select(topic => (topic.GetProperty("id").GetString(), topic.GetProperty("name").GetString())),
            Conflict.Value.Topics.Select(topic => ((string?)topic.Id, (string?)topic.Name)));

    [Fact]
    public void EveryPlaceOfTheReferenceAnnotationIsInTheDossierByName() =>
        Assert.Subset(
            Conflict.Value.Places.Select(place => place.Name).ToHashSet(),
            Gold.GetProperty("places").EnumerateArray().Select(place => place.GetProperty("name").GetString()!).ToHashSet());

    [Fact]
    public void WhatFiguresMeasureAndCountInTheReferenceAnnotationIsInTheDossier()
    {
        var statistics = Gold.GetProperty("articles").EnumerateArray().SelectMany(article => article.GetProperty("statistics").EnumerateArray()).ToList();

        Assert.NotEmpty(statistics);
        Assert.Subset(
            Conflict.Value.Measures.Select(measure => measure.Id).ToHashSet(),
            statistics.Select(statistic => statistic.GetProperty("measure").GetString()!).ToHashSet());
        Assert.Subset(
            Conflict.Value.Groups.Select(group => group.Id).ToHashSet(),
            statistics.Select(statistic => statistic.GetProperty("ofSide").GetString()).OfType<string>().ToHashSet());
    }

    [Fact]
    public void EveryStateKnowsItsTerritoryAndItsAdjectives() =>
        Assert.All(Conflict.Value.Actors.Where(actor => actor.Kind == ActorKind.State),
            state => Assert.True(state.Territory is not null && state.Adjectives.Count > 0, state.Id));

    [Fact]
    public void BothSidesOfAnAmbiguousAbbreviationStayApart()
    {
        var bearers = Conflict.Value.Actors.Where(actor => actor.AmbiguousAliases.Contains("FC")).Select(actor => actor.Id);

        Assert.Equal(["frontier-corps", "federal-constabulary"], bearers);
        Assert.DoesNotContain(Conflict.Value.Actors, actor => actor.Aliases.Contains("FC"));
    }

    /// <summary>Those whose id ends in an article's number: unnamed sources and “regional powers”.</summary>
    private static bool IsBoundToAnArticle(string id) => id.Length > 4 && id[^4] == '-' && id[^3..].All(char.IsAsciiDigit);
}
