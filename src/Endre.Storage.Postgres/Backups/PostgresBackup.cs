using Endre.Storage.Backups;
using Endre.Storage.Transfers;

namespace Endre.Storage.Postgres.Backups;

/// <summary>
/// A backup of PostgreSQL is a file of everything, taken in one transaction: it needs no program of PostgreSQL's on this
/// machine, and none of the server's version.
/// </summary>
internal sealed class PostgresBackup(DatabaseTransfer transfer) : IDatabaseBackup
{
    public string Extension => ".endre";

    public Task WriteAsync(string file, CancellationToken ct) => transfer.ExportAsync(file, ct);

    public async Task<string?> RestoreAsync(string file, bool overwrite, CancellationToken ct)
    {
        try
        {
            await transfer.ImportAsync(file, overwrite, ct);
            return null;
        }
        catch (DatabaseIsNotEmpty e)
        {
            throw new DatabaseIsNotEmpty(e.What, "Say --overwrite to replace it, after a backup of it.");
        }
    }
}
