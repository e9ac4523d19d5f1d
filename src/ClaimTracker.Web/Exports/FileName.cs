using System.Text;

namespace ClaimTracker.Web.Exports;

/// <summary>Names of files made of what was asked for, so that ten of them in one folder can be told apart.</summary>
internal static class FileName
{
    private const int Longest = 100;

    /// <summary>Letters and digits of the parameters' values, joined by hyphens: <c>claims-side-ruritania-from-2025-10-01.csv</c>.</summary>
    /// <param name="what">How it begins.</param>
    /// <param name="parameters">What was asked for; each name stands once before its values.</param>
    /// <param name="extension">How it ends.</param>
    public static string Of(string what, IEnumerable<KeyValuePair<string, string>> parameters, string extension)
    {
        var name = new StringBuilder(what);
        var last = "";
        foreach (var (parameter, value) in parameters)
        {
            if (parameter != last)
                name.Append('-').Append(parameter);
            last = parameter;
            name.Append('-').AppendJoin("", value.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
        }

        var text = string.Join('-', name.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > Longest)
            text = text[..Longest].TrimEnd('-');
        return $"{text}.{extension}";
    }
}
