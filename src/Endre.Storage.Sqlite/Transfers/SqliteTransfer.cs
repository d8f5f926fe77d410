using Endre.Storage.Backups;
using Endre.Storage.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Sqlite.Transfers;

/// <summary>
/// Everything out of the SQLite file in one read transaction, which holds up nobody; everything into a new file, which
/// takes the place of the old one when it is whole.
/// </summary>
internal sealed class SqliteTransfer(StorageOptions options, SqliteDatabase database) : ITransferDatabase
{
    public string Name => "SQLite";

    public async Task<ITransferSnapshot> OpenSnapshotAsync(CancellationToken ct)
    {
        var connection = await SqliteDatabase.OpenAsync(options.SqliteFile, ct);
        return new SqliteSnapshot(connection, connection.BeginTransaction(deferred: true));
    }

    public async Task<ITransferTarget> OpenTargetAsync(bool overwrite, CancellationToken ct)
    {
        database.Claim();
        if (!overwrite && await OccupiedAsync(ct) is { } what)
        {
            throw new DatabaseIsNotEmpty(what, "Choose another folder with --data.");
        }
        var unfinished = NewFile.Unfinished(options.SqliteFile);
        SqliteDatabase.Delete(unfinished);
        NewFile.Make(unfinished);
        try
        {
            await MakeTablesAsync(unfinished, ct);
            return await SqliteTarget.OpenAsync(database, unfinished, ct);
        }
        catch
        {
            SqliteDatabase.Delete(unfinished);
            throw;
        }
    }

    // Which tables have rows, in words; null when there is nothing.
    private async Task<string?> OccupiedAsync(CancellationToken ct)
    {
        if (!File.Exists(options.SqliteFile))
        {
            return null;
        }
        await using var connection = await SqliteDatabase.OpenAsync(options.SqliteFile, ct);
        foreach (var table in await SqliteDatabase.TablesAsync(connection, ct))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {TransferTable.Quote(table)}";
            if ((long)(await command.ExecuteScalarAsync(ct))! is > 0 and var rows)
            {
                return $"{table} has {rows} {(rows == 1 ? "row" : "rows")}";
            }
        }
        return null;
    }

    private static async Task MakeTablesAsync(string file, CancellationToken ct)
    {
        await using var host = IdentitySchema.DesignTimeHost();
        var builder = new DbContextOptionsBuilder<EndreContext>();
        builder.UseApplicationServiceProvider(host);
        SqliteStorage.Use(builder, $"Data Source={file};Pooling=False");
        await using var context = new EndreContext(builder.Options);
        await context.Database.MigrateAsync(ct);
    }
}
