using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Exports;

/// <summary>Claims in the words of schema.org, for programs that read linked data.</summary>
internal sealed class JsonLdFormat : ExportFormat
{
    public override string Extension => "jsonld";

    public override string MediaType => "application/ld+json";

    public override string Name => Texts.ExportJsonLd;

    public override string Description =>
        "A graph of schema.org Claim: text, author, appearance (every article of the collection that has it), firstAppearance (the earliest of those), "
        + "the quotation it is based on and its figures. The whole record of the API stands under “record” as a JSON literal.";

    public override async Task WriteAsync(IAsyncEnumerable<ExportPage> pages, bool isComparison, ExportTarget to)
    {
        var options = new JsonSerializerOptions(to.Json) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        var persons = (await to.Queries.ActorsAsync(true, to.Stop)).Where(a => a.Kind is ActorKind.Person).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var context = JsonSerializer.Serialize(new object[]
        {
            "https://schema.org",
            new Dictionary<string, object> { ["record"] = new Dictionary<string, string> { ["@id"] = to.Links.Whole($"{Urls.OpenApi}#ClaimJson"), ["@type"] = "@json" } },
        });
        await WriteAsync($$"""{"@context":{{context}},"@graph":[""");
        var separator = "\n";
        await foreach (var page in pages)
        {
            var repeats = await to.Queries.RepeatsAsync([.. page.Claims.Select(c => c.Key)], to.Stop);
            foreach (var row in page.Claims)
            {
                await WriteAsync(separator);
                await JsonSerializer.SerializeAsync(to.Body, LinkedClaim.Of(row, repeats[row.Key], persons.Contains, to.Links), options, to.Stop);
                separator = ",\n";
            }

            await to.Body.FlushAsync(to.Stop);
        }

        await WriteAsync("\n]}\n");

        ValueTask WriteAsync(string text) => to.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), to.Stop);
    }
}
