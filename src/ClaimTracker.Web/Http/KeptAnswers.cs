using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.OutputCaching;

namespace ClaimTracker.Web.Http;

/// <summary>Keeps answers in memory by address, host and entity tag: what the tag is made of (data, colours, culture) never leaks into another's answer, and what has changed is asked for anew.</summary>
public sealed class KeptAnswers : IOutputCachePolicy
{
    /// <summary>Bytes of all answers, and of the largest one that is kept. Of pages with fifty claims some hundreds find room.</summary>
    private const long MostBytes = 64 * 1024 * 1024;
    private const long LargestAnswer = 2 * 1024 * 1024;

    public static void Configure(OutputCacheOptions options)
    {
        options.SizeLimit = MostBytes;
        options.MaximumBodySize = LargestAnswer;
        options.UseCaseSensitivePaths = true;

        // Nothing kept goes stale, since the tag is part of its name. This is when what nobody asks for any more makes room.
        options.DefaultExpirationTimeSpan = TimeSpan.FromHours(1);
        options.AddBasePolicy(new KeptAnswers());
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var tag = DataVersionCache.TagOf(context.HttpContext);
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = tag is not null;

        // The address as it came, not its parameters one by one: pages name it, and their order can matter.
        context.CacheVaryByRules.QueryKeys = "";
        context.CacheVaryByRules.VaryByValues["address"] = context.HttpContext.Request.GetEncodedPathAndQuery();
        context.CacheVaryByRules.VaryByValues["tag"] = tag ?? "";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
