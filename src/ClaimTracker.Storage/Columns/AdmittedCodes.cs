namespace ClaimTracker.Storage.Columns;

/// <summary>Which codes of a column a filter admits, in the forms in which columns look for them.</summary>
internal sealed class AdmittedCodes
{
    /// <summary>So many are compared one after the other; more are looked up.</summary>
    public const int MostFew = 4;

    private const int HalfBits = 4, Halves = 1 << HalfBits, BitsOfByte = 8;

    private readonly byte[] _byCode;
    private readonly byte[] _below = new byte[Halves];
    private readonly byte[] _above = new byte[Halves];

    /// <param name="byCode">1 or 0 for each code that there is.</param>
    public AdmittedCodes(byte[] byCode)
    {
        _byCode = byCode;
        Few = [.. byCode.Index().Where(a => a.Item == 1).Select(a => a.Index).Take(MostFew + 1)];
        for (var code = 0; code < Math.Min(byCode.Length, Halves * Halves); code++)
        {
            var (low, high) = (code % Halves, code / Halves);
            (high < BitsOfByte ? _below : _above)[low] |= (byte)(byCode[code] << (high % BitsOfByte));
        }
    }

    /// <summary>1 or 0 for each.</summary>
    public ReadOnlySpan<byte> ByCode => _byCode;

    /// <summary>The admitted ones, at most one more than <see cref="MostFew"/>.</summary>
    public int[] Few { get; }

    /// <summary>For codes below 128: by the code's low four bits, a bit for each value of the high ones.</summary>
    public ReadOnlySpan<byte> Below => _below;

    /// <summary>The same for codes from 128 to 255.</summary>
    public ReadOnlySpan<byte> Above => _above;
}
