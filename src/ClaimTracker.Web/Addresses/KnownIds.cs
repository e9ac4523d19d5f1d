using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Addresses;

/// <summary>Takes ids that do not exist out of what an address asks for, and says which.</summary>
public sealed class KnownIds(Dossier dossier, IClaimQueries queries)
{
    /// <summary>Reads an address of claims: what it asks for, as far as it can be read and exists, and what is wrong with the rest.</summary>
    public async Task<(ClaimView View, IReadOnlyList<ParameterProblem> Problems)> ReadAsync(IQueryCollection query, CancellationToken stop)
    {
        var (view, unread) = ClaimAddress.Read(query);
        var (filter, unknown) = await CheckAsync(view.Filter, stop);
        return (view with { Filter = filter }, [.. unread, .. unknown]);
    }

    public async Task<(ClaimFilter Filter, IReadOnlyList<ParameterProblem> Problems)> CheckAsync(ClaimFilter filter, CancellationToken stop)
    {
        var problems = new List<ParameterProblem>();
        var stored = await queries.KnownAsync(filter, stop);
        var known = filter with
        {
            Sides = Keep(filter.Sides, Parameters.Side, id => id == ClaimFilter.NoSide || dossier.Sides.Any(s => s.Id == id), problems),
            Topics = Keep(filter.Topics, Parameters.Topic, IsTopic, problems),
            Places = Keep(filter.Places, Parameters.Place, id => dossier.Places.Any(p => p.Id == id), problems),
            Sources = Keep(filter.Sources, Parameters.Source, stored.Sources.Contains, problems),
            Actors = Keep(filter.Actors, Parameters.Actor, id => stored.Actors.Contains(id) || dossier.Actors.Any(a => a.Id == id), problems),
            Articles = Keep(filter.Articles, Parameters.Article, stored.Articles.Contains, problems),
        };
        return (known, problems);
    }

    public async Task<(DisputeView View, IReadOnlyList<ParameterProblem> Problems)> CheckAsync(DisputeView view, CancellationToken stop)
    {
        var problems = new List<ParameterProblem>();
        var stored = await queries.KnownAsync(new ClaimFilter { Actors = view.Filter.Actors }, stop);
        var filter = view.Filter with
        {
            Topics = Keep(view.Filter.Topics, Parameters.Topic, IsTopic, problems),
            Actors = Keep(view.Filter.Actors, Parameters.Actor, id => stored.Actors.Contains(id) || dossier.Actors.Any(a => a.Id == id), problems),
        };
        return (view with { Filter = filter }, problems);
    }

    public async Task<(CompareView View, IReadOnlyList<ParameterProblem> Problems)> CheckAsync(CompareView view, CancellationToken stop)
    {
        var problems = new List<ParameterProblem>();
        if (view.Topic is { } topic && !IsTopic(topic))
        {
            problems.Add(Unknown(Parameters.Topic, topic));
            view = view with { Topic = null };
        }

        if (view.Left is { } left && !await IsPartyAsync(left, stop))
        {
            problems.Add(UnknownParty(Parameters.Left, left));
            view = view with { Left = null };
        }

        if (view.Right is { } right && !await IsPartyAsync(right, stop))
        {
            problems.Add(UnknownParty(Parameters.Right, right));
            view = view with { Right = null };
        }

        return (view, problems);
    }

    private async Task<bool> IsPartyAsync(CompareParty party, CancellationToken stop) => party.Kind switch
    {
        PartyKind.Side => dossier.Sides.Any(s => s.Id == party.Id),
        PartyKind.Actor => await IsActorAsync(party.Id, stop),
        _ => (await queries.SourcesAsync(stop)).Any(s => s.Id == party.Id),
    };

    private bool IsTopic(string id) => dossier.Topics.Any(t => t.Id == id);

    private async Task<bool> IsActorAsync(string id, CancellationToken stop) =>
        dossier.Actors.Any(a => a.Id == id) || await queries.ActorAsync(id, stop) is not null;

    private static List<string> Keep(IReadOnlyList<string> ids, string parameter, Func<string, bool> exists, List<ParameterProblem> problems)
    {
        problems.AddRange(ids.Where(id => !exists(id)).Select(id => Unknown(parameter, id)));
        return [.. ids.Where(exists)];
    }

    private static ParameterProblem UnknownParty(string parameter, CompareParty party) =>
        new(parameter, Formats.Fill(Texts.ProblemPartyUnknown, ParameterProblem.Echo(party.ToString())));

    private static ParameterProblem Unknown(string parameter, string id) =>
        new(parameter, Formats.Fill(Texts.ProblemUnknown, parameter, ParameterProblem.Echo(id)));
}
