using ClaimTracker.Domain;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Addresses;

/// <summary>
/// Reads and writes what is to be laid side by side: <c>claims</c>, repeated or separated by commas, or <c>left</c> and <c>right</c> with
/// <c>topic</c>, <c>from</c> and <c>to</c>. The two are each other's inverse.
/// </summary>
public static class CompareAddress
{
    /// <summary>A comparison that nobody can look over is none.</summary>
    public const int MostClaims = 60;

    /// <summary>Reads what is asked for. What cannot be read is left out and reported; whether ids exist is not looked at.</summary>
    public static (CompareView View, IReadOnlyList<ParameterProblem> Problems) Read(IQueryCollection query)
    {
        var reader = new QueryReader(query);
        var (from, to) = reader.Period();
        var view = new CompareView
        {
            Claims = Keys(query, reader),
            Left = Party(reader, Parameters.Left),
            Right = Party(reader, Parameters.Right),
            Topic = reader.Single(Parameters.Topic),
            From = from,
            To = to,
            Before = reader.Day(Parameters.Before),
        };
        return (view, reader.Problems);
    }

    /// <summary>The parameters in a fixed order, without those that ask for nothing.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Write(CompareView view) =>
        view.Claims.Select(key => KeyValuePair.Create(Parameters.Claims, key))
            .Concat(One(Parameters.Left, view.Left?.ToString()))
            .Concat(One(Parameters.Right, view.Right?.ToString()))
            .Concat(One(Parameters.Topic, view.Topic))
            .Concat(One(Parameters.From, view.From is { } from ? Formats.Machine(from) : null))
            .Concat(One(Parameters.To, view.To is { } to ? Formats.Machine(to) : null))
            .Concat(One(Parameters.Before, view.Before is { } before ? Formats.Machine(before) : null));

    private static IReadOnlyList<string> Keys(IQueryCollection query, QueryReader reader)
    {
        var asked = query[Parameters.Claims]
            .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal).ToLookup(ClaimKey.IsWellFormed);
        foreach (var key in asked[false].Take(MostClaims))
            reader.Report(Parameters.Claims, Formats.Fill(Texts.ProblemClaimKey, ParameterProblem.Echo(key)));
        if (asked[true].Count() is var count and > MostClaims)
            reader.Report(Parameters.Claims, Formats.Fill(Texts.ProblemTooMany, MostClaims, count));
        return [.. asked[true].Take(MostClaims)];
    }

    private static CompareParty? Party(QueryReader reader, string name)
    {
        if (reader.Single(name) is not { } text)
            return null;
        if (CompareParty.Read(text) is { } party)
            return party;
        reader.Report(name, Formats.Fill(Texts.ProblemParty, ParameterProblem.Echo(text)));
        return null;
    }

    private static IEnumerable<KeyValuePair<string, string>> One(string name, string? value) =>
        value is null ? [] : [KeyValuePair.Create(name, value)];
}
