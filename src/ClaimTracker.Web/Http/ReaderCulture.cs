using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace ClaimTracker.Web.Http;

/// <summary>Dates and numbers as the reader is used to them (<c>Accept-Language</c>); texts are in the languages that the interface has. What machines read never depends on it.</summary>
public static class ReaderCulture
{
    /// <summary>Languages that the interface has texts in; the first is the default.</summary>
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("en")];

    /// <summary>
    /// Whose dates go day, month, year, in letters that run from left to right, by the calendar that articles print: only they can stand in a page of
    /// English texts. A region is named where it writes numbers otherwise than its language does; others go by the language.
    /// </summary>
    private static readonly string[] Cultures =
    [
        "en", "en-IN", "en-ZA", "bg", "bn", "ca", "cs", "da", "de", "de-AT", "de-CH", "el", "es", "es-MX", "et", "fi", "fr", "fr-CH", "hi", "hr", "id", "it",
        "it-CH", "ms", "nb", "nl", "no", "pl", "pt", "pt-PT", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "vi",
    ];

    public static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(Languages[0]);
        options.SupportedUICultures = Languages;
        options.SupportedCultures = [.. Cultures.Select(CultureInfo.GetCultureInfo)];

        // Not by address or cookie: an address means the same to everybody, and what is kept for a reader is colours alone.
        options.RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()];
    }
}
