using Endre.Storage.EventLog;
using Endre.Storage.Workshops;
using Microsoft.Data.Sqlite;

namespace Endre.Storage.Sqlite.EventLog;

/// <summary>
/// The connection that alone writes events. It begins a transaction with the first thing to store and commits on demand;
/// after any failure it is thrown away, because what it remembers may be untrue.
/// </summary>
internal sealed class SqliteEventWriter : IDisposable
{
    // More than the busiest municipality has open in a day; past it they are read from the tables again.
    private const int RememberedStreams = 10_000;

    private readonly SqliteConnection _connection;
    private readonly SqliteEventReader _reader;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _takeBack;
    private readonly SqliteStatement _rewrite;
    private readonly SqliteStatement _addStream;
    private readonly SqliteStatement _commit;
    private readonly Dictionary<Guid, Stream> _streams = [];
    private bool _writing;
    private bool _mustWipe;

    public SqliteEventWriter(string connectionString, Action<SqliteConnection> opened)
    {
        _connection = SqliteSettings.Open(connectionString);
        try
        {
            opened(_connection);
            _reader = new SqliteEventReader(_connection);
            _begin = new SqliteStatement(_connection, "BEGIN IMMEDIATE");
            _insert = new SqliteStatement(
                _connection,
                "INSERT INTO events (place, at, kind, audience, command_id, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
            );
            _takeBack = new SqliteStatement(_connection, "DELETE FROM events WHERE place > ?1 AND place <= ?2");
            _rewrite = new SqliteStatement(_connection, "UPDATE events SET payload = ?2 WHERE place = ?1");
            _addStream = new SqliteStatement(_connection, "INSERT INTO streams (id) VALUES (?1) RETURNING number");
            _commit = new SqliteStatement(_connection, "COMMIT");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>The stream's last sequence, with what this transaction has added.</summary>
    public long Tip(Guid streamId) => Remembered(streamId)?.Tip ?? 0;

    public IReadOnlyList<StoredEvent> After(Guid streamId, long known) =>
        Remembered(streamId) is { } stream ? _reader.After(stream.Place, known, long.MaxValue) : [];

    /// <summary>Adds to the transaction; on a conflict with what is stored, adds nothing and keeps the transaction.</summary>
    /// <returns>The stream's last sequence.</returns>
    public long Add(Guid streamId, Appending appending)
    {
        if (!_writing)
        {
            _begin.Run();
            _writing = true;
        }
        var stream = Remembered(streamId) ?? Begin(streamId);
        var last = stream.Tip + appending.Events.Count;
        try
        {
            Insert(stream, appending.Events);
            if (appending.Row is { } row)
            {
                row.LastSequence = last;
                Upsert(row);
            }
            if (appending.Erasing is { } erasing)
            {
                Erase(stream, erasing);
            }
        }
        catch (SqliteException e) when (SqliteFaults.IsConflict(e))
        {
            _takeBack.Bind(1, stream.Place.Of(stream.Tip));
            _takeBack.Bind(2, stream.Place.Of(StreamPlace.MaxSequence));
            _takeBack.Run();
            throw SqliteFaults.AsConflict(e);
        }
        _streams[streamId] = stream with { Tip = last };
        return last;
    }

    /// <summary>Makes everything added durable.</summary>
    public void Commit()
    {
        if (!_writing)
        {
            return;
        }
        _commit.Run();
        _writing = false;
        if (_streams.Count > RememberedStreams)
        {
            _streams.Clear();
        }
    }

    /// <summary>
    /// Empties the write-ahead log of old pages, when words were erased that are to leave the files right away. Whoever
    /// reads just now is not waited for; then the next round of upkeep does it.
    /// </summary>
    public void Wipe()
    {
        if (!_mustWipe)
        {
            return;
        }
        _mustWipe = false;
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); " + SqliteSettings.Sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Rolls back what is not committed, and closes.</summary>
    public void Dispose()
    {
        _begin.Dispose();
        _insert.Dispose();
        _takeBack.Dispose();
        _rewrite.Dispose();
        _addStream.Dispose();
        _commit.Dispose();
        _reader.Dispose();
        _connection.Dispose();
    }

    private Stream? Remembered(Guid streamId)
    {
        if (!_streams.TryGetValue(streamId, out var stream) && _reader.Find(streamId) is { } place)
        {
            stream = _streams[streamId] = new Stream(place, _reader.Tip(place));
        }
        return stream;
    }

    private Stream Begin(Guid streamId)
    {
        _addStream.Bind(1, streamId);
        _addStream.Step();
        var place = new StreamPlace(_addStream.Number(0));
        _addStream.Reset();
        return new Stream(place, 0);
    }

    private void Insert(Stream stream, IReadOnlyList<NewEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            var added = events[i];
            _insert.Bind(1, stream.Place.Of(stream.Tip + 1 + i));
            _insert.Bind(2, added.At.ToUnixTimeMilliseconds());
            _insert.Bind(3, added.Kind);
            _insert.Bind(4, added.Audience);
            _insert.Bind(5, added.CommandId);
            _insert.Bind(6, added.Payload.Span);
            _insert.Run();
        }
    }

    private void Erase(Stream stream, Erasing erasing)
    {
        foreach (var (from, until) in erasing.Where)
        {
            foreach (var stored in _reader.After(stream.Place, from - 1, until - from + 1))
            {
                if (erasing.Without(stored) is { } payload)
                {
                    _rewrite.Bind(1, stream.Place.Of(stored.Sequence));
                    _rewrite.Bind(2, payload.AsSpan());
                    _rewrite.Run();
                }
            }
        }
        _mustWipe |= erasing.IsUrgent;
    }

    private void Upsert(WorkshopRow row)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = WorkshopRowSql.Upsert;
        foreach (var (name, value) in WorkshopRowSql.Values(row))
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
        command.ExecuteNonQuery();
    }

    private sealed record Stream(StreamPlace Place, long Tip);
}
