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

    /// <summary>How every part of the program opens the file.</summary>
    public static string ConnectionString(StorageOptions options) =>
        new SqliteConnectionStringBuilder { DataSource = options.SqliteFile, ForeignKeys = true }.ToString();

    /// <inheritdoc />
    public async Task<IAsyncDisposable> BeginUpgradeAsync(CancellationToken ct)
    {
        Claim();
        await using var connection = await OpenAsync(options.SqliteFile, ct);
        // A process that was killed in the middle of a migration leaves the lock row of EF Core behind, and the next
        // start would wait for it for ever. We have the folder, so nobody else is migrating.
        await ExecuteAsync(connection, "PRAGMA journal_mode = WAL; DROP TABLE IF EXISTS \"__EFMigrationsLock\";", ct);
        // The folder stays ours after the upgrade too.
        return Stream.Null;
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
    /// <exception cref="IOException">The file exists already, or cannot be written.</exception>
    public async Task WriteBackupAsync(string file, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var unfinished = file + ".part";
        File.Delete(unfinished);
        await using (var source = await OpenAsync(options.SqliteFile, ct))
        await using (var copy = await OpenAsync(unfinished, ct))
        {
            source.BackupDatabase(copy);
            // The copy is one file: no journal beside it that one could forget to take along.
            await ExecuteAsync(copy, "PRAGMA journal_mode = DELETE;", ct);
        }
        File.Move(unfinished, file, overwrite: false);
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

    private static async Task<SqliteConnection> OpenAsync(string file, CancellationToken ct)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()
        );
        await connection.OpenAsync(ct);
        // A backup waits for no lock by itself, and whoever closes the file last holds it for a moment.
        await ExecuteAsync(connection, "PRAGMA busy_timeout = 5000;", ct);
        return connection;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Backed up the database to {File} before upgrading it.")]
    private partial void LogBackedUp(string file);
}
