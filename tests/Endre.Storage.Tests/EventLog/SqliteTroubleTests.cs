using System.Globalization;
using Endre.Storage.EventLog;
using Endre.Storage.Organizations;
using Endre.Storage.Sqlite.EventLog;
using Endre.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static Endre.Storage.Tests.EventLog.SomeEvents;

namespace Endre.Storage.Tests.EventLog;

public sealed class SqliteTroubleTests
{
    private readonly Guid _stream = Guid.CreateVersion7();

    [Fact]
    public async Task A_full_disk_fails_everyone_who_waited_and_nothing_accepted_is_lost()
    {
        await using var node = await StorageNode.OnAsync(DatabaseKind.Sqlite);
        var pages = 60L;
        ((SqliteEventLog)node.Log).WriterOpened = connection => Limit(connection, pages);
        var text = new string('x', 2000);
        long known = 0;
        StorageUnavailable? full = null;
        while (full is null)
        {
            try
            {
                known = await node.Log.AppendAsync(_stream, known, text);
            }
            catch (StorageUnavailable e)
            {
                full = e;
            }
        }

        full.Fault.ShouldBe(StorageFault.Full);
        known.ShouldBeGreaterThan(1);
        (await node.Log.AllAsync(_stream)).Count.ShouldBe((int)known);

        // Several in one transaction: the small one goes down with the large one, and is told so.
        var together = await HoldAsync(node.Log);
        var small = node.Log.AppendAsync(Guid.CreateVersion7(), 0, "small");
        var large = node.Log.AppendAsync(_stream, known, Enumerable.Repeat(text, 200).ToArray());
        together.Set();
        (await Should.ThrowAsync<StorageUnavailable>(() => small)).Fault.ShouldBe(StorageFault.Full);
        (await Should.ThrowAsync<StorageUnavailable>(() => large)).Fault.ShouldBe(StorageFault.Full);
        (await node.Log.AllAsync(_stream)).Count.ShouldBe((int)known);

        pages = 10_000;
        (await node.Log.AppendAsync(_stream, known, "after")).ShouldBe(known + 1);
        var events = await node.Log.AllAsync(_stream);
        events.Select(stored => stored.Sequence).ShouldBe(Enumerable.Range(1, (int)known + 1).Select(n => (long)n));
    }

    [Fact]
    public async Task One_conflict_in_a_transaction_fails_only_its_own_request()
    {
        await using var node = await StorageNode.OnAsync(DatabaseKind.Sqlite);
        var command = Guid.CreateVersion7();
        Task<long> Append(string text) =>
            node.Log.AppendAsync(_stream, 0, _ => new Appending([Event("before " + text), Event(text, command)]), Ct);

        var together = await HoldAsync(node.Log);
        var first = Append("first");
        var second = Append("second");
        var third = node.Log.AppendAsync(_stream, 0, "third");
        together.Set();

        (await first).ShouldBe(2);
        await Should.ThrowAsync<CommandAlreadyStored>(() => second);
        (await third).ShouldBe(3);
        (await node.Log.TextsAsync(_stream)).ShouldBe(["before first", "first", "third"]);
    }

    [Fact]
    public async Task What_waits_is_stored_before_the_log_closes()
    {
        await using var database = await TestDatabase.UpgradedAsync(DatabaseKind.Sqlite);
        List<Task<long>> waiting;
        await using (var node = StorageNode.On(database))
        {
            waiting = [.. Enumerable.Range(0, 50).Select(i => node.Log.AppendAsync(_stream, 0, $"{i}"))];
        }

        (await Task.WhenAll(waiting)).ShouldBe(Enumerable.Range(1, 50).Select(n => (long)n));
        await using var next = StorageNode.On(database);
        (await next.Log.TipAsync(_stream, Ct)).ShouldBe(50);
        (await next.Log.AppendAsync(_stream, 50, "and on")).ShouldBe(51);
    }

    [Fact]
    public async Task Other_writes_to_the_file_get_their_turn()
    {
        await using var node = await StorageNode.OnAsync(DatabaseKind.Sqlite);
        using var done = new CancellationTokenSource();
        var appending = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Run(async () =>
                {
                    var stream = Guid.CreateVersion7();
                    long known = 0;
                    while (!done.IsCancellationRequested)
                    {
                        known = await node.Log.AppendAsync(stream, known, "always busy");
                    }
                    return known;
                })
            )
            .ToList();

        for (var i = 0; i < 20; i++)
        {
            await using var context = await node.OpenAsync();
            context.Units.Add(new UnitRow { Name = $"Enhet {i}", Kind = "team" });
            await context.SaveChangesAsync(Ct);
        }
        await done.CancelAsync();

        (await Task.WhenAll(appending)).ShouldAllBe(count => count > 0);
        await using var reading = await node.OpenAsync();
        (await reading.Units.CountAsync(Ct)).ShouldBe(20);
    }

    [Fact]
    public async Task A_log_without_its_tables_says_so_and_works_when_they_are_there()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);
        await using var node = StorageNode.On(database);

        (await Should.ThrowAsync<StorageUnavailable>(() => node.Log.AppendAsync(_stream, 0, "a"))).Fault.ShouldBe(
            StorageFault.Failing
        );
        await Should.ThrowAsync<StorageUnavailable>(() => node.Log.TipAsync(_stream, Ct));

        await node.Upgrade.RunAsync(Ct);
        (await node.Log.AppendAsync(_stream, 0, "a")).ShouldBe(1);
    }

    /// <summary>Keeps the writer in a decision, so that what comes meanwhile goes into one transaction.</summary>
    private static async Task<ManualResetEventSlim> HoldAsync(IEventLog log)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var together = new ManualResetEventSlim();
        // Nobody else is there, so it is decided on the thread that asks.
        _ = Task.Run(
            () =>
                log.AppendAsync(
                    Guid.CreateVersion7(),
                    0,
                    _ =>
                    {
                        held.SetResult();
                        together.Wait(Ct);
                        return Appending.Nothing;
                    },
                    Ct
                ),
            Ct
        );
        await held.Task;
        return together;
    }

    private static void Limit(SqliteConnection connection, long pages)
    {
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}");
        command.ExecuteNonQuery();
    }
}
