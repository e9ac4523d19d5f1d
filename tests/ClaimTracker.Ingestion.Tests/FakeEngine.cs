using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Comparison;
using ClaimTracker.Domain;
using ClaimTracker.Ingestion.Pipeline;
using ClaimTracker.Reading;

namespace ClaimTracker.Ingestion.Tests;

/// <summary>Reads articles of lines such as <c>The mayor: It rained.</c>: each is a claim by an actor of the article.</summary>
internal sealed class FakeEngine : IArticleEngine
{
    private int _extracted;

    public string ReadingVersion { get; set; } = "1";

    public string ComparisonVersion { get; set; } = "1";

    public Dossier Dossier { get; set; } = new()
    {
        Title = "A quarrel",
        Version = new('d', 64),
        Sides = [new("upper", "Upper Valley", SidePlace.Left), new("lower", "Lower Valley", SidePlace.Right)],
        Actors = [new("mayor", "The mayor", ActorKind.Person, "upper"), new("miller", "The miller", ActorKind.Person, "lower")],
    };

    /// <summary>How many articles were extracted.</summary>
    public int Extracted => _extracted;

    /// <summary>Called before each extraction with the file's name.</summary>
    public Action<string> Extracting { get; set; } = _ => { };

    /// <summary>A topic that every claim is given though no dossier has it.</summary>
    public string? UnknownTopic { get; set; }

    public Action Comparing { get; set; } = () => { };

    public ReadOutcome Read(string fileName, ReadOnlyMemory<byte> bytes, CatalogueEntry? known)
    {
        if (bytes.IsEmpty) return new ReadOutcome.Rejected("Expected text, found nothing.");
        var text = Encoding.UTF8.GetString(bytes.Span);
        return new ReadOutcome.Read(new()
        {
            FileName = fileName,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
            Text = text,
            Body = new(0, text.Length),
            Source = known?.Source,
            Published = known?.Published ?? PublishedDate.Unknown,
        });
    }

    public ArticleAnalysis Extract(Article article)
    {
        Extracting(article.FileName);
        Interlocked.Increment(ref _extracted);
        var claims = ArticleText.Lines(article.Text, article.Body).Where(l => l.In(article.Text).Contains(':')).Select(l => Claim(article, l)).ToList();
        return new(article, claims, [], [], []);
    }

    public IReadOnlyList<TextSpan> Sentences(Article article) => ArticleText.Lines(article.Text, article.Body);

    public IComparisonIndex NewComparison() => new FakeComparison(() => Comparing());

    private Claim Claim(Article article, TextSpan line)
    {
        var colon = line.Start + line.In(article.Text).IndexOf(':');
        var actor = Dossier.Actors.First(a => article.Text[line.Start..colon].Contains(a.Id));
        var content = ArticleText.Trim(article.Text, new(colon + 1, line.End));
        return new()
        {
            Key = ClaimKey.Of(article.Key, new TextSpan(colon, colon + 1), [content]),
            Speaker = new(actor.Id, actor.Name, actor.Side, new(line.Start, colon)),
            Cue = new(":", new(colon, colon + 1)),
            Act = ReadingVersion == "1" ? ClaimAct.Asserts : ClaimAct.Accuses,
            Quotation = QuotationKind.Indirect,
            Content = [content],
            Topics = UnknownTopic is { } topic ? [topic] : [],
            Confidence = 1,
        };
    }
}
