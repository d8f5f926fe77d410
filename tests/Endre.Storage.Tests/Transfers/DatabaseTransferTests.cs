using Endre.Storage.Tests.EventLog;
using Endre.Storage.Transfers;
using Endre.Storage.Upgrades;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;
using static Endre.Storage.Tests.EventLog.SomeEvents;

namespace Endre.Storage.Tests.Transfers;

public sealed class DatabaseTransferTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FileAt(string name) => Path.Combine(_folder.Path, name);

    public void Dispose() => _folder.Dispose();

    [PostgresFact]
    public async Task Everything_goes_from_SQLite_to_PostgreSQL_and_back_with_equal_content()
    {
        await using var first = await FullDatabase.MakeAsync(DatabaseKind.Sqlite);
        await using var second = await TestDatabase.EmptyAsync(DatabaseKind.Postgres);
        await using var third = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);

        var there = await FullDatabase.ExportAsync(first, FileAt("there"));
        await FullDatabase.ImportAsync(second, FileAt("there"));
        var back = await FullDatabase.ExportAsync(second, FileAt("back"));
        await FullDatabase.ImportAsync(third, FileAt("back"));

        var expected = await RawContent.LinesAsync(first.Options, Ct);
        expected.Values.ShouldAllBe(rows => rows.Length > 0, "A table has no row to compare.");
        await ShouldHoldAsync(second, expected);
        await ShouldHoldAsync(third, expected);
        // Whoever moves can see for themselves: the checksum of each table is the same from either database.
        back.Tables.Select(table => (table.Name, table.Rows, table.Sha256))
            .ShouldBe(there.Tables.Select(table => (table.Name, table.Rows, table.Sha256)));
    }

    [PostgresFact]
    public async Task Everything_goes_from_PostgreSQL_to_SQLite_with_equal_content()
    {
        await using var first = await FullDatabase.MakeAsync(DatabaseKind.Postgres);
        await using var second = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);

        await FullDatabase.ExportAsync(first, FileAt("there"));
        await FullDatabase.ImportAsync(second, FileAt("there"));

        await ShouldHoldAsync(second, await RawContent.LinesAsync(first.Options, Ct));
    }

    [Theory, EachDatabase]
    public async Task One_goes_on_where_everything_was_put(DatabaseKind kind)
    {
        await using var first = await FullDatabase.MakeAsync(kind);
        await using var second = await TestDatabase.EmptyAsync(kind);
        await FullDatabase.ExportAsync(first, FileAt("there"));
        await FullDatabase.ImportAsync(second, FileAt("there"));

        await using var node = StorageNode.On(second);
        await node.Upgrade.RunAsync(Ct);
        await using var context = await node.OpenAsync();
        // The numbers that the database gives go on after those that came in.
        context.DataProtectionKeys.Add(new() { FriendlyName = "ny" });
        await context.SaveChangesAsync(Ct);
        (await context.DataProtectionKeys.MaxAsync(key => key.Id, Ct)).ShouldBe(FullDatabase.Rows + 1);
        var stream = Guid.CreateVersion7();
        await node.Log.AppendAsync(stream, 0, "ny strøm");
        (await node.Log.TextsAsync(stream)).ShouldBe(["ny strøm"]);
    }

    [Theory, EachDatabase]
    public async Task No_table_is_left_behind(DatabaseKind kind)
    {
        await using var database = await FullDatabase.MakeAsync(kind);
        var manifest = await FullDatabase.ExportAsync(database, FileAt("all"));

        var content = await RawContent.OfAsync(database.Options, Ct);

        manifest
            .Tables.Select(table => (table.Name, table.Rows))
            .ShouldBe(content.Select(table => (table.Key, (long)table.Value.Count)), ignoreOrder: true);
        foreach (var table in manifest.Tables)
        {
            table
                .Columns.Select(column => column.Name)
                .ShouldBe(content[table.Name][0].Keys, ignoreOrder: true, customMessage: table.Name);
        }
    }

    [PostgresFact]
    public async Task Both_databases_have_the_same_tables_and_have_come_there_by_the_same_steps()
    {
        await using var one = await StorageNode.OnAsync(DatabaseKind.Sqlite);
        await using var other = await StorageNode.OnAsync(DatabaseKind.Postgres);
        await using var sqlite = await one.OpenAsync();
        await using var postgres = await other.OpenAsync();

        Described(sqlite).ShouldBe(Described(postgres));
        sqlite
            .Database.GetMigrations()
            .Select(TransferSchema.MigrationName)
            .ShouldBe(postgres.Database.GetMigrations().Select(TransferSchema.MigrationName));
    }

    [Theory, EachDatabase]
    public async Task What_is_not_empty_is_left_as_it_is(DatabaseKind kind)
    {
        await using var first = await FullDatabase.MakeAsync(kind);
        await FullDatabase.ExportAsync(first, FileAt("there"));
        await using var second = await TestDatabase.UpgradedAsync(kind);
        await using (var node = StorageNode.On(second))
        {
            await node.Log.AppendAsync(Guid.CreateVersion7(), 0, "her er noe");
        }
        var before = await RawContent.LinesAsync(second.Options, Ct);

        var refusal = await Should.ThrowAsync<DatabaseIsNotEmpty>(() =>
            FullDatabase.ImportAsync(second, FileAt("there"))
        );

        refusal.Message.ShouldContain("events has 1 row");
        await ShouldHoldAsync(second, before);
    }

    [Theory, EachDatabase]
    public async Task A_database_that_is_made_and_empty_takes_everything(DatabaseKind kind)
    {
        await using var first = await FullDatabase.MakeAsync(kind);
        await FullDatabase.ExportAsync(first, FileAt("there"));
        await using var second = await TestDatabase.UpgradedAsync(kind);

        await FullDatabase.ImportAsync(second, FileAt("there"));

        await ShouldHoldAsync(second, await RawContent.LinesAsync(first.Options, Ct));
    }

    [Theory, EachDatabase]
    public async Task An_older_database_is_not_exported_and_neither_is_none(DatabaseKind kind)
    {
        await using var database = await TestDatabase.EmptyAsync(kind);
        var none = await Should.ThrowAsync<TransferRefused>(() => FullDatabase.ExportAsync(database, FileAt("x")));
        none.Message.ShouldBe("There is no database of Endre here.");
        await using (var node = StorageNode.On(database))
        await using (var context = await node.OpenAsync())
        {
            await context.Database.MigrateAsync("Ground", Ct);
        }
        var old = await Should.ThrowAsync<TransferRefused>(() => FullDatabase.ExportAsync(database, FileAt("x")));
        old.Message.ShouldContain("Start this version on it first");
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_its_owner_reads_the_file_and_nobody_writes_over_it()
    {
        await using var database = await FullDatabase.MakeAsync(DatabaseKind.Sqlite);
        await FullDatabase.ExportAsync(database, FileAt("all"));

        TestFile.ShouldBeItsOwnersOnly(FileAt("all"));
        await Should.ThrowAsync<IOException>(() => FullDatabase.ExportAsync(database, FileAt("all")));
        Directory.GetFiles(_folder.Path).ShouldBe([FileAt("all")]);
    }

    [Fact]
    public async Task A_folder_that_a_running_Endre_has_is_not_filled()
    {
        await using var first = await FullDatabase.MakeAsync(DatabaseKind.Sqlite);
        await FullDatabase.ExportAsync(first, FileAt("there"));
        await using var second = await TestDatabase.UpgradedAsync(DatabaseKind.Sqlite);
        await using var running = StorageNode.On(second);
        await running.Upgrade.RunAsync(Ct);

        await Should.ThrowAsync<DatabaseInUse>(() => FullDatabase.ImportAsync(second, FileAt("there")));
    }

    private static string[] Described(EndreContext context) =>
        [
            .. TransferSchema
                .Of(context)
                .SelectMany(table =>
                    table.Columns.Select(column =>
                        $"{table.Name}({string.Join(",", table.Key)}).{column.Name}: {column.Kind} {column.IsNullable}"
                    )
                ),
        ];

    private static async Task ShouldHoldAsync(TestDatabase database, Dictionary<string, string[]> expected)
    {
        var found = await RawContent.LinesAsync(database.Options, Ct);
        found.Keys.ShouldBe(expected.Keys, ignoreOrder: true);
        foreach (var (table, lines) in expected)
        {
            found[table].ShouldBe(lines, table);
        }
    }
}
