using Endre.Storage.Backups;
using Endre.Storage.Upgrades;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Endre.Storage.Sqlite;

/// <summary>The SQLite file: who has it, how it is opened, how it is copied while in use.</summary>
public sealed partial class SqliteDatabase(StorageOptions options, TimeProvider clock, ILogger<SqliteDatabase> logger)
    : IDatabaseHost,
        IDisposable
{
    private readonly Lock _claiming = new();
    private FileStream? _claim;

    /// <summary>A whole database that waits for the running program to let it take the place of the present one.</summary>
    internal string StagedFile => options.SqliteFile + ".restored";

    /// <summary>How every part of the program opens the file.</summary>
    public static string ConnectionString(StorageOptions options) =>
        new SqliteConnectionStringBuilder { DataSource = options.SqliteFile, ForeignKeys = true }.ToString();

    /// <inheritdoc />
    public async Task<IAsyncDisposable> BeginUpgradeAsync(CancellationToken ct)
    {
        Claim();
        if (File.Exists(StagedFile))
        {
            // A restore of while this program ran, which it has let go for.
            var kept = await ReplaceAsync(StagedFile, ct);
            LogReplaced(kept ?? "nothing");
        }
        await using var connection = await OpenAsync(options.SqliteFile, ct);
        // A process that was killed in the middle of a migration leaves the lock row of EF Core behind, and the next
        // start would wait for it for ever. We have the folder, so nobody else is migrating.
        await ExecuteAsync(connection, "PRAGMA journal_mode = WAL; DROP TABLE IF EXISTS \"__EFMigrationsLock\";", ct);
        // The folder stays ours after the upgrade too.
        return Stream.Null;
    }

    /// <inheritdoc />
    public async Task UntilAskedToMakeWayAsync(CancellationToken ct)
    {
        while (!File.Exists(StagedFile))
        {
            await Task.Delay(TimeSpan.FromSeconds(1), clock, ct);
        }
    }

    /// <inheritdoc />
    public async Task BackUpBeforeAsync(string migration, CancellationToken ct)
    {
        var file = Path.Combine(
            options.BackupDirectory,
            $"endre-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}-before-{migration}.db"
        );
        await WriteBackupAsync(file, ct);
        LogBackedUp(file);
    }

    /// <summary>Copies the database to a new file as it is at one instant, while others read and write.</summary>
    /// <exception cref="IOException">The file exists already, or cannot be written. No part of it is left.</exception>
    public async Task WriteBackupAsync(string file, CancellationToken ct)
    {
        NewFile.Refuse(file);
        var unfinished = NewFile.Unfinished(file);
        Delete(unfinished);
        NewFile.Make(unfinished);
        try
        {
            await using (var source = await OpenAsync(options.SqliteFile, ct))
            await using (var copy = await OpenAsync(unfinished, ct))
            {
                source.BackupDatabase(copy);
                // The copy is one file: no journal beside it that one could forget to take along.
                await ExecuteAsync(copy, "PRAGMA journal_mode = DELETE;", ct);
            }
            NewFile.FlushToDisk(unfinished);
            File.Move(unfinished, file, overwrite: false);
        }
        finally
        {
            Delete(unfinished);
        }
    }

    /// <summary>
    /// Lets a whole file take the place of the database in one step, and keeps what was there among the backups. This
    /// process must have the folder.
    /// </summary>
    /// <returns>Where the database that was there lies now, or null when there was none.</returns>
    /// <exception cref="IOException">The disk does not take it. The database is as it was.</exception>
    public async Task<string?> ReplaceAsync(string unfinished, CancellationToken ct)
    {
        NewFile.FlushToDisk(unfinished);
        var kept = File.Exists(options.SqliteFile) ? await KeepAsync(ct) : null;
        File.Move(unfinished, options.SqliteFile, overwrite: true);
        return kept;
    }

    /// <summary>Takes the data folder for this process until disposed; taking it twice is no harm.</summary>
    /// <exception cref="DatabaseInUse">Another process has it.</exception>
    public void Claim()
    {
        lock (_claiming)
        {
            if (_claim is not null)
            {
                return;
            }
            Directory.CreateDirectory(options.DataDirectory);
            var path = Path.Combine(options.DataDirectory, "endre.lock");
            try
            {
                // An operating system lock, so it goes away with the process, however that ends.
                _claim = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (File.Exists(path))
            {
                throw new DatabaseInUse(options.DataDirectory, e);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _claim?.Dispose();

    // What is replaced may be broken, which is why it is: then it is kept with its journal, as it lies.
    private async Task<string> KeepAsync(CancellationToken ct)
    {
        var file = options.SqliteFile;
        var kept = Path.Combine(
            options.BackupDirectory,
            $"endre-{clock.GetUtcNow():yyyyMMdd'T'HHmmssfff'Z'}-before-restore.db"
        );
        Directory.CreateDirectory(options.BackupDirectory);
        SqliteConnection.ClearAllPools();
        try
        {
            await using var connection = await OpenAsync(file, ct);
            await ExecuteAsync(connection, "PRAGMA journal_mode = DELETE;", ct);
        }
        catch (SqliteException e)
        {
            LogBroken(e);
        }
        foreach (var journal in Journals(file).Where(File.Exists))
        {
            File.Copy(journal, kept + journal[file.Length..]);
        }
        File.Copy(file, kept);
        foreach (var journal in Journals(file))
        {
            File.Delete(journal);
        }
        return kept;
    }

    /// <summary>The tables of a file, without those of SQLite and of EF Core.</summary>
    internal static async Task<IReadOnlyList<string>> TablesAsync(SqliteConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT name FROM sqlite_master
            WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE '\_\_EF%' ESCAPE '\'
            ORDER BY name
            """;
        var tables = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            tables.Add(reader.GetString(0));
        }
        return tables;
    }

    /// <summary>Deletes a file with its journals.</summary>
    internal static void Delete(string file)
    {
        File.Delete(file);
        foreach (var journal in Journals(file))
        {
            File.Delete(journal);
        }
    }

    private static string[] Journals(string file) => [file + "-wal", file + "-shm", file + "-journal"];

    internal static async Task<SqliteConnection> OpenAsync(string file, CancellationToken ct)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()
        );
        await connection.OpenAsync(ct);
        // A backup waits for no lock by itself, and whoever closes the file last holds it for a moment.
        await ExecuteAsync(connection, "PRAGMA busy_timeout = 5000;", ct);
        return connection;
    }

    internal static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Backed up the database to {File} before upgrading it.")]
    private partial void LogBackedUp(string file);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A restored database is in use; the one before it is kept as {File}."
    )]
    private partial void LogReplaced(string file);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The database that is replaced is broken; it is kept as it lies."
    )]
    private partial void LogBroken(Exception e);
}
