namespace Endre.Storage.EventLog;

/// <summary>Why the database could not do its work.</summary>
public enum StorageFault
{
    /// <summary>No space is left.</summary>
    Full,

    /// <summary>Somebody else held it for too long, or it has too much to do.</summary>
    Busy,

    /// <summary>The file cannot be opened, or the server does not answer.</summary>
    Unreachable,

    /// <summary>It answered with an error of the disk or of its own.</summary>
    Failing,
}

/// <summary>The database could not do it. Nothing was promised, and the same command may be sent again.</summary>
/// <param name="fault">Why.</param>
/// <param name="cause">What the database said.</param>
public sealed class StorageUnavailable(StorageFault fault, Exception cause)
    : Exception($"The database could not do it ({fault}): {cause.Message}", cause)
{
    /// <summary>Why.</summary>
    public StorageFault Fault { get; } = fault;
}

/// <summary>What is stored already stands in the way of this append. Nothing of it was stored.</summary>
/// <param name="message">In which way.</param>
/// <param name="cause">What the database said.</param>
public class AppendConflict(string message, Exception cause) : Exception(message, cause);

/// <summary>The stream already has an event with this command id.</summary>
/// <param name="cause">What the database said.</param>
public sealed class CommandAlreadyStored(Exception cause)
    : AppendConflict("The stream already has an event that answers this command.", cause);

/// <summary>An open workshop has this code already.</summary>
/// <param name="cause">What the database said.</param>
public sealed class WorkshopCodeTaken(Exception cause) : AppendConflict("Another open workshop has this code.", cause);

/// <summary>
/// The stream is shorter than the caller remembers, as after the restoring of a backup. The caller must read it anew.
/// </summary>
/// <param name="known">What the caller remembers.</param>
/// <param name="tip">What is stored.</param>
public sealed class StreamIsShorter(long known, long tip)
    : Exception($"The stream ends at {tip}, before the known {known}.");
