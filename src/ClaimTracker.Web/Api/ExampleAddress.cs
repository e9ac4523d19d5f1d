using ClaimTracker.Web.Addresses;
using Microsoft.OpenApi;

namespace ClaimTracker.Web.Api;

/// <summary>An address that shows what an endpoint gives, made of the examples of its parameters.</summary>
internal static class ExampleAddress
{
    /// <summary>Those that make an answer short, or without which there is none. The first that an endpoint has of each row is used.</summary>
    private static readonly string[][] Shown = [[Parameters.Left], [Parameters.Right], [Parameters.PageSize, Parameters.Article, Parameters.From]];

    /// <summary>Null where a part of the path has no example: there is nothing to show yet.</summary>
    public static string? Of(string path, OpenApiOperation operation)
    {
        var parameters = operation.Parameters ?? [];
        foreach (var part in parameters.Where(p => p.In is ParameterLocation.Path))
        {
            if (Text(part) is not { } value)
                return null;
            path = path.Replace($"{{{part.Name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
        }

        var query = Shown.Select(row => row.Select(name => parameters.FirstOrDefault(p => p.Name == name)).FirstOrDefault(p => p is not null))
            .OfType<IOpenApiParameter>().Where(p => Text(p) is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(Text(p)!)}").ToList();
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    /// <summary>The example of a parameter as it stands in an address.</summary>
    public static string? Text(IOpenApiParameter parameter) => parameter.Example switch
    {
        null => null,
        System.Text.Json.Nodes.JsonArray { Count: > 0 } list => list[0]!.ToString(),
        var one => one.ToString(),
    };
}
