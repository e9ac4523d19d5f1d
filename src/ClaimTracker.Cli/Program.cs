using ClaimTracker.Cli;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
await using var output = Console.OpenStandardOutput();
return await CommandLine.RunAsync(args, new(output, Console.Error), stop.Token);
