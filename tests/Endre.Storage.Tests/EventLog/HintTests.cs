using System.Threading.Channels;
using Endre.Testing;
using Npgsql;
using static Endre.Storage.Tests.EventLog.SomeEvents;

namespace Endre.Storage.Tests.EventLog;

public sealed class HintTests
{
    private readonly Guid _stream = Guid.CreateVersion7();

    [Theory, EachDatabase]
    public async Task A_listener_hears_that_a_stream_has_grown(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        using var broken = node.Log.OnAppended((_, _) => throw new InvalidOperationException("a broken listener"));
        var hints = Channel.CreateUnbounded<(Guid, long)>();
        using var listening = node.Log.OnAppended((stream, sequence) => hints.Writer.TryWrite((stream, sequence)));
        await ConnectedAsync(kind, hints);

        await node.Log.AppendAsync(_stream, 0, "a", "b");

        (await NextAsync(hints)).ShouldBe((_stream, 2));
    }

    [Theory, EachDatabase]
    public async Task Who_has_stopped_listening_hears_no_more(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var heard = 0;
        var stopped = node.Log.OnAppended((_, sequence) => heard += (int)sequence);
        stopped.Dispose();
        stopped.Dispose();
        var hints = Channel.CreateUnbounded<(Guid, long)>();
        using var listening = node.Log.OnAppended((stream, sequence) => hints.Writer.TryWrite((stream, sequence)));
        await ConnectedAsync(kind, hints);

        await node.Log.AppendAsync(_stream, 0, "a");

        (await NextAsync(hints)).ShouldBe((_stream, 1));
        heard.ShouldBe(0);
    }

    [PostgresFact]
    public async Task A_node_hears_what_another_node_has_stored()
    {
        await using var database = await TestDatabase.UpgradedAsync(DatabaseKind.Postgres);
        await using var here = StorageNode.On(database);
        await using var there = StorageNode.On(database);
        var hints = Channel.CreateUnbounded<(Guid, long)>();
        using var listening = here.Log.OnAppended((stream, sequence) => hints.Writer.TryWrite((stream, sequence)));
        await ConnectedAsync(DatabaseKind.Postgres, hints);

        await there.Log.AppendAsync(_stream, 0, "from there");

        (await NextAsync(hints)).ShouldBe((_stream, 1));
        (await here.Log.TextsAsync(_stream)).ShouldBe(["from there"]);
    }

    [PostgresFact]
    public async Task A_node_that_lost_its_connection_looks_at_everything_when_it_is_back()
    {
        await using var database = await TestDatabase.UpgradedAsync(DatabaseKind.Postgres);
        await using var node = StorageNode.On(database);
        var hints = Channel.CreateUnbounded<(Guid, long)>();
        using var listening = node.Log.OnAppended((stream, sequence) => hints.Writer.TryWrite((stream, sequence)));
        await ConnectedAsync(DatabaseKind.Postgres, hints);

        await using var source = NpgsqlDataSource.Create(database.Options.PostgresConnectionString!);
        await using var cut = source.CreateCommand(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'endre listening'
            """
        );
        (await cut.ExecuteScalarAsync(Ct)).ShouldBe(true);

        await ConnectedAsync(DatabaseKind.Postgres, hints);
        await node.Log.AppendAsync(_stream, 0, "after");
        (await NextAsync(hints)).ShouldBe((_stream, 1));
        node.Lines.All.ShouldContain(line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    private static async Task ConnectedAsync(DatabaseKind kind, Channel<(Guid, long)> hints)
    {
        if (kind == DatabaseKind.Postgres)
        {
            (await NextAsync(hints)).ShouldBe((Guid.Empty, 0));
        }
    }

    private static async Task<(Guid, long)> NextAsync(Channel<(Guid, long)> hints)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        return await hints.Reader.ReadAsync(patience.Token);
    }
}
