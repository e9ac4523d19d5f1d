using System.Globalization;
using System.Text;
using ClaimTracker.Cli.Evaluation;

namespace ClaimTracker.Cli.Output;

/// <summary>Tables of an evaluation, for people and as JSON.</summary>
internal static class EvaluationOutput
{
    public static void Write(Streams streams, bool asJson, IReadOnlyList<Figure> figures, IReadOnlyList<CalibrationBin>? calibration = null)
    {
        if (asJson)
        {
            WriteJson(streams.Output, figures, calibration);
            return;
        }

        streams.Output.Write(Encoding.UTF8.GetBytes(Text(figures, calibration)));
    }

    /// <summary>The tables as they are printed.</summary>
    public static string Text(IReadOnlyList<Figure> figures, IReadOnlyList<CalibrationBin>? calibration)
    {
        var lines = new StringBuilder();
        foreach (var figure in figures)
            lines.Append(CultureInfo.InvariantCulture, $"{figure.Name,-26} {string.Join("  ", figure.Values.Select(Text))}\n");
        if (calibration is not null)
            lines.Append('\n').Append(Table(calibration));
        return lines.ToString();
    }

    /// <summary>Confidence against truth, a line for each tenth.</summary>
    public static string Table(IReadOnlyList<CalibrationBin> calibration)
    {
        var lines = new StringBuilder("confidence  claims   mean  right\n");
        foreach (var bin in calibration)
            lines.Append(CultureInfo.InvariantCulture, $"{bin.From:F1} to {bin.To:F1}  {bin.Claims,6}  {bin.Mean:F3}  {bin.Right:F3}\n");
        return lines.ToString();
    }

    private static string Text((string Name, double Value, bool IsCount) value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.Name} {value.Value.ToString(value.IsCount ? "F0" : "F3", CultureInfo.InvariantCulture)}");

    private static void WriteJson(Stream output, IReadOnlyList<Figure> figures, IReadOnlyList<CalibrationBin>? calibration)
    {
        using var lines = new JsonLines(output);
        lines.Write(json =>
        {
            json.WriteStartObject();
            foreach (var figure in figures)
            {
                json.WriteStartObject(figure.Name);
                foreach (var (name, value, _) in figure.Values)
                    json.WriteNumber(name, value);
                json.WriteEndObject();
            }

            if (calibration is not null)
            {
                json.WriteStartArray("calibration");
                foreach (var bin in calibration)
                {
                    json.WriteStartObject();
                    json.WriteNumber("from", bin.From);
                    json.WriteNumber("to", bin.To);
                    json.WriteNumber("claims", bin.Claims);
                    json.WriteNumber("mean", bin.Mean);
                    json.WriteNumber("right", bin.Right);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        });
    }
}
