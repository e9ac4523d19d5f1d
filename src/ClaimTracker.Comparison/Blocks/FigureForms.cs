using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Numbers for the figures of a block that read the same, of one value and in the same words, and for their values.</summary>
internal sealed class FigureForms
{
    private readonly Numbers<FigureFacts> _forms = new(ByWords.Instance);
    private readonly Numbers<(double, double, bool)> _values = new(EqualityComparer<(double, double, bool)>.Default);
    private readonly List<int> _valueOf = [];

    /// <summary>The first figure of a form.</summary>
    public FigureFacts this[int form] => _forms[form];

    /// <summary>The number of a figure's form.</summary>
    public int Of(FigureFacts figure)
    {
        var form = _forms.Of(figure);
        if (form == _valueOf.Count)
            _valueOf.Add(_values.Of(ValueOf(figure)));
        return form;
    }

    /// <summary>The number of a form's value.</summary>
    public int ValueOf(int form) => _valueOf[form];

    /// <summary>What makes two figures say the same number.</summary>
    public static (double Low, double High, bool Rejected) ValueOf(FigureFacts figure) => (figure.Low, figure.High, figure.Rejected);

    private sealed class ByWords : IEqualityComparer<FigureFacts>
    {
        public static ByWords Instance { get; } = new();

        public bool Equals(FigureFacts? x, FigureFacts? y) => ValueOf(x!) == ValueOf(y!) && x!.Words == y!.Words && x.Counted == y.Counted;

        public int GetHashCode(FigureFacts obj) => HashCode.Combine(obj.Low, obj.High, obj.Words);
    }
}
