using Endre.Storage.EventLog;
using Endre.Testing;
using Npgsql;
using static Endre.Storage.Tests.EventLog.SomeEvents;

namespace Endre.Storage.Tests.EventLog;

public sealed class PostgresTroubleTests
{
    private readonly Guid _stream = Guid.CreateVersion7();

    [PostgresFact]
    public async Task A_connection_cut_in_the_middle_stores_nothing_and_the_next_append_works()
    {
        await using var database = await TestDatabase.UpgradedAsync(DatabaseKind.Postgres);
        await using var node = StorageNode.On(database);
        await node.Log.AppendAsync(_stream, 0, "before");

        var cut = await Should.ThrowAsync<StorageUnavailable>(() =>
            node.Log.AppendAsync(
                _stream,
                1,
                _ =>
                {
                    CutEverybody(database);
                    return Events("lost with the connection");
                },
                Ct
            )
        );

        cut.Fault.ShouldBe(StorageFault.Unreachable);
        (await RetriedAsync(() => node.Log.AppendAsync(_stream, 1, "after"))).ShouldBe(2);
        (await node.Log.TextsAsync(_stream)).ShouldBe(["before", "after"]);
    }

    [PostgresFact]
    public async Task A_server_that_is_not_there_is_unavailable()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseKind.Postgres);
        await using var node = StorageNode.On(database);
        await (await PostgresServer.SharedAsync()).DropDatabaseAsync(database.Options.PostgresConnectionString!);

        await Should.ThrowAsync<StorageUnavailable>(() => node.Log.AppendAsync(_stream, 0, "a"));
        await Should.ThrowAsync<StorageUnavailable>(() => node.Log.AllAsync(_stream));
    }

    [PostgresFact]
    public async Task A_full_disk_at_the_server_is_said_stores_nothing_and_is_over_when_there_is_space()
    {
        await using var database = await TestDatabase.UpgradedAsync(DatabaseKind.Postgres);
        await using var node = StorageNode.On(database);
        await node.Log.AppendAsync(_stream, 0, "before");
        // What the server says when its disk is full, without filling the disk of whoever runs the test.
        Execute(
            database,
            """
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON events EXECUTE FUNCTION full_disk();
            """
        );

        var full = await Should.ThrowAsync<StorageUnavailable>(() => node.Log.AppendAsync(_stream, 1, "refused"));

        full.Fault.ShouldBe(StorageFault.Full);
        (await node.Log.TextsAsync(_stream)).ShouldBe(["before"]);
        Execute(database, "DROP TRIGGER full_disk ON events");
        (await node.Log.AppendAsync(_stream, 1, "after")).ShouldBe(2);
        (await node.Log.TextsAsync(_stream)).ShouldBe(["before", "after"]);
    }

    private static void CutEverybody(TestDatabase database) =>
        Execute(
            database,
            """
            SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """
        );

    private static void Execute(TestDatabase database, string sql)
    {
        using var connection = new NpgsqlConnection(database.Options.PostgresConnectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>As a client does: other connections of the pool are found dead one by one.</summary>
    private static async Task<long> RetriedAsync(Func<Task<long>> append)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await append();
            }
            catch (StorageUnavailable) when (attempt < 10) { }
        }
    }
}
