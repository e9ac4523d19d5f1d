namespace ClaimTracker.Browser.Tests.Running;

/// <summary>Every page of the site, and the states in which pages look different, by a name that says what is seen.</summary>
internal static class SitePages
{
    private static readonly Dictionary<string, Func<Collection, string>> Addresses = new()
    {
        ["home"] = _ => "/",
        ["claims"] = _ => "/claims",
        ["claims in two columns"] = _ => "/claims?view=columns",
        ["claims of an actor and a period"] = of => $"/claims?actor={of.Actors.MaxBy(a => a.Claims)!.Id}&from=2025-01-01&to=2026-12-31",
        ["claims found by a search"] = _ => "/claims?q=border&sort=relevance",
        ["claims filtered out"] = _ => "/claims?q=zyzzyva",
        ["claims with a misspelled name"] = _ => "/claims?q=Chaudhri+zyzzyva&side=pakistan",
        ["claims, each statement once"] = _ => "/claims?group=repeats",
        ["claims about an event"] = _ => "/claims?days=event&from=2025-10-12&to=2025-10-15&view=columns",
        ["claims with a list narrowed by a name"] = _ => "/claims?find-actor=pakistan&find-place=zzz",
        ["claims with a notice"] = _ => "/claims?from=yesterday&actor=nobody",
        ["a claim with figures"] = of => $"/claims/{of.Claims.First(c => c.Statistics.Count > 0).Key}",
        ["a contested claim"] = of => $"/claims/{of.Claims.First(c => c.Disputes.Count > 0).Key}",
        ["a contested claim in a frame of another site"] = of => $"/embed/claims/{of.Claims.First(c => c.Disputes.Count > 0).Key}",
        ["no such claim in a frame"] = _ => "/embed/claims/0000000000000000-0-0-0",
        ["articles"] = _ => "/articles",
        ["the article with most claims"] = of => $"/articles/{of.Articles.MaxBy(a => a.Claims)!.Key}",
        ["the article with fewest claims"] = of => $"/articles/{of.Articles.MinBy(a => a.Claims)!.Key}",
        ["actors"] = _ => "/actors",
        ["all known actors"] = _ => "/actors?all=true",
        ["the actor with most claims"] = of => $"/actors/{of.Actors.MaxBy(a => a.Claims)!.Id}",
        ["disputes"] = _ => "/disputes",
        ["a dispute over figures"] = of => $"/disputes/{of.Disputes.First(d => d.Kind == "figure").Slug}",
        ["a dispute over a denial"] = of => $"/disputes/{of.Disputes.First(d => d.Kind == "denial").Slug}",
        ["compare, nothing ticked"] = _ => "/compare",
        ["compare, a dispute's claims"] = of => Compare(of.Disputes[0].Positions.SelectMany(p => p.Claims.Take(2))),
        ["compare, two sides"] = _ => "/compare?left=side:pakistan&right=side:afghanistan",
        ["compare, two speakers in a period"] = of => $"/compare?left=actor:{of.Actors[0].Id}&right=actor:{of.Actors[1].Id}&from=2025-01-01&to=2026-12-31",
        ["compare, two outlets"] = of => $"/compare?left=source:{of.Sources[0].Id}&right=source:{of.Sources[1].Id}",
        ["compare, nothing from either"] = _ => "/compare?left=side:pakistan&right=side:afghanistan&from=1901-01-01&to=1901-12-31",
        ["a dispute over who began"] = of => $"/disputes/{of.Disputes.First(d => d.Kind == "blame").Slug}",
        ["disputes filtered out"] = _ => "/disputes?kind=figure&from=1901-01-01&to=1901-12-31",
        ["disputes of a kind"] = _ => "/disputes?kind=figure",
        ["statistics"] = _ => "/statistics",
        ["sources"] = _ => "/sources",
        ["a source"] = of => $"/sources/{of.Sources[0].Id}",
        ["about"] = _ => "/about",
        ["the API"] = _ => "/api",
        ["no such page"] = _ => "/no-such-page",
        ["no such claim"] = _ => "/claims/0000000000000000-0-0-0",
    };

    public static IReadOnlyCollection<string> Names => Addresses.Keys;

    public static string AddressOf(string name, Collection collection) => Addresses[name](collection);

    private static string Compare(IEnumerable<ClaimInfo> claims) => $"/compare?{string.Join('&', claims.Select(c => $"claims={c.Key}"))}";
}
