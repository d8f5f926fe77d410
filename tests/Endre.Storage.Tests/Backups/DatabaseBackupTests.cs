using Endre.Storage.Backups;
using Endre.Storage.Tests.EventLog;
using Endre.Storage.Tests.Transfers;
using Endre.Storage.Transfers;
using Endre.Storage.Upgrades;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using static Endre.Storage.Tests.EventLog.SomeEvents;

namespace Endre.Storage.Tests.Backups;

public sealed class DatabaseBackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File1 => Path.Combine(_folder.Path, "backup");

    public void Dispose() => _folder.Dispose();

    [Theory, EachDatabase]
    public async Task What_is_backed_up_is_restored_in_every_table(DatabaseKind kind)
    {
        await using var source = await FullDatabase.MakeAsync(kind);
        await BackUpAsync(source);
        await using var target = await TestDatabase.EmptyAsync(kind);

        await FullDatabase.RestoreAsync(target, File1);

        await ShouldBeEqualAsync(target, await RawContent.LinesAsync(source.Options, Ct));
        TestFile.ShouldBeItsOwnersOnly(File1);
    }

    [Theory, EachDatabase]
    public async Task A_backup_under_load_is_one_instant_of_the_database(DatabaseKind kind)
    {
        await using var source = await FullDatabase.MakeAsync(kind);
        await using var node = StorageNode.On(source);
        await using var target = await TestDatabase.EmptyAsync(kind);
        var writing = new Load(node);
        await writing.UntilAsync(50);

        var stored = writing.Stored;
        await BackUpAsync(source);
        await writing.StopAsync();
        await FullDatabase.RestoreAsync(target, File1);

        // Everything stored before is in it; what came later is in it whole or not at all: event and row together.
        await using var restored = StorageNode.On(target);
        await using var context = await restored.OpenAsync();
        foreach (var workshop in await context.Workshops.Where(w => w.Title == Load.Title).ToListAsync(Ct))
        {
            var texts = await restored.Log.TextsAsync(workshop.Id);
            workshop.LastSequence.ShouldBe(texts.Length);
            texts.ShouldBe(Enumerable.Range(1, texts.Length).Select(i => $"{i}"));
            ((long)texts.Length).ShouldBeGreaterThanOrEqualTo(stored[workshop.Id]);
        }
        // And when it is quiet, every table is equal.
        File.Delete(File1);
        await BackUpAsync(source);
        await FullDatabase.RestoreAsync(target, File1, overwrite: true);
        await ShouldBeEqualAsync(target, await RawContent.LinesAsync(source.Options, Ct));
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_replaced_unless_one_says_so(DatabaseKind kind)
    {
        await using var source = await FullDatabase.MakeAsync(kind);
        await BackUpAsync(source);
        await using var target = await OtherAsync(kind);
        var before = await RawContent.LinesAsync(target.Options, Ct);

        var refusal = await Should.ThrowAsync<DatabaseIsNotEmpty>(() => FullDatabase.RestoreAsync(target, File1));
        refusal.Message.ShouldContain("Say --overwrite to replace it");
        await ShouldBeEqualAsync(target, before);

        await FullDatabase.RestoreAsync(target, File1, overwrite: true);
        await ShouldBeEqualAsync(target, await RawContent.LinesAsync(source.Options, Ct));
    }

    [Fact]
    public async Task What_is_replaced_is_kept_also_when_it_is_broken()
    {
        await using var source = await FullDatabase.MakeAsync(DatabaseKind.Sqlite);
        await BackUpAsync(source);
        await using var target = await OtherAsync(DatabaseKind.Sqlite);
        var expected = await RawContent.LinesAsync(target.Options, Ct);
        await FullDatabase.RestoreAsync(target, File1, overwrite: true);
        var kept = Directory.GetFiles(target.Options.BackupDirectory).ShouldHaveSingleItem();
        await using (var again = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite))
        {
            await FullDatabase.RestoreAsync(again, kept);
            await ShouldBeEqualAsync(again, expected);
        }

        await File.WriteAllTextAsync(target.Options.SqliteFile, "ikke lenger en database, men like lang som en", Ct);
        await FullDatabase.RestoreAsync(target, File1, overwrite: true);
        Directory.GetFiles(target.Options.BackupDirectory).Length.ShouldBe(2);
        await ShouldBeEqualAsync(target, await RawContent.LinesAsync(source.Options, Ct));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(4096)]
    [InlineData(100_000)]
    public async Task A_backup_that_is_cut_is_refused_and_the_database_is_as_it_was(int length)
    {
        await using var source = await FullDatabase.MakeAsync(DatabaseKind.Sqlite);
        await BackUpAsync(source);
        await using (var file = File.OpenWrite(File1))
        {
            file.SetLength(length);
        }
        await using var target = await OtherAsync(DatabaseKind.Sqlite);
        var before = await RawContent.LinesAsync(target.Options, Ct);

        var refusal = await Should.ThrowAsync<FileIsDamaged>(() =>
            FullDatabase.RestoreAsync(target, File1, overwrite: true)
        );

        refusal.Message.ShouldEndWith("Nothing was changed.");
        await ShouldBeEqualAsync(target, before);
        Directory.GetFiles(target.Options.DataDirectory).Select(Path.GetFileName).ShouldNotContain("endre.db.part");
    }

    [PostgresFact]
    public async Task A_backup_of_the_other_kind_is_refused_and_named()
    {
        await using var server = await FullDatabase.MakeAsync(DatabaseKind.Postgres);
        await BackUpAsync(server);
        await using var file = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);
        (await Should.ThrowAsync<FileIsDamaged>(() => FullDatabase.RestoreAsync(file, File1))).Message.ShouldContain(
            "endre import reads"
        );
    }

    [Fact]
    public async Task A_backup_from_before_an_upgrade_is_restored_and_upgraded_at_the_next_start()
    {
        await using var old = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);
        await using (var node = StorageNode.On(old))
        await using (var context = await node.OpenAsync())
        {
            await context.GetService<IMigrator>().MigrateAsync("EventLog", Ct);
            await Filler.FillAsync(context, Filler.ModelAt(context, "EventLog"), FullDatabase.Rows, Ct);
        }
        await BackUpAsync(old);
        await using var target = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);
        await FullDatabase.RestoreAsync(target, File1);

        await using var restored = StorageNode.On(target);
        await restored.Upgrade.RunAsync(Ct);

        await using var now = await restored.OpenAsync();
        (await now.Database.GetPendingMigrationsAsync(Ct)).ShouldBeEmpty();
        (await now.Units.CountAsync(Ct)).ShouldBe(FullDatabase.Rows);
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_is_refused()
    {
        await using var source = await FullDatabase.MakeAsync(DatabaseKind.Sqlite);
        await using (var node = StorageNode.On(source))
        await using (var context = await node.OpenAsync())
        {
            await context.Database.ExecuteSqlRawAsync(
                """INSERT INTO "__EFMigrationsHistory" VALUES ('99990101000000_Tomorrow', '99.0.0')""",
                Ct
            );
        }
        await BackUpAsync(source);
        await using var target = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);

        await Should.ThrowAsync<DatabaseIsNewer>(() => FullDatabase.RestoreAsync(target, File1));
    }

    [Fact]
    public async Task Only_the_newest_backups_are_kept_and_other_files_are_left_alone()
    {
        var folder = new BackupFolder(_folder.Path, ".db");
        foreach (var day in Enumerable.Range(0, 5))
        {
            await File.WriteAllTextAsync(folder.FileAt(Now.AddDays(day)), "", Ct);
        }
        string[] others =
        [
            "endre-20260302T080000123Z-before-restore.db",
            "endre-20250302T080000123Z.endre",
            "andre.db",
        ];
        foreach (var other in others)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder.Path, other), "", Ct);
        }

        folder.Keep(2).Count.ShouldBe(3);

        Directory
            .GetFiles(_folder.Path)
            .Select(Path.GetFileName)
            .ShouldBe([.. others, "endre-20260305T080000123Z.db", "endre-20260306T080000123Z.db"], ignoreOrder: true);
    }

    private static async Task<TestDatabase> OtherAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.UpgradedAsync(kind);
        await using var node = StorageNode.On(database);
        await node.Log.AppendAsync(Guid.CreateVersion7(), 0, "noe annet");
        return database;
    }

    private async Task BackUpAsync(TestDatabase database)
    {
        await using var node = StorageNode.On(database);
        await node.Get<IDatabaseBackup>().WriteAsync(File1, Ct);
    }

    private static async Task ShouldBeEqualAsync(TestDatabase database, Dictionary<string, string[]> expected)
    {
        var found = await RawContent.LinesAsync(database.Options, Ct);
        found.Keys.ShouldBe(expected.Keys, ignoreOrder: true);
        foreach (var (table, lines) in expected)
        {
            found[table].ShouldBe(lines, table);
        }
    }
}
