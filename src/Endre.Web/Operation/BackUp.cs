using System.Globalization;
using Endre.Storage.Backups;
using Endre.Web.Hosting;

namespace Endre.Web.Operation;

internal sealed record BackUp : Verb
{
    private const string Kept = "keep";

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public BackUp()
        : base("backup", "backup <file or folder> [--keep 14]", "copy the database, also while Endre runs")
    {
        Target = "file or folder";
        Options = [new(Kept, "14", "Deletes the oldest backups in the folder until so many are left.")];
        About = """
            Copies the database as it is at one instant, while Endre runs or not. In a folder each backup gets the instant
            as its name; a file is never written over. On SQLite the backup is a SQLite file, on PostgreSQL a file of
            everything. Whoever has it has the database: only its owner may read it, so keep it so.
            """;
    }

    public override async Task RunAsync(VerbCall call, CancellationToken ct)
    {
        var keep = call.Options.TryGetValue(Kept, out var given) ? Count(given) : (int?)null;
        await using var services = OperatorServices.Of(call.Settings);
        var backup = services.GetRequiredService<IDatabaseBackup>();
        var isFolder = Directory.Exists(call.Target) || call.Target.EndsWith(Path.DirectorySeparatorChar);
        if (keep is not null && !isFolder)
            throw new SettingsFault([$"--{Kept} needs a folder that exists, not a file."]);
        var folder = new BackupFolder(call.Target, backup.Extension);
        var file = isFolder ? folder.FileAt(services.GetRequiredService<TimeProvider>().GetUtcNow()) : call.Target;
        await backup.WriteAsync(file, ct);
        await call.Console.WriteLineAsync($"backup: {file}");
        if (keep is { } count)
            foreach (var deleted in folder.Keep(count))
                await call.Console.WriteLineAsync($"deleted: {deleted}");
    }

    private static int Count(string given) =>
        int.TryParse(given, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 10_000
            ? count
            : throw new SettingsFault([$"--{Kept} must be a whole number from 1 to 10000, not \"{given}\"."]);
}
