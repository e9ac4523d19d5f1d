using ClaimTracker.Web.Addresses;

namespace ClaimTracker.Web.Api;

/// <summary>Addresses of pages as programs need them: whole, with scheme and host of the request.</summary>
public sealed class Links(HttpRequest request)
{
    private readonly string _host = $"{request.Scheme}://{request.Host}{request.PathBase}";

    /// <summary>Any address of this site.</summary>
    public string Whole(string address) => _host + address;

    public string Claim(string key) => _host + Urls.Claim(key);

    public string Article(string key) => _host + Urls.Article(key);

    public string Actor(string id) => _host + Urls.Actor(id);

    public string Dispute(string slug) => _host + Urls.Dispute(slug);
}
