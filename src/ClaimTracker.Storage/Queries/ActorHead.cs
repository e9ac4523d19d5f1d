namespace ClaimTracker.Storage.Queries;

/// <summary>An actor as lists are filtered and put in order by. <paramref name="Targeted"/>: how many claims are directed at it.</summary>
internal sealed record ActorHead(int Id, string Slug, string Name, string? Side, bool Known, int Targeted);
