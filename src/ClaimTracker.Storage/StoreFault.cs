namespace ClaimTracker.Storage;

/// <summary>What keeps the store from being read or written.</summary>
public enum StoreFaultKind
{
    /// <summary>Another program holds the database.</summary>
    Locked,

    /// <summary>No room is left on the disk, or for the file.</summary>
    Full,

    /// <summary>The file or its folder can't be made, opened or written.</summary>
    NotWritable,

    /// <summary>The file is no database, or that of another program.</summary>
    Foreign,

    /// <summary>The file is a database with broken or missing pages.</summary>
    Damaged,

    /// <summary>A newer version of this program has changed the database.</summary>
    Newer,

    /// <summary>The server does not answer.</summary>
    Away,

    /// <summary>The server answers, but not to this: a wrong password, a database that is not there, no right to it.</summary>
    Refused,
}

/// <summary>Why the store can't be read or written just now.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Sentence">What was expected, what was found, where, and what whoever runs the program can do. For people; never a stack.</param>
public sealed record StoreFault(StoreFaultKind Kind, string Sentence)
{
    /// <summary>Whether what is stored can still be read: only writing fails.</summary>
    public bool CanRead { get; init; }
}

/// <summary>The store can't be read or written just now; the message is the fault's sentence.</summary>
public sealed class StoreUnavailableException(StoreFault fault, Exception? cause) : Exception(fault.Sentence, cause)
{
    /// <summary>Why.</summary>
    public StoreFault Fault => fault;
}
