using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Endre.Storage.Sqlite.EventLog;

/// <summary>
/// A statement that is prepared once and run again and again. Microsoft.Data.Sqlite looks every parameter up by name and
/// makes a reader for every run; on the log's path that costs as much as SQLite itself.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public void Bind(int index, long value) => raw.sqlite3_bind_int64(_statement, index, value);

    public void Bind(int index, ReadOnlySpan<byte> value) =>
        _ = value.IsEmpty
            ? raw.sqlite3_bind_zeroblob(_statement, index, 0)
            : raw.sqlite3_bind_blob(_statement, index, value);

    public void Bind(int index, Guid? value)
    {
        if (value is not { } id)
        {
            raw.sqlite3_bind_null(_statement, index);
            return;
        }
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        raw.sqlite3_bind_blob(_statement, index, bytes);
    }

    public void Bind(int index, string value)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (Encoding.UTF8.TryGetBytes(value, bytes, out var length))
        {
            raw.sqlite3_bind_text(_statement, index, bytes[..length]);
        }
        else
        {
            raw.sqlite3_bind_text(_statement, index, value);
        }
    }

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Step()
    {
        var answer = raw.sqlite3_step(_statement);
        if (answer is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            var failure = Failure(answer);
            Reset();
            throw failure;
        }
        return answer == raw.SQLITE_ROW;
    }

    /// <summary>Runs a statement that answers no rows.</summary>
    public void Run()
    {
        Step();
        Reset();
    }

    public void Reset() => raw.sqlite3_reset(_statement);

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public Guid? Id(int column) =>
        raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL
            ? null
            : new Guid(raw.sqlite3_column_blob(_statement, column), bigEndian: true);

    public void Dispose() => _statement.Dispose();

    private void Check(int answer)
    {
        if (answer != raw.SQLITE_OK)
        {
            throw Failure(answer);
        }
    }

    private SqliteException Failure(int answer) =>
        new(raw.sqlite3_errmsg(_database).utf8_to_string(), answer & 0xff, raw.sqlite3_extended_errcode(_database));
}
