using ClaimTracker.Domain;
using ClaimTracker.Extraction.Tests.Gold;

namespace ClaimTracker.Extraction.Tests.Cases;

/// <summary>Who speaks, what is done, of whom and through whom, case by case.</summary>
public sealed class SpeakerCaseTests
{
    private static readonly Engine Engine = new(GoldFile.Dossier);

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in new[] { "speakers.txt", "claims.txt" })
        {
            foreach (var one in MarkedCase.Read(file))
                data.Add(file, one.Heading);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ACaseIsReadAsItSays(string file, string heading)
    {
        var one = MarkedCase.Read(file).Single(c => c.Heading == heading);
        var reading = new ArticleReading(Engine);
        var bodyStart = one.Text.IndexOf(": ", StringComparison.Ordinal) is > 0 and < 20 and var colon && one.Text[..colon].All(c => char.IsUpper(c)) ? one.Text[..colon] : null;
        reading.Tokens.Read(new Article { FileName = "a.txt", ContentHash = new string('0', 64), Text = one.Text, Body = new(0, one.Text.Length), Dateline = bodyStart });

        var analysis = reading.Build([.. one.Attributions.Select(a => a.In(reading.Tokens, Engine, one.Attributions))]);

        var found = analysis.Claims.Select(c => $"{c.Speaker.ActorId} | {c.Act} | {c.Target ?? "none"} | {c.ReportedBy ?? "none"}").ToList();
        Assert.True(one.Expected.Count == found.Count && one.Expected.Zip(found).All(p => Fits(p.First, p.Second)),
            $"{heading}: expected{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", one.Expected)}{Environment.NewLine}found{Environment.NewLine}  "
            + string.Join(Environment.NewLine + "  ", found.Zip(analysis.Claims, (f, c) => $"{f}   ({string.Join(' ', c.Rules)} {c.Confidence})")));
    }

    /// <summary>Fields that a case leaves out or gives as “-” may be anything; a * at either end stands for anything there.</summary>
    private static bool Fits(string expected, string found)
    {
        var (wanted, given) = (expected.Split('|', StringSplitOptions.TrimEntries), found.Split('|', StringSplitOptions.TrimEntries));
        return wanted.Zip(given).All(p => p.First == "-" || Matches(p.First, p.Second));
    }

    private static bool Matches(string pattern, string text) => (pattern.StartsWith('*'), pattern.EndsWith('*')) switch
    {
        (true, true) => text.Contains(pattern[1..^1], StringComparison.OrdinalIgnoreCase),
        (true, false) => text.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase),
        (false, true) => text.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase),
        _ => string.Equals(pattern, text, StringComparison.OrdinalIgnoreCase),
    };
}
