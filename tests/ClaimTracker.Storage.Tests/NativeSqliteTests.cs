using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ClaimTracker.Storage.Tests;

/// <summary>The day these fail because a newer SQLitePCLRaw is there, the overrides in the project file and the fallback can go.</summary>
public sealed class NativeSqliteTests
{
    [Fact]
    public void OfAllMembersThatTheDriverRefersToOnlyTheLoadingOfExtensionsIsMissing()
    {
        using var driver = Open(typeof(Microsoft.Data.Sqlite.SqliteConnection).Assembly.Location);
        using var core = Open(Path.Combine(AppContext.BaseDirectory, "SQLitePCLRaw.core.dll"));

        var wanted = References(driver.GetMetadataReader()).ToHashSet();
        var missing = wanted.Except(Definitions(core.GetMetadataReader()));

        Assert.True(wanted.Count > 70, $"Only {wanted.Count} members were found: the scan no longer sees them.");
        Assert.Equal(["sqlite3_load_extension"], missing.Select(m => m.Split('(')[0].Split('.')[^1]));
    }

    [Fact]
    public void TheSystemsLibraryIsUsedWhereItIsNewerThanTheBundledOne()
    {
        using var store = StoreEngine.Sqlite.New();
        store.Database.Open();

        var used = Version.Parse(store.Sql("SELECT sqlite_version()", row => row.GetString(0)).Single());
        var fts5 = store.Number("SELECT sqlite_compileoption_used('ENABLE_FTS5')");

        Assert.True(used >= new Version(3, 35, 5), $"Expected at least 3.35.5, found {used}.");
        Assert.Equal(1, fts5);
        if (OperatingSystem.IsLinux() && File.Exists("/usr/lib/x86_64-linux-gnu/libsqlite3.so.0")) Assert.True(used > new Version(3, 35, 5), $"Found {used}.");
    }

    private static PEReader Open(string file) => new(File.OpenRead(file));

    private static IEnumerable<string> References(MetadataReader reader)
    {
        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference) continue;
            var type = reader.GetTypeReference((TypeReferenceHandle)member.Parent);
            if (type.ResolutionScope.Kind != HandleKind.AssemblyReference
                || reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) != "SQLitePCLRaw.core") continue;
            var (owner, name) = (reader.GetString(type.Name), reader.GetString(member.Name));
            yield return member.GetKind() == MemberReferenceKind.Field
                ? Describe(owner, name, member.DecodeFieldSignature(new Names(), null))
                : Describe(owner, name, member.DecodeMethodSignature(new Names(), null));
        }
    }

    private static IEnumerable<string> Definitions(MetadataReader reader)
    {
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition))
        {
            var owner = reader.GetString(type.Name);
            foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
                if ((method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public)
                    yield return Describe(owner, reader.GetString(method.Name), method.DecodeSignature(new Names(), null));
            foreach (var field in type.GetFields().Select(reader.GetFieldDefinition))
                if ((field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public)
                    yield return Describe(owner, reader.GetString(field.Name), field.DecodeSignature(new Names(), null));
        }
    }

    private static string Describe(string type, string field, string fieldType) => $"{type}.{field}(field): {fieldType}";

    private static string Describe(string type, string member, MethodSignature<string> signature) =>
        $"{type}.{member}({string.Join(", ", signature.ParameterTypes)}): {signature.ReturnType}";

    /// <summary>Types as text, the same for a reference and a definition.</summary>
    private sealed class Names : ISignatureTypeProvider<string, object?>
    {
        public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{shape.Rank}]";

        public string GetByReferenceType(string elementType) => elementType + "&";

        public string GetFunctionPointerType(MethodSignature<string> signature) => "delegate*";

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(", ", typeArguments)}>";

        public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

        public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetPinnedType(string elementType) => elementType;

        public string GetPointerType(string elementType) => elementType + "*";

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeReference(handle).Name);

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
    }
}
