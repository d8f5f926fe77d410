using Endre.Storage.EventLog;
using Microsoft.Data.Sqlite;

namespace Endre.Storage.Sqlite.EventLog;

/// <summary>Reads streams on one connection. For one thread at a time.</summary>
internal sealed class SqliteEventReader : IDisposable
{
    private readonly SqliteConnection? _ownConnection;
    private readonly SqliteStatement _stream;
    private readonly SqliteStatement _last;
    private readonly SqliteStatement _after;

    /// <summary>Reads on a connection of somebody else, and so in that one's transaction.</summary>
    public SqliteEventReader(SqliteConnection connection)
    {
        _stream = new SqliteStatement(connection, "SELECT number FROM streams WHERE id = ?1");
        _last = new SqliteStatement(connection, "SELECT max(place) FROM events WHERE place BETWEEN ?1 AND ?2");
        _after = new SqliteStatement(
            connection,
            """
            SELECT place, at, kind, audience, command_id, payload FROM events
            WHERE place > ?1 AND place <= ?2 ORDER BY place LIMIT ?3
            """
        );
    }

    private SqliteEventReader(SqliteConnection connection, bool _)
        : this(connection) => _ownConnection = connection;

    /// <summary>Opens a connection for it.</summary>
    public static SqliteEventReader Open(string connectionString)
    {
        var connection = SqliteSettings.Open(connectionString);
        try
        {
            return new SqliteEventReader(connection, true);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Where the stream lies, or null when it has not begun.</summary>
    public StreamPlace? Find(Guid streamId)
    {
        _stream.Bind(1, streamId);
        try
        {
            return _stream.Step() ? new StreamPlace(_stream.Number(0)) : null;
        }
        finally
        {
            _stream.Reset();
        }
    }

    /// <summary>The last sequence of a stream, or 0.</summary>
    public long Tip(StreamPlace stream)
    {
        _last.Bind(1, stream.Of(0));
        _last.Bind(2, stream.Of(StreamPlace.MaxSequence));
        try
        {
            return _last.Step() ? StreamPlace.Sequence(_last.Number(0)) : 0;
        }
        finally
        {
            _last.Reset();
        }
    }

    public List<StoredEvent> After(StreamPlace stream, long after, long limit)
    {
        _after.Bind(1, stream.Of(after));
        _after.Bind(2, stream.Of(StreamPlace.MaxSequence));
        _after.Bind(3, limit);
        var events = new List<StoredEvent>();
        try
        {
            while (_after.Step())
            {
                events.Add(Event());
            }
        }
        finally
        {
            _after.Reset();
        }
        return events;
    }

    public void Dispose()
    {
        _stream.Dispose();
        _last.Dispose();
        _after.Dispose();
        _ownConnection?.Dispose();
    }

    private StoredEvent Event() =>
        new(
            StreamPlace.Sequence(_after.Number(0)),
            DateTimeOffset.FromUnixTimeMilliseconds(_after.Number(1)),
            _after.Text(2),
            _after.Text(3),
            _after.Id(4),
            _after.Bytes(5)
        );
}
