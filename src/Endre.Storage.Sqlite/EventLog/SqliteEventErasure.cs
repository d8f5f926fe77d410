using Endre.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Sqlite.EventLog;

/// <summary>Rewrites an event in the SQLite file.</summary>
public sealed class SqliteEventErasure : IEventErasure
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
        var (words, wanted) = (string.Join(' ', kinds), bytes.ToArray());
        var ids = await database
            .Database.SqlQuery<byte[]>(
                $"""
                SELECT id AS "Value" FROM streams WHERE number IN (
                    SELECT place >> 32 FROM events
                    WHERE instr(' ' || {words} || ' ', ' ' || kind || ' ') > 0 AND instr(payload, {wanted}) > 0
                )
                """
            )
            .ToListAsync(ct);
        return [.. ids.Select(id => new Guid(id, bigEndian: true))];
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
        var (bytes, id) = (payload.ToArray(), streamId.ToByteArray(bigEndian: true));
        return database.Database.ExecuteSqlAsync(
            $"""
            UPDATE events SET payload = {bytes}
            WHERE place = ((SELECT number FROM streams WHERE id = {id}) << 32) | {sequence}
            """,
            ct
        );
    }
}
