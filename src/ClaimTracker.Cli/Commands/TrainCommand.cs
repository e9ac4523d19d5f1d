using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Cli.Evaluation;
using ClaimTracker.Cli.Output;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Training;

namespace ClaimTracker.Cli.Commands;

/// <summary>
/// <c>claimtracker train FOLDER --out FILE --calibration FILE</c>: the weights that find attributions, and what their probabilities are
/// worth, from a folder of brat files.
/// </summary>
internal static class TrainCommand
{
    /// <summary>Each quarter of the articles is read with weights from the other three.</summary>
    private const int Parts = 4;

    public static Command Create(Streams streams)
    {
        var command = new Command("train", "Learns to find attributions from articles in which people marked them. A fifth of the files is kept aside.");
        var folder = new Argument<string>("FOLDER") { Description = "Brat files NAME.txt and NAME.ann." };
        var to = new Option<string?>("--out") { HelpName = "FILE", Description = "Where the weights go." };
        var calibration = new Option<string?>("--calibration") { HelpName = "FILE", Description = "Where the table from probability to confidence goes, learned by reading each quarter of the articles with weights of the others." };
        var epochs = new Option<int>("--epochs") { HelpName = "N", Description = "Passes over all examples.", DefaultValueFactory = _ => 8 };
        command.Add(folder);
        foreach (var option in (Option[])[to, calibration, epochs])
            command.Add(option);
        folder.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string>() is { } path && !Directory.Exists(path))
                r.AddError($"Expected a folder, found nothing at '{path}'.");
        });
        epochs.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() < 1)
                r.AddError("Expected at least one pass after --epochs.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(to) is null && result.GetResult(calibration) is null)
                result.AddError("Expected --out FILE, --calibration FILE or both.");
        });
        command.SetAction((parsed, _) =>
        {
            var articles = BratFolder.Read(parsed.GetValue(folder)!, n => !BratFolder.IsKeptAside(n)).Select(Annotated).ToList();
            if (articles.Count == 0)
            {
                streams.Errors.WriteLine($"Expected files NAME.txt and NAME.ann in '{parsed.GetValue(folder)}', found none to learn from.");
                return Task.FromResult(ExitCode.NotAll);
            }

            if (parsed.GetValue(to) is { } weights)
                Learn(articles, parsed.GetValue(epochs), weights);
            if (parsed.GetValue(calibration) is { } table)
                Calibrate(articles, parsed.GetValue(epochs), table, streams);
            streams.Errors.WriteLine($"Learned from {articles.Count} articles.");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    /// <summary>Written only when it is whole: a run that is stopped leaves the old weights.</summary>
    private static void Learn(List<AnnotatedArticle> articles, int epochs, string to)
    {
        using var model = new MemoryStream();
        AttributionTrainer.Train(articles, epochs, model);
        File.WriteAllBytes(to, model.ToArray());
    }

    private static void Calibrate(List<AnnotatedArticle> articles, int epochs, string to, Streams streams)
    {
        var parts = CalibrationTrainer.ReadByTurns(articles, Parts, epochs);
        var table = new StringBuilder("# What a probability of the rankers is worth: the share of readings that are right.\n"
            + "# Written by claimtracker train --calibration; learn it anew with every change of the weights.\n");
        foreach (var (probability, agreeing) in CalibrationTrainer.Fit(parts.SelectMany(p => p)))
            table.Append(CultureInfo.InvariantCulture, $"{probability:F4} : right={CalibrationTrainer.Right(agreeing):F4}\n");
        File.WriteAllText(to, table.ToString());
        streams.Errors.WriteLine("Agreement with the marks, each quarter by the table of the other three:");
        streams.Errors.Write(EvaluationOutput.Table(Checked(parts)));
    }

    /// <summary>How good such a table is where it was not learned.</summary>
    private static IReadOnlyList<CalibrationBin> Checked(IReadOnlyList<IReadOnlyList<ReadingOutcome>> parts)
    {
        var calibration = new Calibration();
        for (var i = 0; i < parts.Count; i++)
        {
            var table = CalibrationTrainer.Fit(parts.Where((_, other) => other != i).SelectMany(p => p));
            foreach (var (probability, right) in parts[i])
                calibration.Add(CalibrationTrainer.Confidence(table, probability), right);
        }

        return calibration.Bins();
    }

    private static AnnotatedArticle Annotated(BratArticle article) => new(
        new Article
        {
            FileName = article.Name,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(article.Text))),
            Text = article.Text,
            Body = new(0, article.Text.Length),
        },
        article.Attributions);
}
