using Endre.Storage.EventLog;
using Endre.Testing;
using static Endre.Storage.Tests.EventLog.SomeEvents;

namespace Endre.Storage.Tests.EventLog;

public sealed class OrderTests
{
    private const int Writers = 8;
    private const int Each = 60;

    [Theory, EachDatabase]
    public async Task A_reader_misses_nothing_while_many_write(DatabaseKind kind)
    {
        await using var database = await TestDatabase.UpgradedAsync(kind);
        await using var node = StorageNode.On(database);
        // PostgreSQL has several nodes; a SQLite file has one.
        await using var other = kind == DatabaseKind.Postgres ? StorageNode.On(database) : null;
        Guid[] streams = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];

        var reading = streams.Select(stream => FollowAsync(node.Log, stream, Expected(stream))).ToList();
        await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(writer =>
                    WriteAsync(writer % 2 == 0 ? node.Log : (other ?? node).Log, streams[writer % 3], writer)
                )
        );

        foreach (var (stream, followed) in streams.Zip(await Task.WhenAll(reading)))
        {
            followed.ShouldBe(await node.Log.TextsAsync(stream));
            foreach (var ofOneWriter in followed.GroupBy(text => text.Split(':')[0]))
            {
                ofOneWriter.Select(text => int.Parse(text.Split(':')[1], null)).ShouldBe(Enumerable.Range(0, Each));
            }
        }

        int Expected(Guid stream) => Enumerable.Range(0, Writers).Count(writer => streams[writer % 3] == stream) * Each;
    }

    private static async Task WriteAsync(IEventLog log, Guid stream, int writer)
    {
        await Task.Yield();
        long known = 0;
        for (var i = 0; i < Each; i++)
        {
            var text = $"{writer}:{i}";
            var expected = known;
            known = await log.AppendAsync(
                stream,
                known,
                missed =>
                {
                    // What is missed goes on exactly where the writer was.
                    missed
                        .Select(stored => stored.Sequence)
                        .ShouldBe(Enumerable.Range(1, missed.Count).Select(step => expected + step));
                    return new Appending([Event(text, Guid.CreateVersion7())]);
                },
                Ct
            );
        }
    }

    private static async Task<List<string>> FollowAsync(IEventLog log, Guid stream, int expected)
    {
        await Task.Yield();
        var seen = new List<string>();
        while (seen.Count < expected)
        {
            foreach (var stored in await log.ReadAsync(stream, seen.Count, 50, Ct))
            {
                stored.Sequence.ShouldBe(seen.Count + 1);
                seen.Add(stored.Text());
            }
            await Task.Yield();
        }
        return seen;
    }
}
