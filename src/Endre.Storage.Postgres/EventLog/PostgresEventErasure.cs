using Endre.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Postgres.EventLog;

/// <summary>Rewrites an event on the PostgreSQL server.</summary>
public sealed class PostgresEventErasure : IEventErasure
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<Guid>> FindAsync(
        EndreContext database,
        IReadOnlyCollection<string> kinds,
        ReadOnlyMemory<byte> bytes,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var (words, wanted) = (kinds.ToArray(), bytes.ToArray());
        return await database
            .Database.SqlQuery<Guid>(
                $"""
                SELECT DISTINCT stream_id AS "Value" FROM events
                WHERE kind = ANY({words}) AND position({wanted} IN payload) > 0
                """
            )
            .ToListAsync(ct);
    }

    /// <inheritdoc />
    public Task ReplaceAsync(
        EndreContext database,
        Guid streamId,
        long sequence,
        ReadOnlyMemory<byte> payload,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var bytes = payload.ToArray();
        return database.Database.ExecuteSqlAsync(
            $"UPDATE events SET payload = {bytes} WHERE stream_id = {streamId} AND sequence = {sequence}",
            ct
        );
    }
}
