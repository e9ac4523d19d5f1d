using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Filters;
using Serilog.Settings.Configuration;

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

    /// <summary>What is wrong is logged where it is found and once; who asks for it every few seconds must not fill the log. Checks that throw stay in it.</summary>
    private static bool IsAnswerOfAHealthCheck(LogEvent entry) =>
        entry.Exception is null && Matching.FromSource("Microsoft.Extensions.Diagnostics.HealthChecks")(entry);

    public static void AddLog(this WebApplicationBuilder builder)
    {
        var file = Path.Combine(builder.DataPath(), "logs", "claimtracker-.log");
        var logger = new LoggerConfiguration()
            // Named: it would look through every library for what can be configured.
            .ReadFrom.Configuration(builder.Configuration, new ConfigurationReaderOptions(typeof(ConsoleLoggerConfigurationExtensions).Assembly, typeof(FileLoggerConfigurationExtensions).Assembly))
            .Filter.ByExcluding(IsAnswerOfAHealthCheck)
            .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.Sink(new OpenedBeside(() => new LoggerConfiguration()
                .MinimumLevel.Verbose()
                .WriteTo.File(file, outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture, rollingInterval: RollingInterval.Day, retainedFileCountLimit: DaysKept)
                .CreateLogger()))
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
    }
}
