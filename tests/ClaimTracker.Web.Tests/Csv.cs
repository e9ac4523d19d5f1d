using CsvHelper;

namespace ClaimTracker.Web.Tests;

/// <summary>Reads a table as a statistics program would.</summary>
internal static class Csv
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(byte[] file)
    {
        var rows = new List<IReadOnlyDictionary<string, string>>();
        using var csv = CsvReader.Create(new MemoryStream(file));
        csv.ReadHeader();
        while (csv.Read())
            rows.Add(csv.Headers.ToDictionary(h => h, h => csv.GetString(h), StringComparer.Ordinal));
        return rows;
    }
}
