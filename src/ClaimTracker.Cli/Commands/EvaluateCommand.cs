using System.CommandLine;
using System.Text;
using ClaimTracker.Cli.Evaluation;
using ClaimTracker.Cli.Output;
using ClaimTracker.Domain;
using ClaimTracker.Extraction;
using ClaimTracker.Reading;

namespace ClaimTracker.Cli.Commands;

/// <summary><c>claimtracker evaluate --gold FILE PATH…</c> and <c>claimtracker evaluate --attributions FOLDER</c>: how good the engine is.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Streams streams)
    {
        var command = new Command("evaluate", "Holds what the engine reads against what people marked.");
        var articles = new ArticleArguments(command, atLeastOne: false);
        var gold = new Option<string?>("--gold") { HelpName = "FILE", Description = "Claims, statistics, disputes and sums that a careful reader marked in the articles." };
        var attributions = new Option<string?>("--attributions") { HelpName = "FOLDER", Description = "Instead: brat files NAME.txt and NAME.ann with attributions, as PolNeAR has them." };
        var keepAside = new Option<bool>("--keep-aside") { Description = "With --attributions: only the fifth of the files, by their names, that training never reads." };
        var asJson = new Option<bool>("--json") { Description = "Print one JSON object." };
        var into = new Option<string?>("--into") { HelpName = "FILE", Description = "Write the tables there as well, between the marks of their kind, as the README has them." };
        foreach (var option in (Option[])[gold, attributions, keepAside, asJson, into])
            command.Add(option);
        gold.Validators.Add(r => Expect(r, File.Exists, "a file"));
        into.Validators.Add(r => Expect(r, File.Exists, "a file"));
        attributions.Validators.Add(r => Expect(r, Directory.Exists, "a folder"));
        command.Validators.Add(result =>
        {
            var (file, folder) = (result.GetResult(gold) is not null, result.GetResult(attributions) is not null);
            if (file == folder)
                result.AddError("Expected either --gold FILE with articles or --attributions FOLDER.");
            else if (file != articles.AnyPath(result))
                result.AddError(file ? "Expected the articles of the gold file, found no path." : "Expected no path beside --attributions FOLDER.");
        });
        command.SetAction((parsed, stop) =>
        {
            var name = parsed.GetValue(attributions) is null ? "evaluate --gold" : "evaluate --attributions";
            var (code, figures, calibration) = parsed.GetValue(attributions) is { } folder
                ? Attributions(streams, folder, parsed.GetValue(keepAside), stop)
                : Claims(streams, parsed, articles, Gold.Read(parsed.GetValue(gold)!), stop);
            EvaluationOutput.Write(streams, parsed.GetValue(asJson), figures, calibration);
            if (parsed.GetValue(into) is { } file)
                MarkedSection.Write(file, name, EvaluationOutput.Text(figures, calibration));
            return Task.FromResult(code);
        });
        return command;
    }

    private static Evaluated Claims(Streams streams, ParseResult parsed, ArticleArguments articles, Gold gold, CancellationToken stop)
    {
        var dossier = articles.Dossier(parsed);
        List<ArticleAnalysis> analyses = [];
        var code = ArticleReading.Run(
            articles.Files(parsed), articles.Catalogues(parsed), new ClaimExtractor(dossier).Extract, analyses.Add, streams.Errors, stop);
        var evaluation = GoldEvaluation.Of(gold, dossier, analyses);
        foreach (var missing in evaluation.Missing)
            streams.Errors.WriteLine($"{missing}: the gold has it, the paths don't; it counts as empty.");
        return new(evaluation.Missing.Count > 0 ? ExitCode.NotAll : code, evaluation.Figures, evaluation.Calibration);
    }

    private static Evaluated Attributions(Streams streams, string folder, bool keepAside, CancellationToken stop)
    {
        // Attributions come before actors: any dossier gives the same.
        var extractor = new ClaimExtractor(new Dossier { Title = "", Sides = [], Actors = [], Version = "" });
        var scorer = new AttributionScorer();
        var code = ExitCode.Done;
        foreach (var article in BratFolder.Read(folder, n => !keepAside || BratFolder.IsKeptAside(n)))
        {
            stop.ThrowIfCancellationRequested();
            if (ArticleReader.Read(article.Name + ".txt", Encoding.UTF8.GetBytes(article.Text)) is ReadOutcome.Read(var read))
            {
                scorer.Add(article, extractor.Attributions(read));
                continue;
            }

            streams.Errors.WriteLine($"{article.Name}.txt: could not be read as an article; it counts as empty.");
            scorer.Add(article, []);
            code = ExitCode.NotAll;
        }

        streams.Errors.WriteLine($"{scorer.Articles} articles, {scorer.Incomplete} incomplete attributions left out");
        return new(code, scorer.Figures(), scorer.Calibration.Bins());
    }

    private static void Expect(System.CommandLine.Parsing.OptionResult result, Func<string, bool> exists, string what)
    {
        if (result.GetValueOrDefault<string?>() is { } path && !exists(path))
            result.AddError($"Expected {what} after {result.Option.Name}, found nothing at '{path}'.");
    }

    private readonly record struct Evaluated(int Code, IReadOnlyList<Figure> Figures, IReadOnlyList<CalibrationBin> Calibration);
}
