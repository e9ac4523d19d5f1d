using System.CommandLine;
using ClaimTracker.Domain;
using ClaimTracker.Ingestion.Files;

namespace ClaimTracker.Cli.Commands;

/// <summary>The paths and data files that every verb takes which reads articles.</summary>
internal sealed class ArticleArguments
{
    private readonly Argument<string[]> _paths = new("PATH") { Description = "Articles (.txt, .html) or folders of them." };

    private readonly Option<string?> _dossier = new("--dossier")
    {
        HelpName = "FILE",
        Description = "The conflict. By default dossier.yaml beside the first path, else the one that comes with the program.",
    };

    private readonly Option<string?> _catalogue = new("--catalogue")
    {
        HelpName = "FILE",
        Description = "What is known of the files beside their text. By default catalogue.yaml in each file's folder, where there is one.",
    };

    /// <param name="command">The verb.</param>
    /// <param name="atLeastOne">False where the verb can do without articles.</param>
    public ArticleArguments(Command command, bool atLeastOne = true)
    {
        _paths.Arity = atLeastOne ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore;
        command.Add(_paths);
        command.Add(_dossier);
        command.Add(_catalogue);
        // An option with a slip in it would else be taken for a file.
        _paths.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith('-') && !Path.Exists(t.Value)))
                result.AddError($"Expected an option or a path, found '{token.Value}'.");
        });
        foreach (var option in (Option<string?>[])[_dossier, _catalogue])
            option.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<string?>() is { } file && !File.Exists(file))
                    result.AddError($"Expected a file after {option.Name}, found nothing at '{file}'.");
            });
    }

    /// <summary>Whether a path was given.</summary>
    public bool AnyPath(System.CommandLine.Parsing.CommandResult result) => result.GetResult(_paths) is { Tokens.Count: > 0 };

    /// <summary>Every file of the paths, in their order.</summary>
    public IReadOnlyList<string> Files(ParseResult parsed) => [.. parsed.GetValue(_paths)!.SelectMany(ArticlePaths.Of)];

    /// <exception cref="InvalidDataFileException">It has problems.</exception>
    public Dossier Dossier(ParseResult parsed) => DataFiles.ReadDossier(parsed.GetValue(_dossier) ?? DataFiles.DefaultDossier(parsed.GetValue(_paths)![0]));

    /// <exception cref="InvalidDataFileException">The one that was given has problems.</exception>
    public FolderCatalogues Catalogues(ParseResult parsed) => new(parsed.GetValue(_catalogue) is { } file ? DataFiles.ReadCatalogue(file) : null);
}
