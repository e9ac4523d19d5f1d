using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Cli.Evaluation;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Training;

namespace ClaimTracker.Cli.Commands;

/// <summary><c>claimtracker train FOLDER --out FILE</c>: the weights that find attributions, from a folder of brat files.</summary>
internal static class TrainCommand
{
    public static Command Create(Streams streams)
    {
        var command = new Command("train", "Learns to find attributions from articles in which people marked them. A fifth of the files is kept aside.");
        var folder = new Argument<string>("FOLDER") { Description = "Brat files NAME.txt and NAME.ann." };
        var to = new Option<string>("--out") { HelpName = "FILE", Description = "Where the weights go.", Required = true };
        var epochs = new Option<int>("--epochs") { HelpName = "N", Description = "Passes over all examples.", DefaultValueFactory = _ => 8 };
        command.Add(folder);
        command.Add(to);
        command.Add(epochs);
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
        command.SetAction((parsed, _) =>
        {
            var articles = BratFolder.Read(parsed.GetValue(folder)!, n => !BratFolder.IsKeptAside(n)).Select(Annotated).ToList();
            if (articles.Count == 0)
            {
                streams.Errors.WriteLine($"Expected files NAME.txt and NAME.ann in '{parsed.GetValue(folder)}', found none to learn from.");
                return Task.FromResult(ExitCode.NotAll);
            }

            // Written only when it is whole: a run that is stopped leaves the old weights.
            using var model = new MemoryStream();
            AttributionTrainer.Train(articles, parsed.GetValue(epochs), model);
            File.WriteAllBytes(parsed.GetValue(to)!, model.ToArray());
            streams.Errors.WriteLine($"Learned from {articles.Count} articles.");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
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
