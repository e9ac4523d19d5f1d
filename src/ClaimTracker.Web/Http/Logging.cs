using System.Globalization;
using Serilog;

namespace ClaimTracker.Web.Http;

/// <summary>The log: console and a file a day under the data directory. Levels come from configuration.</summary>
public static class Logging
{
    private const int DaysKept = 14;
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {SourceContext}: {Message:lj}{NewLine}{Exception}";

    /// <summary>Where everything that the program writes lies: database and log.</summary>
    public static string DataPath(this WebApplicationBuilder builder)
    {
        var configured = builder.Configuration["ClaimTracker:DataPath"];
        return Path.Combine(builder.Environment.ContentRootPath, string.IsNullOrEmpty(configured) ? "data" : configured);
    }

    public static void AddLog(this WebApplicationBuilder builder)
    {
        var file = Path.Combine(builder.DataPath(), "logs", "claimtracker-.log");
        var logger = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(file, outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: DaysKept)
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
    }
}
