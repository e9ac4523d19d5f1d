namespace ClaimTracker.Storage.Columns;

/// <summary>What claims can be filtered and counted by; the value is the column's index.</summary>
internal enum Dimension
{
    Side,
    Actor,
    Source,
    Topic,
    Place,
    Act,
    Quotation,
    Article,
    Statistics,
    Disputed,
}
