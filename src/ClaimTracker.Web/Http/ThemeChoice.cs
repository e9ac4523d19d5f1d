using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Http;

/// <summary>The colours a visitor chose, kept in a cookie that the server reads: pages come in the right colours at once.</summary>
public static class ThemeChoice
{
    public const string System = "system";
    public const string Light = "light";
    public const string Dark = "dark";

    private const string Cookie = "theme";

    public static string Of(HttpContext http) => http.Request.Cookies[Cookie] switch
    {
        Light => Light,
        Dark => Dark,
        _ => System,
    };

    /// <summary>Keeps the choice and goes back to the page it was made on. Without script this is the form's target.</summary>
    public static IResult Keep(HttpContext http, [FromForm] string? theme, [FromForm] string? back)
    {
        // Script writes the same cookie, so it cannot be HttpOnly; it holds nothing but a colour.
        var options = new CookieOptions { Path = "/", MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps };
        if (theme is Light or Dark)
            http.Response.Cookies.Append(Cookie, theme, options);
        else
            http.Response.Cookies.Delete(Cookie, options);
        return Results.LocalRedirect(Addresses.Urls.IsLocal(back) ? back! : Addresses.Urls.Home);
    }
}
