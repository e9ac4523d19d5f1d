namespace ClaimTracker.Web.Http;

/// <summary>HEAD is answered as GET is, with the same status and headers, and without the body: endpoints know GET alone.</summary>
public sealed class HeadRequests(RequestDelegate next)
{
    private static readonly object Mark = new();

    /// <summary>Whether nobody will see the body; what is long to write need not be written.</summary>
    public static bool Is(HttpContext http) => http.Items.ContainsKey(Mark);

    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        var body = http.Response.Body;
        http.Items[Mark] = true;
        http.Request.Method = HttpMethods.Get;
        http.Response.Body = Stream.Null;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
            http.Request.Method = HttpMethods.Head;
        }
    }
}
