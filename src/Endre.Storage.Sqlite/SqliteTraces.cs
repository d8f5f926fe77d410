using Endre.Storage.Hassles;

namespace Endre.Storage.Sqlite;

/// <summary>
/// On SQLite erased words are overwritten where they lay (<c>secure_delete</c>, see <see cref="SqliteSettings"/>) and rows
/// lie in no order (<see cref="TablesWithoutOrder"/>); what is left is the write-ahead log, which holds old pages.
/// </summary>
internal sealed class SqliteTraces(StorageOptions options) : ITraces
{
    public async Task WipeAsync(CancellationToken ct)
    {
        await using var connection = SqliteSettings.Open(SqliteDatabase.ConnectionString(options));
        await using var command = connection.CreateCommand();
        // Whoever reads just now keeps the log as it is; then it is emptied the next time.
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
        await command.ExecuteNonQueryAsync(ct);
    }

    public Task WipeAllAsync(CancellationToken ct) => WipeAsync(ct);
}
