using System.CommandLine;
using ClaimTracker.Cli.Output;
using ClaimTracker.Comparison;
using ClaimTracker.Domain;
using ClaimTracker.Extraction;

namespace ClaimTracker.Cli.Commands;

/// <summary><c>claimtracker compare PATH…</c>: one JSON object for all articles.</summary>
internal static class CompareCommand
{
    public static Command Create(Streams streams)
    {
        var command = new Command("compare", "Prints disputes, repeats and sums found in articles, as one JSON object.");
        var articles = new ArticleArguments(command);
        command.SetAction((parsed, stop) =>
        {
            var dossier = articles.Dossier(parsed);
            var analyses = new List<ArticleAnalysis>();
            var code = ArticleReading.Run(
                articles.Files(parsed), articles.Catalogues(parsed), new ClaimExtractor(dossier).Extract, analyses.Add, streams.Errors, stop);
            using var lines = new JsonLines(streams.Output);
            lines.Write(json => ComparisonJson.Write(json, new ClaimComparer(dossier).Compare(analyses), analyses));
            return Task.FromResult(code);
        });
        return command;
    }
}
