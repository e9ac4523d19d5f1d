using System.Text;

namespace ClaimTracker.Web.Api;

/// <summary>What an endpoint answered.</summary>
internal sealed record ExampleAnswer(int Status, string MediaType, string Body);

/// <summary>Asks endpoints of this program without a connection: nothing but the endpoint itself takes part.</summary>
/// <param name="around">The request that the description is made for; addresses in examples have its host. Null outside of one.</param>
/// <param name="endpoints">All there are.</param>
/// <param name="services">Of a scope.</param>
internal sealed class ExampleCall(HttpContext? around, EndpointDataSource endpoints, IServiceProvider services)
{
    /// <summary>Asks the endpoint with this path; null where there is none.</summary>
    public async Task<ExampleAnswer?> GetAsync(string path, string address, CancellationToken stop)
    {
        var endpoint = endpoints.Endpoints.OfType<RouteEndpoint>().FirstOrDefault(e => $"/{e.RoutePattern.RawText?.Trim('/')}" == path);
        if (endpoint?.RequestDelegate is not { } answer)
            return null;
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = services, RequestAborted = stop };
        var (at, query) = address.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? (address[..mark], address[mark..]) : (address, "");
        http.Request.Method = HttpMethods.Get;
        http.Request.Scheme = around?.Request.Scheme ?? Uri.UriSchemeHttp;
        http.Request.Host = around?.Request.Host ?? new HostString("localhost");
        http.Request.Path = PathString.FromUriComponent(at);
        http.Request.QueryString = new QueryString(query);
        foreach (var (part, value) in path.Split('/').Zip(at.Split('/')).Where(p => p.First is ['{', .., '}']))
            http.Request.RouteValues[part[1..^1]] = Uri.UnescapeDataString(value);
        http.Response.Body = body;
        http.SetEndpoint(endpoint);
        await answer(http);
        await http.Response.CompleteAsync();
        return new(http.Response.StatusCode, (http.Response.ContentType ?? "").Split(';')[0], Encoding.UTF8.GetString(body.ToArray()).TrimStart('\uFEFF'));
    }
}
