using Endre.Storage.Upgrades;
using Endre.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Endre.Storage.Tests.Upgrades;

public sealed class DatabaseUpgradeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_new_database_is_made_without_a_backup(DatabaseKind kind)
    {
        await using var database = await TestDatabase.EmptyAsync(kind);
        await using var node = StorageNode.On(database);

        await node.Upgrade.RunAsync(Ct);

        await using var context = await node.OpenAsync();
        (await context.Users.CountAsync(Ct)).ShouldBe(0);
        (await context.Database.GetPendingMigrationsAsync(Ct)).ShouldBeEmpty();
        Directory.Exists(database.Options.BackupDirectory).ShouldBeFalse();
        node.Lines.All.ShouldNotContain(line => line.Contains("pg_dump", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Upgrading_twice_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.EmptyAsync(kind);
        await using var node = StorageNode.On(database);

        await node.Upgrade.RunAsync(Ct);
        var lines = node.Lines.All.Count(line => line.Contains("migrations", StringComparison.Ordinal));
        await node.Upgrade.RunAsync(Ct);

        Directory.Exists(database.Options.BackupDirectory).ShouldBeFalse();
        node.Lines.All.Count(line => line.Contains("migrations", StringComparison.Ordinal)).ShouldBe(lines);
    }

    [Fact]
    public async Task An_older_file_is_copied_before_it_is_upgraded()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);
        await using (var older = StorageNode.On(database))
        {
            await MakeOlderAsync(older);
        }
        await using var node = StorageNode.On(database);

        await node.Upgrade.RunAsync(Ct);

        await using var context = await node.OpenAsync();
        (await context.Units.SingleAsync(Ct)).Name.ShouldBe("Fjordvik kommune");
        (await TablesAsync(database.Options.SqliteFile)).ShouldContain("events");
        var backup = Directory.GetFiles(database.Options.BackupDirectory).ShouldHaveSingleItem();
        Path.GetFileName(backup).ShouldMatch(@"^endre-\d{8}T\d{6}Z-before-\d{14}_EventLog\.db$");
        var tables = await TablesAsync(backup);
        tables.ShouldContain("units");
        tables.ShouldNotContain("events");
    }

    [PostgresFact]
    public async Task An_older_server_database_is_upgraded_and_the_operator_is_told_who_backs_it_up()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseKind.Postgres);
        await using var node = StorageNode.On(database);
        await MakeOlderAsync(node);

        await node.Upgrade.RunAsync(Ct);

        await using var context = await node.OpenAsync();
        (await context.Units.SingleAsync(Ct)).Name.ShouldBe("Fjordvik kommune");
        node.Lines.All.ShouldContain(line => line.Contains("pg_dump", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_newer_database_is_refused_and_left_as_it_is(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using (var context = await node.OpenAsync())
        {
            await context.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
                VALUES ('99990101000000_Tomorrow', '99.0.0')
                """,
                Ct
            );
        }

        var refusal = await Should.ThrowAsync<DatabaseIsNewer>(() => node.Upgrade.RunAsync(Ct));

        refusal.Migrations.ShouldBe(["99990101000000_Tomorrow"]);
        refusal.Message.ShouldContain("newer version");
    }

    [PostgresFact]
    public async Task Nodes_that_start_at_once_upgrade_once()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseKind.Postgres);
        StorageNode[] nodes = [.. Enumerable.Range(0, 3).Select(_ => StorageNode.On(database))];

        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Upgrade.RunAsync(Ct), Ct)));

        await using (var context = await nodes[0].OpenAsync())
        {
            (await context.Database.GetPendingMigrationsAsync(Ct)).ShouldBeEmpty();
        }
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_block_the_next_start()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);
        await using (var older = StorageNode.On(database))
        {
            await MakeOlderAsync(older);
            await using var context = await older.OpenAsync();
            await context.Database.ExecuteSqlRawAsync(
                """INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-03-02')""",
                Ct
            );
        }
        await using var node = StorageNode.On(database);

        await node.Upgrade.RunAsync(Ct).WaitAsync(TimeSpan.FromSeconds(30), Ct);

        await using var upgraded = await node.OpenAsync();
        (await upgraded.Database.GetPendingMigrationsAsync(Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_data_folder_belongs_to_one_process()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);
        await using (var first = StorageNode.On(database))
        {
            await first.Upgrade.RunAsync(Ct);
            await using var second = StorageNode.On(database);
            var refusal = await Should.ThrowAsync<DatabaseInUse>(() => second.Upgrade.RunAsync(Ct));
            refusal.Message.ShouldContain(database.Options.DataDirectory);
        }
        await using var next = StorageNode.On(database);
        await next.Upgrade.RunAsync(Ct);
    }

    [Theory, EachDatabase]
    public async Task The_model_equals_the_migrations(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        context.Database.HasPendingModelChanges().ShouldBeFalse("Add a migration to both databases: dotnet ef …");
    }

    private static async Task MakeOlderAsync(StorageNode node)
    {
        await using var context = await node.OpenAsync();
        await context.GetService<IMigrator>().MigrateAsync("Ground", Ct);
        var id = Guid.CreateVersion7();
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO units (id, name, kind) VALUES ({id}, 'Fjordvik kommune', 'municipality')",
            Ct
        );
    }

    private static async Task<List<string>> TablesAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var tables = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            tables.Add(reader.GetString(0));
        }
        return tables;
    }
}
