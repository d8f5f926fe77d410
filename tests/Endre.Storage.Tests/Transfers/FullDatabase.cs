using Endre.Storage.Backups;
using Endre.Storage.EventLog;
using Endre.Storage.Tests.EventLog;
using Endre.Storage.Transfers;
using Endre.Testing;
using static Endre.Storage.Tests.EventLog.SomeEvents;

namespace Endre.Storage.Tests.Transfers;

/// <summary>A database with odd rows in every table and a log with odd events.</summary>
internal static class FullDatabase
{
    public const int Rows = 7;

    public static async Task<TestDatabase> MakeAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.UpgradedAsync(kind);
        await using var node = StorageNode.On(database);
        await using (var context = await node.OpenAsync())
        {
            await Filler.FillAsync(context, Filler.ModelOf(context), Rows, Ct);
        }
        foreach (var stream in Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7()))
        {
            await node.Log.AppendAsync(stream, 0, _ => new Appending([First, Last, Large]), Ct);
            await node.Log.AppendAsync(stream, 3, "Blåbær 🫐", "");
        }
        return database;
    }

    public static async Task<TransferManifest> ExportAsync(TestDatabase database, string file)
    {
        await using var node = StorageNode.On(database);
        return await node.Get<DatabaseTransfer>().ExportAsync(file, Ct);
    }

    public static async Task ImportAsync(TestDatabase database, string file, bool overwrite = false)
    {
        await using var node = StorageNode.On(database);
        await node.Get<DatabaseTransfer>().ImportAsync(file, overwrite, Ct);
    }

    public static async Task<string?> RestoreAsync(TestDatabase database, string file, bool overwrite = false)
    {
        await using var node = StorageNode.On(database);
        return await node.Get<IDatabaseBackup>().RestoreAsync(file, overwrite, Ct);
    }

    private static NewEvent First =>
        new(DateTimeOffset.MinValue, "først", "", Guid.CreateVersion7(), Array.Empty<byte>());

    private static NewEvent Last => new(DateTimeOffset.MaxValue, "sist", "gruppe:🌲", null, new byte[] { 0, 10, 255 });

    private static NewEvent Large => new(Now, "stor", "alle", null, new byte[3_000_000]);
}
