using System.Globalization;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Addresses;

/// <summary>Reads single parameters out of an address and gathers what could not be read. An empty value asks for nothing.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    private const int LongestId = 200;
    private const int LongestSearch = 200;
    private const int MostValues = 100;

    private readonly List<ParameterProblem> _problems = [];

    public IReadOnlyList<ParameterProblem> Problems => _problems;

    /// <summary>All different values of a parameter, in their order.</summary>
    public IReadOnlyList<string> Ids(string name)
    {
        var values = Values(name).Distinct(StringComparer.Ordinal).ToList();
        if (values.Count > MostValues)
            Report(name, Formats.Fill(Texts.ProblemTooMany, MostValues, values.Count));
        foreach (var tooLong in values.Where(v => v.Length > LongestId))
            Report(name, Formats.Fill(Texts.ProblemTooLong, LongestId, ParameterProblem.Echo(tooLong)));
        return [.. values.Where(v => v.Length <= LongestId).Take(MostValues)];
    }

    public IReadOnlyList<T> Names<T>(string name)
        where T : struct, Enum
    {
        var read = new List<T>();
        foreach (var value in Ids(name))
        {
            if (AddressNames.TryRead<T>(value, out var known))
                read.Add(known);
            else
                ReportName<T>(name, value);
        }

        return read;
    }

    public T Name<T>(string name, T otherwise)
        where T : struct, Enum
    {
        if (Single(name) is not { } value)
            return otherwise;
        if (AddressNames.TryRead<T>(value, out var known))
            return known;
        ReportName<T>(name, value);
        return otherwise;
    }

    public DateOnly? Day(string name)
    {
        if (Single(name) is not { } value)
            return null;
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Report(name, Formats.Fill(Texts.ProblemDate, ParameterProblem.Echo(value)));
        return null;
    }

    /// <summary>From and to; a period that ends before it begins is reported, and neither end counts.</summary>
    public (DateOnly? From, DateOnly? To) Period()
    {
        var (from, to) = (Day(Parameters.From), Day(Parameters.To));
        if (from is not { } first || to is not { } last || first <= last)
            return (from, to);
        Report(Parameters.From, Formats.Fill(Texts.ProblemPeriod, Formats.Machine(first), Formats.Machine(last)));
        return (null, null);
    }

    public bool? Switch(string name)
    {
        switch (Single(name))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            case var other:
                Report(name, Formats.Fill(Texts.ProblemSwitch, ParameterProblem.Echo(other)));
                return null;
        }
    }

    public int Number(string name, int least, int most, int otherwise)
    {
        if (Single(name) is not { } value)
            return otherwise;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Report(name, Formats.Fill(Texts.ProblemNumber, least, most, ParameterProblem.Echo(value)));
        return otherwise;
    }

    public string? Search(string name)
    {
        if (Single(name)?.Trim() is not { Length: > 0 } words)
            return null;
        if (words.Length <= LongestSearch)
            return words;
        Report(name, Formats.Fill(Texts.ProblemTooLong, LongestSearch, ParameterProblem.Echo(words)));
        return null;
    }

    /// <summary>The one value of a parameter; several different ones are a problem, and none of them counts.</summary>
    public string? Single(string name)
    {
        var values = Values(name).Distinct(StringComparer.Ordinal).Take(2).ToList();
        if (values.Count < 2)
            return values.FirstOrDefault();
        Report(name, Texts.ProblemTwice);
        return null;
    }

    public void Report(string name, string sentence) => _problems.Add(new(name, sentence));

    private void ReportName<T>(string name, string value)
        where T : struct, Enum =>
        Report(name, Formats.Fill(Texts.ProblemName, string.Join(", ", AddressNames.All<T>()), ParameterProblem.Echo(value)));

    private IEnumerable<string> Values(string name) => query[name].Where(v => !string.IsNullOrEmpty(v))!;
}
