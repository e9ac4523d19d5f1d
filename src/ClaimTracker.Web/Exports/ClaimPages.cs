using System.Runtime.CompilerServices;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Exports;

/// <summary>Claims of a selection or a comparison one page after the other, by key: however many there are, one page is in memory.</summary>
public sealed class ClaimPages(IClaimQueries queries, SideRegister sides)
{
    internal const int Size = 500;

    /// <summary>All claims of a selection in its order.</summary>
    internal async IAsyncEnumerable<ExportPage> OfAsync(ClaimFilter filter, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var page in PagesAsync(filter, stop))
            yield return new(null, page);
    }

    /// <summary>The claims of a comparison, column by column. Of two parties all that they say, the left one's first; what both have stands left, as on the page.</summary>
    internal async IAsyncEnumerable<ExportPage> OfAsync(CompareView view, [EnumeratorCancellation] CancellationToken stop)
    {
        if (view.Claims.Count > 0)
        {
            foreach (var column in (await queries.ClaimsAsync(view.Claims, stop)).GroupBy(ColumnOf).OrderBy(c => c.Key))
                yield return new(column.Key, [.. column]);
            yield break;
        }

        if (view is not { Left: { } left, Right: { } right })
            yield break;
        await foreach (var page in PagesAsync(view.Of(left), stop))
            yield return new(ExportColumn.Left, page);
        await foreach (var page in PagesAsync(view.Of(right), stop))
            yield return new(ExportColumn.Right, [.. page.Where(claim => !IsOf(left, claim))]);
    }

    private async IAsyncEnumerable<IReadOnlyList<ClaimRow>> PagesAsync(ClaimFilter filter, [EnumeratorCancellation] CancellationToken stop)
    {
        string? after = null;
        do
        {
            var page = await queries.FindAsync(filter, after, Size, stop);
            yield return page.Items;
            after = page.Next;
        }
        while (after is not null);
    }

    private ExportColumn ColumnOf(ClaimRow claim) => sides.PlaceOf(claim) switch
    {
        SidePlace.Left => ExportColumn.Left,
        SidePlace.Right => ExportColumn.Right,
        _ => ExportColumn.Below,
    };

    private static bool IsOf(CompareParty party, ClaimRow claim) => party.Id == party.Kind switch
    {
        PartyKind.Side => claim.Speaker.Side,
        PartyKind.Actor => claim.Speaker.Id,
        _ => claim.Article.Source?.Id,
    };
}
