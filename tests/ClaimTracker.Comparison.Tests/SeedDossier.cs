using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Tests;

/// <summary>A dossier made of the reference annotation's actors and places, with the acts of this conflict.</summary>
internal static class SeedDossier
{
    public static Dossier Conflict { get; } = Read();

    private static Dossier Read()
    {
        var gold = GoldSeeds.Root;
        var actors = gold.GetProperty("actors").EnumerateArray().Select(a => new Actor(a.GetProperty("id").GetString()!, a.GetProperty("name").GetString()!,
            Enum.Parse<ActorKind>(a.GetProperty("kind").GetString()!.Replace("_", "", StringComparison.Ordinal), true), a.GetProperty("side").GetString())
        {
            Aliases = [.. a.GetProperty("aliases").EnumerateArray().Select(x => x.GetString()!)],
            Adjectives = a.GetProperty("id").GetString() switch { "pakistan" => ["Pakistani"], "afghanistan" => ["Afghan"], _ => [] },
            Parent = a.GetProperty("memberOf").GetString(),
        }).ToList();
        var places = gold.GetProperty("places").EnumerateArray().Select(p => new Place(GoldSeeds.PlaceId(p.GetProperty("name").GetString()!),
            p.GetProperty("name").GetString()!, [.. p.GetProperty("aliases").EnumerateArray().Select(x => x.GetString()!)],
            p.GetProperty("within").GetString() is { } within ? GoldSeeds.PlaceId(within) : null)
        {
            Kind = p.GetProperty("name").GetString()!.EndsWith("border", StringComparison.Ordinal) ? PlaceKind.Border : PlaceKind.Country,
        }).ToList();
        return new()
        {
            Title = "Seeds",
            Version = new('0', 64),
            Sides =
            [
                new("pakistan", "Pakistan", SidePlace.Left), new("afghanistan", "Afghanistan", SidePlace.Right),
                new("third_party", "Third parties", SidePlace.Third), new("militant_other", "Militant groups", SidePlace.Third),
            ],
            Actors = actors,
            Places = places,
            Measures = [new("killed", "killed", "people", ["killed"])],
            Acts =
            [
                new("air-strikes", "carry out air strikes", ["air strike*", "airstrike*", "bomb*", "drone strike*", "overnight strikes", "conduct* … strikes", "strikes in", "strikes inside"])
                    { Topic = "airstrikes", WeakWords = ["attacks in", "strikes", "attack*"], Ground = ActGround.Other },
                new("shelter-militants", "shelter or support militants", ["shelter*", "harbour*", "harbor*", "haven*", "sanctuar*", "patronage", "allow* … soil", "allow* … territory", "use … soil", "few constraints", "support from the"])
                    { Standing = true, Topic = "militant-sanctuary", WeakWords = ["protect*"], Ground = ActGround.Own },
            ],
        };
    }
}
