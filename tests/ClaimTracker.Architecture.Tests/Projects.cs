using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace ClaimTracker.Architecture.Tests;

/// <summary>One project under <c>src</c>, as its file and its compiled assembly show it.</summary>
internal sealed record Project(string Name, IReadOnlyList<string> ProjectReferences, IReadOnlyList<string> PackageReferences)
{
    private const string Prefix = "ClaimTracker.";

    /// <summary>Every project under <c>src</c>, by name without prefix, in ordinal order.</summary>
    public static IReadOnlyList<Project> All { get; } = [.. Directory
        .EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(Read)];

    /// <summary>The compiled assembly's metadata: what the code uses, not what the project file allows.</summary>
    public T Inspect<T>(Func<MetadataReader, T> inspect)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{AssemblyName}.dll"));
        using var assembly = new PEReader(file);
        return inspect(assembly.GetMetadataReader());
    }

    /// <summary>Names of all assemblies that the compiled code refers to.</summary>
    public IReadOnlyList<string> AssemblyReferences => Inspect(metadata => metadata.AssemblyReferences
        .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToList());

    /// <summary>Names of those of our projects that the compiled code refers to, without prefix.</summary>
    public IReadOnlyList<string> OwnAssemblyReferences =>
        [.. AssemblyReferences.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..])];

    private string AssemblyName => File.Exists(Path.Combine(AppContext.BaseDirectory, $"{Prefix}{Name}.dll"))
        ? Prefix + Name
        : XDocument.Load(Repository.PathOf("src", Prefix + Name, $"{Prefix}{Name}.csproj")).Descendants("AssemblyName").Single().Value;

    private static Project Read(string path)
    {
        var xml = XDocument.Load(path);
        IReadOnlyList<string> Included(string element) => [.. xml.Descendants(element).Select(e => e.Attribute("Include")!.Value)];
        return new(
            WithoutPrefix(path),
            [.. Included("ProjectReference").Select(WithoutPrefix)],
            Included("PackageReference"));
    }

    private static string WithoutPrefix(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))[Prefix.Length..];
}
