using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimTracker.Domain;
using ClaimTracker.Ingestion.Files;

namespace ClaimTracker.Cli.Evaluation;

/// <summary>What a careful reader marked in some articles: the measure of the engine. Spans are UTF-16 code units.</summary>
internal sealed record Gold
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new SpanConverter() } };

    public required IReadOnlyList<GoldArticle> Articles { get; init; }
    public IReadOnlyList<GoldActor> Actors { get; init; } = [];
    public IReadOnlyList<GoldDispute> Disputes { get; init; } = [];
    public IReadOnlyList<GoldRepeat> Repeats { get; init; } = [];
    public IReadOnlyList<GoldPair> NotDisputes { get; init; } = [];
    public IReadOnlyList<GoldPair> UnscoredPairs { get; init; } = [];
    public IReadOnlyList<GoldSum> Arithmetic { get; init; } = [];

    /// <summary>Reads a gold file.</summary>
    /// <exception cref="InvalidDataFileException">It isn't one; with file, line and what was expected.</exception>
    public static Gold Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<Gold>(file, Options) ?? throw new JsonException("the file holds null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataFileException([new(path, (int)(e.LineNumber ?? 0) + 1, $"Expected a gold file as JSON, found: {e.Message}")]);
        }
    }

    private sealed class SpanConverter : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var ends = JsonSerializer.Deserialize<int[]>(ref reader);
            return ends is [var start, var end] && start >= 0 && end >= start ? new(start, end) : throw new JsonException("a span is [start, end]");
        }

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, (int[])[value.Start, value.End]);
    }
}

internal sealed record GoldArticle
{
    public required string File { get; init; }
    public GoldDays? Published { get; init; }
    public IReadOnlyList<TextSpan> Boilerplate { get; init; } = [];
    public IReadOnlyList<Mention> Mentions { get; init; } = [];
    public required IReadOnlyList<GoldClaim> Claims { get; init; }
    public required IReadOnlyList<GoldStatistic> Statistics { get; init; }
    public IReadOnlyList<GoldFree> NotScored { get; init; } = [];
}

internal sealed record GoldActor(string Id, string Kind);

internal sealed record GoldClaim
{
    public required string Id { get; init; }
    public required string Speaker { get; init; }
    public IReadOnlyList<string>? CoSpeakers { get; init; }
    public TextSpan? SpeakerSpan { get; init; }
    public string? ReportedBy { get; init; }
    public TextSpan? CueSpan { get; init; }
    public string? Act { get; init; }
    public string? Quotation { get; init; }
    public required IReadOnlyList<TextSpan> Content { get; init; }
    public string? Target { get; init; }
    public IReadOnlyList<string>? OtherTargets { get; init; }
    public IReadOnlyList<string>? Topics { get; init; }
    public GoldDays? EventDate { get; init; }
    public bool Anaphoric { get; init; }
    public bool InTitle { get; init; }
    public bool Implicit { get; init; }
    public string? NestedIn { get; init; }

    /// <summary>Headlines, claims inside claims and those without a cue are reported apart.</summary>
    [JsonIgnore]
    public bool IsCore => NestedIn is null && !Implicit && !InTitle;
}

internal sealed record GoldStatistic
{
    public required string Id { get; init; }
    public required TextSpan Span { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public string? Qualifier { get; init; }
    public string? Unit { get; init; }
    public string? Measure { get; init; }
    public string? OfSide { get; init; }
    public string? ClaimedBy { get; init; }
    public GoldDays? Period { get; init; }
}

internal sealed record GoldDays(DateOnly? Date, DateOnly? From, DateOnly? Earliest, DateOnly? Latest);

/// <summary>Words where a claim may be found or not: neither is wrong.</summary>
internal sealed record GoldFree(TextSpan? Span);

internal sealed record GoldDispute(string Id, string Question, IReadOnlyList<GoldPosition> Positions);

internal sealed record GoldPosition(string Side, IReadOnlyList<string> Claims, IReadOnlyList<string>? Supporting);

internal sealed record GoldRepeat(IReadOnlyList<string> Claims, string? Scope, string? Kind);

internal sealed record GoldPair(IReadOnlyList<string> Claims, string? Why);

internal sealed record GoldSum(string Article, string Total);
