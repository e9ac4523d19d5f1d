using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Columns;

/// <summary>What the codes in columns mean. Never changed once made.</summary>
/// <param name="Sides">One for each code; the last is for speakers of no side.</param>
/// <param name="Topics">Codes for the sets that occur.</param>
/// <param name="Places">Codes for the sets that occur.</param>
/// <param name="TopicOf">A topic's place in its table by its id in the database.</param>
/// <param name="PlaceOf">A place's, likewise.</param>
/// <param name="Sources">By id in the database.</param>
internal sealed record ClaimTables(
    ValueTable Sides, ValueTable Topics, ValueTable Places, IReadOnlyDictionary<int, int> TopicOf, IReadOnlyDictionary<int, int> PlaceOf, IReadOnlyDictionary<int, Source> Sources)
{
    public int NoSide => Sides.Values.Count - 1;
}
