using Endre.Storage.EventLog;
using Endre.Storage.Workshops;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Endre.Storage.Postgres.EventLog;

/// <summary>
/// The event log on PostgreSQL, shared by several nodes. The stream's row is locked while its next sequences are given,
/// so commit order is sequence order. Two round trips: one locks and reads what was missed, one stores and commits.
/// </summary>
public sealed class PostgresEventLog : IEventLog, IAsyncDisposable
{
    private const string ReadSql = """
        SELECT sequence, at, kind, audience, command_id, payload FROM events
        WHERE stream_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3
        """;

    private readonly NpgsqlDataSource _source;
    private readonly PostgresHints _hints;

    /// <summary>Opens nothing before the first use.</summary>
    public PostgresEventLog(NpgsqlDataSource source, StorageOptions options, ILogger<PostgresEventLog> logger)
    {
        _source = source;
        _hints = new PostgresHints(
            new AppendedHints(logger),
            PostgresStorage.ListeningConnectionString(options),
            logger
        );
    }

    /// <inheritdoc />
    public Task<long> AppendAsync(
        Guid streamId,
        long known,
        Func<IReadOnlyList<StoredEvent>, Appending> decide,
        CancellationToken ct
    ) => Translated(() => AppendOnAsync(streamId, known, decide, ct));

