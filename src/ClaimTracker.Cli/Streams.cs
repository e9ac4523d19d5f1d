namespace ClaimTracker.Cli;

/// <summary>Where a command writes: results as bytes of UTF-8, and sentences for people.</summary>
internal sealed record Streams(Stream Output, TextWriter Errors);
