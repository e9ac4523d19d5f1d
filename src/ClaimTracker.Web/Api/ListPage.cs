using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimTracker.Web.Api;

/// <summary>Which part of a list is asked for. It goes by the key of the last item that was seen, so that what comes or goes before it moves no page.</summary>
/// <param name="After">That key; null for the first page.</param>
/// <param name="Size">1 to <see cref="ClaimView.LargestPageSize"/>.</param>
internal sealed record ListPage(string? After, int Size)
{
    public static ListPage Read(QueryReader reader) =>
        new(reader.Single(Parameters.After), reader.Number(Parameters.PageSize, 1, ClaimView.LargestPageSize, ClaimView.DefaultPageSize));

    /// <summary>A page of rows that are all at hand, or what is wrong with the parameters.</summary>
    /// <param name="http">The request.</param>
    /// <param name="rows">All, in their order.</param>
    /// <param name="key">Of a row, its own.</param>
    /// <param name="json">A row as the API gives it.</param>
    /// <param name="others">What was wrong with other parameters.</param>
    public static Results<Ok<ListJson<TJson>>, ValidationProblem> Of<TRow, TJson>(
        HttpContext http, IReadOnlyList<TRow> rows, Func<TRow, string> key, Func<TRow, TJson> json, params IReadOnlyList<ParameterProblem> others)
    {
        var reader = new QueryReader(http.Request.Query);
        var page = Read(reader);
        if (reader.Problems.Count + others.Count > 0)
            return Problems.Of([.. others, .. reader.Problems]);
        return page.Cut(rows, key) is var (items, next)
            ? TypedResults.Ok(new ListJson<TJson>(rows.Count, [.. items.Select(json)]) { Next = next })
            : Problems.Of(page.Unknown);
    }

    /// <summary>The rows of the page, and what goes into <c>after</c> for the next; null where no row has the key.</summary>
    public (IReadOnlyList<T> Items, string? Next)? Cut<T>(IReadOnlyList<T> rows, Func<T, string> key)
    {
        var from = 0;
        if (After is not null && (from = rows.Index().FirstOrDefault(r => key(r.Item) == After, (-1, default!)).Index + 1) == 0)
            return null;
        List<T> items = [.. rows.Skip(from).Take(Size)];
        return (items, from + items.Count < rows.Count ? key(items[^1]) : null);
    }

    /// <summary>That no page ends where this one is said to begin.</summary>
    public ParameterProblem Unknown => new(Parameters.After, Formats.Fill(Texts.ProblemCursorApi, ParameterProblem.Echo(After ?? "")));
}
