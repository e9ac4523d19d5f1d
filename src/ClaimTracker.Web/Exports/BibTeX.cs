using System.Globalization;
using System.Text;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Exports;

/// <summary>A citation as BibTeX and BibLaTeX read it. Letters of all scripts stand as they are (UTF-8); what TeX would act on is written so that it prints.</summary>
public static class BibTeX
{
    public const string MediaType = "application/x-bibtex; charset=utf-8";

    public static string Of(Citation citation)
    {
        var entry = new StringBuilder().Append(CultureInfo.InvariantCulture, $"@misc{{{citation.Id},\n");

        // Braces within the braces keep names from being split and words from being set in lower case.
        Field("author", $"{{{Escape(citation.Claim.Speaker.Name)}}}");
        Field("title", $"{{{Escape(Citation.Line(citation.Claim.Words))}}}");
        Field("howpublished", $"In: {Escape(citation.Article)}");
        if (citation.Days is var (from, to, inferred))
        {
            var mark = inferred ? "~" : "";
            Field("date", from == to ? Formats.Machine(from) + mark : $"{Formats.Machine(from)}{mark}/{Formats.Machine(to)}{mark}");
            Field("year", from.Year.ToString(CultureInfo.InvariantCulture));
            Field("month", from.Month.ToString(CultureInfo.InvariantCulture));
        }

        Field("url", citation.Address);
        Field("note", Escape(citation.Note));
        return entry.Append("}\n").ToString();

        void Field(string name, string value) => entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{value}}},\n");
    }

    /// <summary>Braces get names, because BibTeX counts them even behind a backslash: one alone would swallow the rest of the file.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' => escaped.Append(@"\textbackslash{}"),
                '{' => escaped.Append(@"\textbraceleft{}"),
                '}' => escaped.Append(@"\textbraceright{}"),
                '~' => escaped.Append(@"\textasciitilde{}"),
                '^' => escaped.Append(@"\textasciicircum{}"),
                '$' or '&' or '#' or '_' or '%' => escaped.Append('\\').Append(c),
                _ when char.IsControl(c) => escaped.Append(' '),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
