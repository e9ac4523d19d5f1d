using System.CommandLine;
using ClaimTracker.Cli.Output;
using ClaimTracker.Extraction;

namespace ClaimTracker.Cli.Commands;

/// <summary><c>claimtracker extract PATH…</c>: one JSON object for each article.</summary>
internal static class ExtractCommand
{
    public static Command Create(Streams streams)
    {
        var command = new Command("extract", "Prints what the engine reads in articles, as JSON Lines.");
        var articles = new ArticleArguments(command);
        var attributions = new Option<bool>("--attributions") { Description = "Print sources, cues and contents alone, before actors and topics." };
        var explain = new Option<bool>("--explain") { Description = "Add the names of the rules that made each claim and statistic." };
        command.Add(attributions);
        command.Add(explain);
        command.SetAction((parsed, stop) =>
        {
            var extractor = new ClaimExtractor(articles.Dossier(parsed));
            var withRules = parsed.GetValue(explain);
            using var lines = new JsonLines(streams.Output);
            var (files, catalogues) = (articles.Files(parsed), articles.Catalogues(parsed));
            var code = parsed.GetValue(attributions)
                ? ArticleReading.Run(
                    files, catalogues, a => (a.FileName, Found: extractor.Attributions(a)),
                    r => lines.Write(json => AttributionJson.Write(json, r.FileName, r.Found, withRules)), streams.Errors, stop)
                : ArticleReading.Run(
                    files, catalogues, extractor.Extract, r => lines.Write(json => AnalysisJson.Write(json, r, withRules)), streams.Errors, stop);
            return Task.FromResult(code);
        });
        return command;
    }
}
