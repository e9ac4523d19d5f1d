using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Postgres;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage;

/// <summary>What differs between the engines that keep the database. Everything else – model, queries, columns, what is written – is the same.</summary>
/// <remarks><see cref="ClaimDatabase"/> calls <see cref="Prepare"/> before anything else, and again after <see cref="CloseReaders"/>.</remarks>
internal interface IStoreEngine : IDisposable
{
    /// <summary>Where the database is, as people are told.</summary>
    string Place { get; }

    /// <summary>Ends when writing may begin after <see cref="Prepare"/>; what was found meanwhile is told to whoever prepared it.</summary>
    Task Ready { get; }

    /// <summary>Makes the database or brings it to this program's schema.</summary>
    /// <param name="suspect">Whether it was found broken before and is looked through before it is believed.</param>
    /// <param name="found">Told of what is found later.</param>
    /// <returns>Contexts that read.</returns>
    /// <exception cref="StoreUnavailableException">It can't be used.</exception>
    Func<ClaimDbContext> Prepare(bool suspect, Action<StoreFault> found);

    /// <summary>Where columns are kept from one run to the next; null where each start gathers them.</summary>
    ColumnsFile? Columns { get; }

    /// <summary>Makes all queries of a new context see one moment. Nobody waits for it.</summary>
    void BeginMoment(ClaimDbContext db);

    /// <summary>A connection of its own that writes.</summary>
    WriteSession OpenToWrite();

    /// <summary>An error that is nobody's mistake here, in words; null for any other.</summary>
    StoreFault? Explain(Exception? error);

    /// <summary>Copies the database into a new file.</summary>
    /// <exception cref="StoreUnavailableException">It can't be read, or the copy not be written.</exception>
    void BackUp(string file);

    /// <summary>Files that wait to be read by any process; null where one process has them all.</summary>
    WaitingFiles? Work { get; }

    /// <summary>Tells of commits by any process as they happen, where the engine can; otherwise it ends at once.</summary>
    /// <param name="changed">Called after commits, on any thread; must not wait.</param>
    /// <param name="stop">Ends it.</param>
    Task WatchAsync(Action changed, TimeProvider time, CancellationToken stop);

    /// <summary>Closes the connections that contexts of <see cref="Prepare"/> have left open.</summary>
    void CloseReaders();

    /// <summary>Told last, when nothing is open any more.</summary>
    /// <param name="sound">Whether the database could be used.</param>
    void Closed(bool sound);
}
