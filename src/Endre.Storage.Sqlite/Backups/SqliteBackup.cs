using Endre.Storage.Backups;
using Endre.Storage.Transfers;
using Endre.Storage.Upgrades;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Sqlite.Backups;

/// <summary>A backup of SQLite is a SQLite file, which any tool for SQLite can open.</summary>
internal sealed class SqliteBackup(
    StorageOptions options,
    SqliteDatabase database,
    IDbContextFactory<EndreContext> contexts,
    TimeProvider clock
) : IDatabaseBackup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Extension => ".db";

    public async Task WriteAsync(string file, CancellationToken ct)
    {
        if (!File.Exists(options.SqliteFile))
        {
            throw new TransferRefused($"There is no database in {options.DataDirectory}.");
        }
        await database.WriteBackupAsync(file, ct);
    }

    public async Task<string?> RestoreAsync(string file, bool overwrite, CancellationToken ct)
    {
        if (File.Exists(options.SqliteFile) && !overwrite)
        {
            throw new DatabaseIsNotEmpty(
                $"{options.SqliteFile} is there",
                "Say --overwrite to replace it: it is kept among the backups. Or choose another folder with --data."
            );
        }
        var unfinished = NewFile.Unfinished(options.SqliteFile);
        SqliteDatabase.Delete(unfinished);
        try
        {
            await CopyAsync(file, unfinished, ct);
            await CheckAsync(unfinished, ct);
            return Claimed() ? Kept(await database.ReplaceAsync(unfinished, ct)) : await StageAsync(unfinished, ct);
        }
        finally
        {
            SqliteDatabase.Delete(unfinished);
        }
    }

    private bool Claimed()
    {
        try
        {
            database.Claim();
            return true;
        }
        catch (DatabaseInUse)
        {
            return false;
        }
    }

    // The running program finds it, lets go, puts it in place and starts again.
    private async Task<string?> StageAsync(string unfinished, CancellationToken ct)
    {
        NewFile.FlushToDisk(unfinished);
        File.Move(unfinished, database.StagedFile, overwrite: false);
        var until = clock.GetUtcNow() + Patience;
        while (File.Exists(database.StagedFile))
        {
            if (clock.GetUtcNow() > until)
            {
                File.Delete(database.StagedFile);
                throw new TransferRefused(
                    $"The Endre that runs on {options.DataDirectory} did not let go of it in {Patience.TotalSeconds} seconds. "
                        + "Stop it and try again. Nothing was changed."
                );
            }
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, ct);
        }
        return $"The running Endre has taken it and starts again. The database before it is kept in {options.BackupDirectory}.";
    }

    private static string? Kept(string? before) =>
        before is null ? null : $"The database before it is kept as {before}.";

    private static async Task CopyAsync(string file, string unfinished, CancellationToken ct)
    {
        await using var from = File.OpenRead(file);
        var start = new byte[16];
        if (
            await from.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct) < start.Length
            || !start.AsSpan().SequenceEqual("SQLite format 3\0"u8)
        )
        {
            throw new FileIsDamaged(
                start.AsSpan(0, 2).SequenceEqual("PK"u8)
                    ? "it is no backup of SQLite but a file of everything, which endre import reads."
                    : "it is no SQLite database."
            );
        }
        NewFile.Make(unfinished);
        await using var to = File.OpenWrite(unfinished);
        from.Position = 0;
        await from.CopyToAsync(to, ct);
    }

    private async Task CheckAsync(string file, CancellationToken ct)
    {
        try
        {
            await using var connection = await SqliteDatabase.OpenAsync(file, ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1);";
            if (await command.ExecuteScalarAsync(ct) is not "ok" and var fault)
            {
                throw new FileIsDamaged($"SQLite says: {fault}.");
            }
            await CheckMigrationsAsync(connection, ct);
        }
        catch (SqliteException e)
        {
            throw new FileIsDamaged($"SQLite says: {e.Message}.", e);
        }
    }

    private async Task CheckMigrationsAsync(SqliteConnection connection, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
        await using var reader = await command.ExecuteReaderAsync(ct);
        var applied = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            applied.Add(reader.GetString(0));
        }
        if (applied.Count == 0)
        {
            throw new FileIsDamaged("it is no database of Endre.");
        }
        if (applied.Except(context.Database.GetMigrations(), StringComparer.Ordinal).ToList() is { Count: > 0 } unknown)
        {
            throw new DatabaseIsNewer(unknown);
        }
    }
}
