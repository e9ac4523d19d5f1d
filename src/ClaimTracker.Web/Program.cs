using ClaimTracker.Ingestion.Files;
using ClaimTracker.Storage;
using ClaimTracker.Web;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddClaimTracker();
    var app = builder.Build();
    app.MapClaimTracker();
    await app.RunAsync();
    return 0;
}
catch (InvalidDataFileException broken)
{
    // A dossier or catalogue that can't be read is the editor's to mend: every place in it, not a stack trace.
    foreach (var problem in broken.Problems)
        await Console.Error.WriteLineAsync(problem.ToString());
    return 1;
}
catch (StoreUnavailableException unusable)
{
    // Only an address that can't be read ends a start; a server or a file that can't be used now is waited for.
    await Console.Error.WriteLineAsync(unusable.Message);
    return 1;
}
