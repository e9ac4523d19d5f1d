using System.Reflection.Metadata;

namespace ClaimTracker.Architecture.Tests;

/// <summary>The same bytes, dossier and engine give the same result on every machine, because the library reaches for nothing outside.</summary>
public sealed class PurityTests
{
    /// <summary>Types that touch files, network, console, other programs or chance; a name that ends in a dot is a whole namespace.</summary>
    private static readonly string[] Outside =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.FileSystemWatcher",
        "System.Console", "System.Diagnostics.Process", "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Threading.Timer",
        "System.Net.", "System.Data.", "Microsoft.Data.", "Microsoft.EntityFrameworkCore.", "Microsoft.AspNetCore.", "Microsoft.Extensions.",
    ];

    /// <summary>In such a namespace, but touching nothing: it decodes character references in a string.</summary>
    private const string Decoder = "System.Net.WebUtility";

    /// <summary>Members that read the clock, the machine's culture or chance.</summary>
    private static readonly string[] Ambient =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Environment.get_TickCount", "System.Environment.get_TickCount64",
        "System.Environment.GetEnvironmentVariable", "System.Environment.get_MachineName", "System.Environment.get_CurrentDirectory",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
        "System.Guid.NewGuid", "System.Random.get_Shared", "System.IO.Path.GetTempPath", "System.IO.Path.GetFullPath",
    ];

    public static TheoryData<string> Library => ["Domain", "Reading", "Extraction", "Comparison"];

    [Theory]
    [MemberData(nameof(Library))]
    public void TheLibraryUsesNoTypeThatReachesOutside(string stage)
    {
        var types = TypesUsedBy(stage);

        Assert.Contains("System.String", types);
        Assert.DoesNotContain(types, ReachesOutside);
    }

    [Theory]
    [MemberData(nameof(Library))]
    public void TheLibraryReadsNoClockNoCultureAndNoChance(string stage)
    {
        var members = MembersUsedBy(stage);

        Assert.NotEmpty(members);
        Assert.Empty(members.Intersect(Ambient));
    }

    [Fact]
    public void TheScanSeesWhatReachesOutsideWhereThatIsAllowed()
    {
        Assert.Contains(TypesUsedBy("Storage"), type => type.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal));
        Assert.Contains(MembersUsedBy("Domain"), member => member == "System.Globalization.CultureInfo.get_InvariantCulture");
    }

    private static bool ReachesOutside(string type) =>
        type != Decoder && Outside.Any(outside => outside == type || (outside[^1] == '.' && type.StartsWith(outside, StringComparison.Ordinal)));

    private static HashSet<string> TypesUsedBy(string stage) => Find(stage).Inspect(metadata =>
        metadata.TypeReferences.Select(handle => NameOf(metadata, handle)).ToHashSet(StringComparer.Ordinal));

    private static HashSet<string> MembersUsedBy(string stage) => Find(stage).Inspect(metadata => metadata.MemberReferences
        .Select(metadata.GetMemberReference)
        .Where(member => member.Parent.Kind == HandleKind.TypeReference)
        .Select(member => $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}")
        .ToHashSet(StringComparer.Ordinal));

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static Project Find(string stage) => Project.All.Single(project => project.Name == stage);
}
