using System.Collections.Concurrent;
using Endre.Storage.EventLog;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Endre.Storage.Sqlite.EventLog;

/// <summary>
/// The event log on a SQLite file: one writes at a time. Whoever comes while nobody writes stores on the spot; all who come
/// meanwhile wait for one thread that takes them into one transaction, so the price of reaching the disk is shared when
/// there are many, and one alone pays for no change of threads.
/// </summary>
public sealed partial class SqliteEventLog : IEventLog, IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly string _connectionString;
    private readonly ILogger<SqliteEventLog> _logger;
    private readonly AppendedHints _hints;
    private readonly ConcurrentBag<SqliteEventReader> _readers = [];
    private readonly object _queue = new();
    private List<AppendRequest> _waiting = [];
    private SqliteEventWriter? _writer;
    private Thread? _thread;
    private bool _isWriting;
    private bool _closed;

    /// <summary>Lets a test put the writer's connection in trouble, as with a small limit on the file's pages.</summary>
    internal Action<SqliteConnection> WriterOpened { get; set; } = _ => { };

    /// <summary>Opens nothing before the first use.</summary>
    public SqliteEventLog(SqliteDatabase database, StorageOptions options, ILogger<SqliteEventLog> logger)
    {
        _database = database;
        _logger = logger;
        _hints = new AppendedHints(logger);
        _connectionString = SqliteDatabase.ConnectionString(options);
    }

    /// <inheritdoc />
    public Task<long> AppendAsync(
        Guid streamId,
        long known,
        Func<IReadOnlyList<StoredEvent>, Appending> decide,
        CancellationToken ct
    )
    {
        var request = new AppendRequest(streamId, known, decide, ct);
        lock (_queue)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_isWriting || _waiting.Count > 0)
            {
                _thread ??= Start();
                _waiting.Add(request);
                return request.Done;
            }
            _isWriting = true;
        }
        StoreAlone([request]);
        return request.Done;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<StoredEvent>> ReadAsync(Guid streamId, long after, int limit, CancellationToken ct) =>
        Read<IReadOnlyList<StoredEvent>>(
            reader => reader.Find(streamId) is { } stream ? reader.After(stream, after, limit) : [],
            ct
        );

    /// <inheritdoc />
    public Task<long> TipAsync(Guid streamId, CancellationToken ct) =>
        Read(reader => reader.Find(streamId) is { } stream ? reader.Tip(stream) : 0, ct);

    /// <inheritdoc />
    public IDisposable OnAppended(Action<Guid, long> hint) => _hints.Add(hint);

    /// <summary>Stores what waits, then stops.</summary>
    public void Dispose()
    {
        lock (_queue)
        {
            _closed = true;
            while (_isWriting)
            {
                Monitor.Wait(_queue);
            }
            Monitor.PulseAll(_queue);
        }
        _thread?.Join();
        _writer?.Dispose();
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private Thread Start()
    {
        var thread = new Thread(Run) { Name = "event log", IsBackground = true };
        thread.Start();
        return thread;
    }

    private void Run()
    {
        var batch = new List<AppendRequest>();
        while (TakeAll(ref batch))
        {
            StoreAlone(batch);
            batch.Clear();
        }
    }

    private bool TakeAll(ref List<AppendRequest> batch)
    {
        lock (_queue)
        {
            while (_isWriting || _waiting.Count == 0)
            {
                if (_closed && !_isWriting)
                {
                    return false;
                }
                Monitor.Wait(_queue);
            }
            _isWriting = true;
            (_waiting, batch) = (batch, _waiting);
            return true;
        }
    }

    private void StoreAlone(IReadOnlyList<AppendRequest> batch)
    {
        try
        {
            Store(batch);
        }
        finally
        {
            lock (_queue)
            {
                _isWriting = false;
                Monitor.PulseAll(_queue);
            }
        }
    }

    private void Store(IReadOnlyList<AppendRequest> batch)
    {
        try
        {
            var writer = _writer ??= OpenWriter();
            foreach (var request in batch)
            {
                request.Handle(writer);
            }
            writer.Commit();
        }
        catch (Exception e)
        {
            Abandon(batch, e);
            return;
        }
        foreach (var request in batch)
        {
            request.Complete();
        }
        foreach (var request in batch.Where(request => request.HasGrown))
        {
            _hints.Tell(request.StreamId, request.Last);
        }
        Wipe();
    }

    // What was asked for is stored and answered already.
    private void Wipe()
    {
        try
        {
            _writer?.Wipe();
        }
        catch (SqliteException e)
        {
            LogNotWiped(e);
        }
    }

    /// <summary>
    /// Nobody of the batch got what they asked for. The next batch opens the file anew, so the log works again as soon as
    /// the disk does.
    /// </summary>
    private void Abandon(IReadOnlyList<AppendRequest> batch, Exception e)
    {
        LogNotStored(e, batch.Count);
        var writer = _writer;
        _writer = null;
        writer?.Dispose();
        foreach (var request in batch)
        {
            request.Fail(SqliteFaults.AsUnavailable(e));
        }
    }

    private SqliteEventWriter OpenWriter()
    {
        // The tips are remembered between transactions, which is true only while nobody else writes.
        _database.Claim();
        return new SqliteEventWriter(_connectionString, WriterOpened);
    }

    private Task<T> Read<T>(Func<SqliteEventReader, T> read, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(ct);
        }
        SqliteEventReader? reader = null;
        try
        {
            reader = _readers.TryTake(out var idle) ? idle : SqliteEventReader.Open(_connectionString);
            var answer = read(reader);
            _readers.Add(reader);
            return Task.FromResult(answer);
        }
        catch (SqliteException e)
        {
            reader?.Dispose();
            return Task.FromException<T>(SqliteFaults.AsUnavailable(e));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was erased could not be wiped from the files now.")]
    private partial void LogNotWiped(Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} waiting appends were not stored.")]
    private partial void LogNotStored(Exception e, int count);
}
