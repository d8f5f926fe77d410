using Endre.Storage.EventLog;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Endre.Storage.Sqlite.EventLog;

/// <summary>What SQLite's errors mean to those who use the log.</summary>
internal static class SqliteFaults
{
    /// <summary>True when what is stored already stands in the way, and not the disk.</summary>
    public static bool IsConflict(SqliteException e) => e.SqliteErrorCode == raw.SQLITE_CONSTRAINT;

    /// <summary>The refusal that a conflict is.</summary>
    public static AppendConflict AsConflict(SqliteException e) =>
        e.Message.Contains("ix_events_command", StringComparison.Ordinal) ? new CommandAlreadyStored(e)
        : e.Message.Contains("workshops.code", StringComparison.Ordinal) ? new WorkshopCodeTaken(e)
        : new AppendConflict(e.Message, e);

    /// <summary>The database's own trouble, in words that can be acted on.</summary>
    public static StorageUnavailable AsUnavailable(Exception e) =>
        new(
            (e as SqliteException)?.SqliteErrorCode switch
            {
                raw.SQLITE_FULL => StorageFault.Full,
                raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StorageFault.Busy,
                raw.SQLITE_CANTOPEN => StorageFault.Unreachable,
                _ => StorageFault.Failing,
            },
            e
        );
}
