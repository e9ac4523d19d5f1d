using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Extraction;
using ClaimTracker.Reading;

namespace ClaimTracker.Benchmarks;

/// <summary>What the benchmarks read. BenchmarkDotNet runs them in processes of their own, so the folder goes by environment.</summary>
internal static class Texts
{
    private const string Variable = "CLAIMTRACKER_BENCHMARK_FOLDER";

    public static string Folder
    {
        get => Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"Expected a folder in {Variable}, found nothing.");
        set => Environment.SetEnvironmentVariable(Variable, value);
    }

    /// <summary>The files with an ending, in ordinal order.</summary>
    public static byte[][] Files(string ending)
    {
        var files = Directory.EnumerateFiles(Folder, "*" + ending).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        return files.Length > 0 ? files : throw new InvalidOperationException($"Expected files *{ending} in '{Folder}', found none.");
    }

    /// <summary>Words as <c>wc -w</c> counts them: runs of bytes that are no white space.</summary>
    public static int Words(byte[] file)
    {
        var (words, inWord) = (0, false);
        foreach (var b in file)
        {
            var letter = b > ' ';
            words += letter && !inWord ? 1 : 0;
            inWord = letter;
        }

        return words;
    }

    public static Article Read(string name, byte[] bytes) => ArticleReader.Read(name, bytes) is ReadOutcome.Read(var article)
        ? article
        : throw new InvalidOperationException($"Expected an article, found none in '{name}'.");

    public static ClaimExtractor Extractor()
    {
        var path = DossierFile();
        var (dossier, problems) = DossierReader.Read(path, File.ReadAllText(path));
        return new(dossier ?? throw new InvalidDataException(string.Join(Environment.NewLine, problems)));
    }

    /// <summary>The dossier beside the sources.</summary>
    public static string DossierFile()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "seeds", "dossier.yaml") is var path && File.Exists(path))
                return path;
        throw new FileNotFoundException("Expected seeds/dossier.yaml in a folder above the program, found none.");
    }

    /// <summary>A text of a size in bytes, made of a piece again and again.</summary>
    public static byte[] Repeated(string piece, int bytes)
    {
        var one = Encoding.UTF8.GetBytes(piece);
        var all = new byte[Math.Max(1, bytes / one.Length) * one.Length];
        for (var i = 0; i < all.Length; i += one.Length)
            one.CopyTo(all, i);
        return all;
    }
}
