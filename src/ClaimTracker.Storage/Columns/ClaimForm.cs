using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Columns;

/// <summary>What a claim does, whose words it has, whether it has figures and whether it is contested, in one byte: counted together at the price of one.</summary>
internal static class ClaimForm
{
    public const int Count = 1 << 8;

    private const int Quotations = 4;
    private const int QuotationShift = 2;
    private const int ActShift = 4;

    public static int Of(ClaimAct act, QuotationKind quotation, bool statistics, bool disputed)
    {
        if ((int)act >= Count >> ActShift || (int)quotation >= Quotations) throw new ArgumentOutOfRangeException(nameof(act), "Expected at most 16 acts and 4 kinds of quotation.");
        return (int)act << ActShift | (int)quotation << QuotationShift | (statistics ? 2 : 0) | (disputed ? 1 : 0);
    }

    public static int With(int form, bool disputed) => disputed ? form | 1 : form & ~1;

    public static bool IsDisputed(int form) => (form & 1) != 0;

    /// <summary>The index of the value that a form has in one of the dimensions that make it up.</summary>
    public static int Value(int form, Dimension dimension) => dimension switch
    {
        Dimension.Act => form >> ActShift,
        Dimension.Quotation => (form >> QuotationShift) & (Quotations - 1),
        Dimension.Statistics => (form >> 1) & 1,
        Dimension.Disputed => form & 1,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
    };
}
