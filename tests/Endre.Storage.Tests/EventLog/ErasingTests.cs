using System.Text;
using Endre.Storage.EventLog;
using Endre.Storage.Hassles;
using Endre.Testing;
using Npgsql;
using static Endre.Storage.Tests.EventLog.SomeEvents;

namespace Endre.Storage.Tests.EventLog;

/// <summary>Words that are taken back leave the log in the transaction of what takes them back, and then the files.</summary>
public sealed class ErasingTests
{
    private const string Secret = "Hemmeligord";
    private readonly Guid _stream = Guid.CreateVersion7();

    [Theory, EachDatabase]
    public async Task What_is_taken_back_leaves_its_events_and_nothing_else_changes(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var other = Guid.CreateVersion7();
        await node.Log.AppendAsync(other, 0, Secret);
        await node.Log.AppendAsync(_stream, 0, Secret, "b", $"{Secret} igjen", Secret);
        var before = await node.Log.AllAsync(_stream);

        var last = await node.Log.AppendAsync(_stream, 4, _ => Erase("tatt tilbake", new EventSpan(1, 3)), Ct);

        last.ShouldBe(5);
        (await node.Log.TextsAsync(_stream)).ShouldBe(["–", "b", "–", Secret, "tatt tilbake"]);
        (await node.Log.TextsAsync(other)).ShouldBe([Secret]);
        var after = await node.Log.AllAsync(_stream);
        after.Take(4).Select(Frame).ShouldBe(before.Select(Frame));
        (await node.Log.AppendAsync(_stream, 5, "videre")).ShouldBe(6);
    }

    [Theory, EachDatabase]
    public async Task What_is_not_stored_erases_nothing(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var command = Guid.CreateVersion7();
        await node.Log.AppendAsync(_stream, 0, _ => new Appending([Event(Secret, command)]), Ct);

        await Should.ThrowAsync<CommandAlreadyStored>(() =>
            node.Log.AppendAsync(
                _stream,
                1,
                _ => Erase("to ganger", new EventSpan(1, 1)) with { Events = [Event("to ganger", command)] },
                Ct
            )
        );

        (await node.Log.TextsAsync(_stream)).ShouldBe([Secret]);
    }

    [Fact]
    public async Task The_files_of_sqlite_have_none_of_it_right_after()
    {
        await using var database = await TestDatabase.UpgradedAsync(DatabaseKind.Sqlite);
        await using var node = StorageNode.On(database);
        await node.Log.AppendAsync(_stream, 0, Secret, "b");
        Files(database).ShouldContain(file => Has(file));

        await node.Log.AppendAsync(_stream, 2, _ => Erase("tatt tilbake", new EventSpan(1, 2)), Ct);

        // The caller is answered first; whoever comes after finds the log wiped.
        await node.Log.AppendAsync(_stream, 3, "videre");
        var files = Files(database);
        files.ShouldNotContain(file => Has(file));
        files.Exists(file => file.AsSpan().IndexOf("tatt tilbake"u8) >= 0).ShouldBeTrue();
    }

    [PostgresFact]
    public async Task The_files_of_postgres_have_none_of_it_after_the_night()
    {
        await using var database = await TestDatabase.UpgradedAsync(DatabaseKind.Postgres);
        await using var node = StorageNode.On(database);
        await node.Log.AppendAsync(_stream, 0, Secret, "b");
        (await FileOfEventsAsync(database)).AsSpan().IndexOf(Bytes).ShouldBeGreaterThanOrEqualTo(0);
        await node.Log.AppendAsync(_stream, 2, _ => Erase("tatt tilbake", new EventSpan(1, 2)), Ct);
        // The server tells of rewritten rows a moment later.
        while (await ScalarAsync(database, "SELECT n_tup_upd FROM pg_stat_user_tables WHERE relname = 'events'") is 0L)
        {
            await Task.Delay(50, Ct);
        }

        await node.Get<ITraces>().WipeAllAsync(Ct);

        var file = await FileOfEventsAsync(database);
        file.AsSpan().IndexOf(Bytes).ShouldBe(-1);
        file.AsSpan().IndexOf("tatt tilbake"u8).ShouldBeGreaterThanOrEqualTo(0);
        (await node.Log.TextsAsync(_stream)).ShouldBe(["–", "b", "tatt tilbake"]);
    }

    private static byte[] Bytes => Encoding.UTF8.GetBytes(Secret);

    private static Appending Erase(string text, EventSpan where) =>
        new(
            [Event(text)],
            Row: null,
            new Erasing(
                [where],
                stored => stored.Text().Contains(Secret, StringComparison.Ordinal) ? Encoding.UTF8.GetBytes("–") : null,
                IsUrgent: true
            )
        );

    private static (long, DateTimeOffset, string, string, Guid?) Frame(StoredEvent stored) =>
        (stored.Sequence, stored.At, stored.Kind, stored.Audience, stored.CommandId);

    private static bool Has(byte[] file) => file.AsSpan().IndexOf(Bytes) >= 0;

    private static List<byte[]> Files(TestDatabase database) =>
        [.. Directory.GetFiles(database.Options.DataDirectory, "*.db*").Select(ReadShared)];

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static async Task<byte[]> FileOfEventsAsync(TestDatabase database)
    {
        await ScalarAsync(database, "CHECKPOINT");
        var folder = (string)(await ScalarAsync(database, "SHOW data_directory"))!;
        var file = (string)(await ScalarAsync(database, "SELECT pg_relation_filepath('events')"))!;
        return await File.ReadAllBytesAsync(Path.Combine(folder, file), Ct);
    }

    private static async Task<object?> ScalarAsync(TestDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.Options.PostgresConnectionString!);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }
}