    /// <inheritdoc />
    public Task<IReadOnlyList<StoredEvent>> ReadAsync(Guid streamId, long after, int limit, CancellationToken ct) =>
        Translated<IReadOnlyList<StoredEvent>>(async () =>
        {
            await using var command = _source.CreateCommand(ReadSql);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = streamId });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = limit });
            await using var reader = await command.ExecuteReaderAsync(ct);
            return await EventsAsync(reader, ct);
        });

    /// <inheritdoc />
    public Task<long> TipAsync(Guid streamId, CancellationToken ct) =>
        Translated(async () =>
        {
            await using var command = _source.CreateCommand("SELECT last_sequence FROM streams WHERE id = $1");
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = streamId });
            return await command.ExecuteScalarAsync(ct) as long? ?? 0;
        });

    /// <inheritdoc />
    public IDisposable OnAppended(Action<Guid, long> hint) => _hints.Add(hint);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _hints.DisposeAsync();

    private static async Task<T> Translated<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (NpgsqlException e)
        {
            throw PostgresFaults.Refusal(e);
        }
    }

    private async Task<long> AppendOnAsync(
        Guid streamId,
        long known,
        Func<IReadOnlyList<StoredEvent>, Appending> decide,
        CancellationToken ct
    )
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        var (tip, missed) = await LockAsync(connection, streamId, known, ct);
        if (known > tip)
        {
            throw new StreamIsShorter(known, tip);
        }
        // Whatever ends here without a commit is rolled back when the connection goes back to its pool.
        var appending = decide(missed);
        if (appending.Events.Count == 0 && appending.Row is null)
        {
            return tip;
        }
        var last = tip + appending.Events.Count;
        var erased = appending.Erasing is { } erasing ? await ErasedAsync(connection, streamId, erasing, ct) : [];
        await StoreAsync(connection, streamId, last, appending, erased);
        return last;
    }

    private static async Task<List<NpgsqlBatchCommand>> ErasedAsync(
        NpgsqlConnection connection,
        Guid streamId,
        Erasing erasing,
        CancellationToken ct
    )
    {
        var erased = new List<NpgsqlBatchCommand>();
        foreach (var (from, until) in erasing.Where)
        {
            await using var batch = new NpgsqlBatch(connection);
            var read = Command(ReadSql, streamId);
            read.Parameters.Add(new NpgsqlParameter<long> { TypedValue = from - 1 });
            read.Parameters.Add(new NpgsqlParameter<long> { TypedValue = until - from + 1 });
            batch.BatchCommands.Add(read);
            await using var reader = await batch.ExecuteReaderAsync(ct);
            foreach (var stored in await EventsAsync(reader, ct))
            {
                if (erasing.Without(stored) is { } payload)
                {
                    var rewrite = Command(
                        "UPDATE events SET payload = $3 WHERE stream_id = $1 AND sequence = $2",
                        streamId
                    );
                    rewrite.Parameters.Add(new NpgsqlParameter<long> { TypedValue = stored.Sequence });
                    rewrite.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = payload });
                    erased.Add(rewrite);
                }
            }
        }
        return erased;
    }

    private static async Task<(long Tip, IReadOnlyList<StoredEvent> Missed)> LockAsync(
        NpgsqlConnection connection,
        Guid streamId,
        long known,
        CancellationToken ct
    )
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
        if (known == 0)
        {
            batch.BatchCommands.Add(
                Command("INSERT INTO streams (id, last_sequence) VALUES ($1, 0) ON CONFLICT DO NOTHING", streamId)
            );
        }
        batch.BatchCommands.Add(Command("SELECT last_sequence FROM streams WHERE id = $1 FOR UPDATE", streamId));
        // A statement of its own, after the lock: only so does it see what the one who had the lock before committed.
        var missed = Command(ReadSql, streamId);
        missed.Parameters.Add(new NpgsqlParameter<long> { TypedValue = known });
        missed.Parameters.Add(new NpgsqlParameter<long> { TypedValue = long.MaxValue });
        batch.BatchCommands.Add(missed);

        await using var reader = await batch.ExecuteReaderAsync(ct);
        var tip = await reader.ReadAsync(ct) ? reader.GetInt64(0) : 0;
        await reader.NextResultAsync(ct);
        return (tip, await EventsAsync(reader, ct));
    }

    // Not given up half way: from here on the caller shall know whether it was stored.
    private static async Task StoreAsync(
        NpgsqlConnection connection,
        Guid streamId,
        long last,
        Appending appending,
        List<NpgsqlBatchCommand> erased
    )
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var rewrite in erased)
        {
            batch.BatchCommands.Add(rewrite);
        }
        if (appending.Events.Count > 0)
        {
            batch.BatchCommands.Add(Insert(streamId, last - appending.Events.Count, appending.Events));
            var tip = Command("UPDATE streams SET last_sequence = $2 WHERE id = $1", streamId);
            tip.Parameters.Add(new NpgsqlParameter<long> { TypedValue = last });
            batch.BatchCommands.Add(tip);
        }
        if (appending.Row is { } row)
        {
            row.LastSequence = last;
            batch.BatchCommands.Add(Upsert(row));
        }
        if (appending.Events.Count > 0)
        {
            var notify = new NpgsqlBatchCommand("SELECT pg_notify($1, $2)");
            notify.Parameters.Add(new NpgsqlParameter<string> { TypedValue = PostgresHints.Channel });
            notify.Parameters.Add(new NpgsqlParameter<string> { TypedValue = PostgresHints.Message(streamId, last) });
            batch.BatchCommands.Add(notify);
        }
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private static NpgsqlBatchCommand Insert(Guid streamId, long tip, IReadOnlyList<NewEvent> events)
    {
        var insert = Command(
            """
            INSERT INTO events (stream_id, sequence, at, kind, audience, command_id, payload)
            SELECT $1, $2 + added.place, added.at, added.kind, added.audience, added.command_id, added.payload
            FROM unnest($3, $4, $5, $6, $7)
                WITH ORDINALITY AS added (at, kind, audience, command_id, payload, place)
            """,
            streamId
        );
        insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = tip });
        AddArray(insert, NpgsqlDbType.Bigint, events, added => added.At.ToUnixTimeMilliseconds());
        AddArray(insert, NpgsqlDbType.Text, events, added => added.Kind);
        AddArray(insert, NpgsqlDbType.Text, events, added => added.Audience);
        AddArray(insert, NpgsqlDbType.Uuid, events, added => added.CommandId);
        AddArray(insert, NpgsqlDbType.Bytea, events, added => added.Payload);
        return insert;
    }

    private static void AddArray<T>(
        NpgsqlBatchCommand command,
        NpgsqlDbType type,
        IReadOnlyList<NewEvent> events,
        Func<NewEvent, T> value
    )
    {
        var values = new T[events.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(events[i]);
        }
        command.Parameters.Add(
            new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type }
        );
    }

    private static NpgsqlBatchCommand Upsert(WorkshopRow row)
    {
        var upsert = new NpgsqlBatchCommand(WorkshopRowSql.Upsert);
        foreach (var (name, value) in WorkshopRowSql.Values(row))
        {
            upsert.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
        return upsert;
    }

    private static NpgsqlBatchCommand Command(string sql, Guid streamId)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = streamId });
        return command;
    }

    private static async Task<IReadOnlyList<StoredEvent>> EventsAsync(NpgsqlDataReader reader, CancellationToken ct)
    {
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(ct))
        {
            events.Add(
                new StoredEvent(
                    reader.GetInt64(0),
                    DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)),
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.IsDBNull(4) ? null : reader.GetGuid(4),
                    reader.GetFieldValue<byte[]>(5)
                )
            );
        }
        return events;
    }
}
