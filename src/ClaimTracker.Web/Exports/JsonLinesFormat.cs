using System.Text.Json;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Exports;

/// <summary>A line for each claim: the same object that the API gives.</summary>
internal sealed class JsonLinesFormat : ExportFormat
{
    public override string Extension => "jsonl";

    public override string MediaType => "application/jsonl; charset=utf-8";

    public override string Name => Texts.ExportJsonLines;

    public override string Description => "A line for each claim, each the object that /api/v1/claims/{key} gives. In a comparison it stands under “claim”, beside its “column”.";

    public override async Task WriteAsync(IAsyncEnumerable<ExportPage> pages, bool isComparison, ExportTarget to)
    {
        await foreach (var page in pages)
        {
            foreach (var row in page.Claims)
            {
                var claim = ClaimJson.Of(row, to.Links);
                if (page.Column is { } column)
                    await JsonSerializer.SerializeAsync(to.Body, new { column, claim }, to.Json, to.Stop);
                else
                    await JsonSerializer.SerializeAsync(to.Body, claim, to.Json, to.Stop);
                await to.Body.WriteAsync("\n"u8.ToArray(), to.Stop);
            }

            await to.Body.FlushAsync(to.Stop);
        }
    }
}
