using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ClaimTracker.Web.Api;

/// <summary>
/// Gives every endpoint examples by asking it: for its parameters what the collection has, for its answers what it answers to them and to what is
/// wrong. An endpoint that is added has them by itself, and none of them can be out of date.
/// </summary>
internal sealed class ApiExamples(IHttpContextAccessor current, EndpointDataSource endpoints, IClaimQueries queries, Dossier dossier) : IOpenApiDocumentTransformer
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";

    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        // What asks for the description may do so outside of a request.
        await using var scope = context.ApplicationServices.CreateAsyncScope();
        var values = await ExampleValues.ReadAsync(queries, dossier, cancellationToken);
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (_, operation) in item.Operations ?? [])
            {
                operation.Parameters = [.. (operation.Parameters ?? []).Select(p => WithExample(path, p, values))];
                await AddAnswersAsync(path, operation, scope.ServiceProvider, cancellationToken);
            }
        }
    }

    /// <summary>Where the page after an answer begins, as its JSON or the link in its feed says.</summary>
    private static JsonNode? NextPage(string body)
    {
        if (body is ['{', ..])
            return JsonNode.Parse(body)?["next"]?.DeepClone();
        const string Link = $"{Parameters.After}=";
        var start = body.IndexOf(Link, StringComparison.Ordinal) + Link.Length;
        var end = start < Link.Length ? -1 : body.AsSpan(start).IndexOfAny('&', '"');
        return end < 0 ? null : JsonValue.Create(Uri.UnescapeDataString(body.AsSpan(start, end)));
    }

    private static IOpenApiParameter WithExample(string path, IOpenApiParameter parameter, ExampleValues values)
    {
        // A copy, since endpoints share what describes their parameters.
        if (parameter.CreateShallowCopy() is not OpenApiParameter copy)
            return parameter;
        if (values.Of(path, parameter) is { } value)
            copy.Example = ExampleValues.Node(parameter, value);
        copy.Description ??= $"The {parameter.Name} of one.";
        return copy;
    }

    private async Task AddAnswersAsync(string path, OpenApiOperation operation, IServiceProvider services, CancellationToken stop)
    {
        var responses = operation.Responses ??= [];
        var caller = new ExampleCall(current.HttpContext, endpoints, services);
        if (ExampleAddress.Of(path, operation) is { } address && await caller.GetAsync(path, address, stop) is { Status: StatusCodes.Status200OK } found)
        {
            Add(responses, "200", "As asked for.", found.MediaType, found.Body);
            if (operation.Parameters!.OfType<OpenApiParameter>().FirstOrDefault(p => p.Name is Parameters.After) is { } after)
                after.Example = NextPage(found.Body);
        }

        if (responses.TryGetValue("200", out var ok) && ok is OpenApiResponse answer)
            answer.Headers = Headers();
        responses["304"] = new OpenApiResponse { Description = "Unchanged since the answer with the entity tag that If-None-Match names." };
        if (operation.Parameters!.FirstOrDefault(p => p.In is ParameterLocation.Query && p.Name is Parameters.PageSize or Parameters.From or Parameters.Claims) is { } wrong
            && await caller.GetAsync(path, $"{path}?{wrong.Name}=junk", stop) is { Status: StatusCodes.Status400BadRequest } refused)
            Add(responses, "400", "A parameter could not be used; the answer names it and what was expected.", Problem, refused.Body);
        if (operation.Parameters!.Any(p => p.In is ParameterLocation.Path))
        {
            var nothing = operation.Parameters!.Aggregate(path, (text, p) => text.Replace($"{{{p.Name}}}", "nothing", StringComparison.Ordinal));
            if (await caller.GetAsync(path, nothing, stop) is { Status: StatusCodes.Status404NotFound } missing)
                Add(responses, "404", "There is none.", Problem, missing.Body);
        }

        responses["503"] = new OpenApiResponse { Description = "The database cannot be used just now; Retry-After says when to come again." };
    }

    private static void Add(OpenApiResponses responses, string status, string description, string mediaType, string body)
    {
        if (!responses.TryGetValue(status, out var known) || known is not OpenApiResponse response)
            responses[status] = response = new OpenApiResponse { Description = description };
        response.Description = description;
        response.Content ??= new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal);
        if (!response.Content.TryGetValue(mediaType, out var content))
            response.Content[mediaType] = content = new OpenApiMediaType { Schema = new OpenApiSchema { Type = mediaType is Problem or Json ? JsonSchemaType.Object : JsonSchemaType.String } };
        content.Example = mediaType.EndsWith("json", StringComparison.Ordinal) && !mediaType.EndsWith("jsonl", StringComparison.Ordinal)
            ? ExampleText.Shortened(JsonNode.Parse(body)) : JsonValue.Create(ExampleText.Shortened(body));
    }

    private static Dictionary<string, IOpenApiHeader> Headers() => new(StringComparer.Ordinal)
    {
        ["ETag"] = new OpenApiHeader { Description = "Changes with the data.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
        ["Cache-Control"] = new OpenApiHeader { Description = "no-cache: keep it, and ask each time whether it has changed.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
    };
}
