using Endre.Storage.EventLog;
using Npgsql;

namespace Endre.Storage.Postgres.EventLog;

/// <summary>What PostgreSQL's errors mean to those who use the log.</summary>
internal static class PostgresFaults
{
    /// <summary>The refusal, or the database's own trouble in words that can be acted on.</summary>
    public static Exception Refusal(NpgsqlException e) =>
        e switch
        {
            PostgresException { ConstraintName: "ix_events_command" } => new CommandAlreadyStored(e),
            PostgresException { ConstraintName: "ix_workshops_code" } => new WorkshopCodeTaken(e),
            PostgresException { SqlState: ['2', '3', ..] } => new AppendConflict(e.Message, e),
            _ => new StorageUnavailable(Fault(e), e),
        };

    private static StorageFault Fault(NpgsqlException e) =>
        (e as PostgresException)?.SqlState switch
        {
            // The server did not answer at all.
            null => StorageFault.Unreachable,
            PostgresErrorCodes.DiskFull => StorageFault.Full,
            // Insufficient resources (53), serialization and deadlock (40), lock not available (55).
            ['5', '3', ..] or ['4', '0', ..] or ['5', '5', ..] => StorageFault.Busy,
            // Connection (08), the server is stopping or starting (57), and wrong or missing password (28).
            ['0', '8', ..] or ['5', '7', ..] or ['2', '8', ..] => StorageFault.Unreachable,
            _ => StorageFault.Failing,
        };
}
