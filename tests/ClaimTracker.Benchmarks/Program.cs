using BenchmarkDotNet.Running;
using ClaimTracker.Benchmarks;

// What is measured on generated collections needs no folder.
if (args is ["comparison", .. var sizes])
{
    ComparisonGrowth.Print(sizes.Length > 0 ? sizes.Select(int.Parse) : [10_000, 30_000, 100_000, 300_000, 1_000_000], Console.Out);
    return 0;
}

if (args is ["write", ..]) return await StoreWriting.RunAsync(args[1..]);
if (args is ["read", ..]) return await StoreReading.RunAsync(args[1..]);
if (args is ["load", _, ..]) return await ServerLoad.RunAsync(args[1..]);

if (args is ["pages", .. var pages]) return await PageSpeed.RunAsync(pages, Console.Out);

// The folder is the first argument; what follows is BenchmarkDotNet's own: --filter '*Growth*' --job short.
if (args.Length == 0 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("Expected a folder of articles (.txt, .html) as the first argument.");
    return 2;
}

Texts.Folder = Path.GetFullPath(args[0]);
BenchmarkSwitcher.FromAssembly(typeof(Texts).Assembly).Run(args[1..]);
return 0;
