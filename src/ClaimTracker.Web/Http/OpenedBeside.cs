using Serilog.Core;
using Serilog.Events;

namespace ClaimTracker.Web.Http;

/// <summary>A log that is opened beside the start. What is logged until then waits for it; what comes after is written before the call returns.</summary>
internal sealed class OpenedBeside : ILogEventSink, IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<LogEvent> _waiting = [];
    private readonly Task _opening;
    private volatile Logger? _log;

    /// <param name="open">Opens it, on another thread.</param>
    public OpenedBeside(Func<Logger> open) => _opening = Task.Run(() => Open(open));

    public void Emit(LogEvent logEvent)
    {
        if (_log is null)
            lock (_lock)
                if (_log is null)
                {
                    _waiting.Add(logEvent);
                    return;
                }

        _log.Write(logEvent);
    }

    public void Dispose()
    {
        _opening.Wait();
        _log?.Dispose();
    }

    private void Open(Func<Logger> open)
    {
        var log = open();
        lock (_lock)
        {
            foreach (var entry in _waiting) log.Write(entry);
            _waiting.Clear();
            _log = log;
        }
    }
}
