using ClaimTracker.Web.Resources;
using CsvHelper;

namespace ClaimTracker.Web.Exports;

/// <summary>A row for each claim, for spreadsheets and statistics programs (RFC 4180).</summary>
internal sealed class CsvFormat : ExportFormat
{
    private static readonly CsvWriterOptions Options = new()
    {
        // Words of an article can begin like a formula. An apostrophe keeps a spreadsheet from running them; the other formats have them as they stand.
        Injection = CsvInjection.Escape,

        // Without it Excel takes the file for the system's old code page, and every ’ and “ of a quotation comes out as other characters.
        WriteByteOrderMark = true,
    };

    public override string Extension => "csv";

    public override string MediaType => "text/csv; charset=utf-8; header=present";

    public override string Name => Texts.ExportCsv;

    public override string Description =>
        "A row for each claim, UTF-8. A cell that begins with =, +, -, @, a tab or a line break has an apostrophe before it, so that no spreadsheet runs it. "
        + "Where a claim has several figures, their cells have as many parts, separated by “ | ”. Columns: "
        + string.Join("; ", CsvColumn.All.Select(c => $"{c.Name} – {c.Meaning}")) + ".";

    public override async Task WriteAsync(IAsyncEnumerable<ExportPage> pages, bool isComparison, ExportTarget to)
    {
        await using var csv = CsvWriter.Create(to.Body, Options, leaveOpen: true);
        if (isComparison)
            csv.WriteField("column");
        foreach (var column in CsvColumn.All)
            csv.WriteField(column.Name);
        await csv.EndRecordAsync(to.Stop);
        await foreach (var page in pages)
        {
            foreach (var claim in page.Claims)
            {
                if (isComparison)
                    csv.WriteField(page.Column is { } column ? Addresses.AddressNames.Of(column) : null);
                foreach (var column in CsvColumn.All)
                    csv.WriteField(column.Of(claim, to.Links));
                await csv.EndRecordAsync(to.Stop);
            }

            await csv.FlushAsync(to.Stop);
            await to.Body.FlushAsync(to.Stop);
        }
    }
}
