using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using Microsoft.OpenApi;

namespace ClaimTracker.Web.Api;

/// <summary>The parameters of the API as OpenAPI describes them. They are read by the same code as those of the pages.</summary>
internal static class ApiParameters
{
    public static readonly IReadOnlyList<OpenApiParameter> Filter =
    [
        Repeated(Parameters.Side, $"Ids of sides; “{ClaimFilter.NoSide}” for speakers of no side."),
        Repeated(Parameters.Actor, "Ids of speakers."),
        Repeated(Parameters.Source, "Ids of outlets."),
        Repeated(Parameters.Topic, "Ids of topics."),
        Repeated(Parameters.Place, "Ids of places; each includes what lies within it."),
        Repeated(Parameters.Act, "What the speaker does.", AddressNames.All<ClaimAct>()),
        Repeated(Parameters.Quotation, "Whose words the content is.", AddressNames.All<QuotationKind>()),
        Repeated(Parameters.Article, "Keys of articles."),
        One(Parameters.From, "First day on which it was said or, where that is not known, its article was published: 2025-11-25.", JsonSchemaType.String, "date"),
        One(Parameters.To, "Last day, included.", JsonSchemaType.String, "date"),
        One(Parameters.Days, "Which days a period is one of: those on which it was said, or those that it is about.", AddressNames.All<ClaimDays>()),
        One(Parameters.Undated, "Claims without a date: alone only those, with a period those too.", JsonSchemaType.Boolean),
        One(Parameters.Statistics, "Only claims with figures, or only those without.", JsonSchemaType.Boolean),
        One(Parameters.Disputed, "Only claims that stand in a contested question.", JsonSchemaType.Boolean),
        One(Parameters.Search, "Words; “a phrase” in quotation marks; begin* for a beginning.", JsonSchemaType.String),
        One(Parameters.Sort, "The order; newest where nothing is said.", AddressNames.All<ClaimSort>()),
        One(Parameters.Group, "What stands as one.", AddressNames.All<ClaimGrouping>()),
    ];

    public static readonly IReadOnlyList<OpenApiParameter> Paging =
    [
        One(Parameters.After, "Where the page begins: what the page before it gave as “next”.", JsonSchemaType.String),
        One(Parameters.PageSize, $"1 to {ClaimView.LargestPageSize}, {ClaimView.DefaultPageSize} where nothing is said.", JsonSchemaType.Integer),
    ];

    public static readonly IReadOnlyList<OpenApiParameter> Dispute =
    [
        Repeated(Parameters.Topic, "Ids of topics."),
        Repeated(Parameters.Actor, "Ids of speakers."),
        Repeated(Parameters.Kind, "In what way claims oppose each other.", AddressNames.All<DisputeKind>()),
        One(Parameters.From, "First of the days that it is about.", JsonSchemaType.String, "date"),
        One(Parameters.To, "Last day, included.", JsonSchemaType.String, "date"),
    ];

    public static readonly IReadOnlyList<OpenApiParameter> Compare =
    [
        Repeated(Parameters.Claims, "Keys of claims. Where there are any, parties are left aside."),
        One(Parameters.Left, "Whose claims stand left: side:ID, actor:ID or source:ID.", JsonSchemaType.String),
        One(Parameters.Right, "Whose claims stand right.", JsonSchemaType.String),
        One(Parameters.Topic, "Id of a topic.", JsonSchemaType.String),
        One(Parameters.From, "First day.", JsonSchemaType.String, "date"),
        One(Parameters.To, "Last day, included.", JsonSchemaType.String, "date"),
    ];

    public static readonly IReadOnlyList<OpenApiParameter> Actor = [One(Parameters.All, "With those who have no claim.", JsonSchemaType.Boolean)];

    /// <summary>Adds parameters to an endpoint's description. They are made when somebody asks for it, not at the start.</summary>
    public static RouteHandlerBuilder WithParameters(this RouteHandlerBuilder endpoint, Func<IReadOnlyList<OpenApiParameter>> parameters) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. operation.Parameters ?? [], .. parameters()];
            return Task.CompletedTask;
        });

    /// <summary>A parameter that can be given once.</summary>
    public static OpenApiParameter One(string name, string description, JsonSchemaType type, string? format = null) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = type, Format = format },
    };

    /// <summary>One of some names.</summary>
    public static OpenApiParameter One(string name, string description, IReadOnlyList<string> names) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = Nodes(names) },
    };

    private static List<JsonNode> Nodes(IReadOnlyList<string> names) => [.. names.Select(n => (JsonNode)JsonValue.Create(n))];

    private static OpenApiParameter Repeated(string name, string description, IReadOnlyList<string>? names = null) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = $"{description} Repeat it for more than one: any of them fits.",
        Explode = true,
        Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = names is null ? null : Nodes(names) } },
    };
}
