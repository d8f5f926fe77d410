using System.Diagnostics;
using System.Text;
using Endre.Bench.Load;
using Endre.Bench.Servers;
using Endre.Storage;
using Endre.Storage.EventLog;
using Endre.Storage.Upgrades;
using Endre.Web.Hosting;
using Microsoft.Data.Sqlite;

namespace Endre.Bench.Rows;

/// <summary>What those who write meet: accepted is durable.</summary>
internal static class WriteRows
{
    /// <summary>Accepted notes a second with 512 writers, beside a POST that only answers, and beside single commits.</summary>
    public static async Task<IEnumerable<Measured>> AcceptedAsync(Size size)
    {
        var beside = new Measured("accepted durable notes/s, 512 writers", "notes/s", "≥ 0.6 × a bare POST");
        var commits = new Measured("the same, beside single FULL commits", "notes/s", "≥ 8 × the commits");
        for (var i = 0; i < size.Pairs; i++)
        {
            double endre;
            await using (var server = await ServerProcess.StartEndreAsync())
            {
                Task<Hall> FillAsync() => Hall.EndreAsync(server, 1, 512, isTimed: false, isRevealed: false);
                endre = await SustainedAsync(FillAsync, hall => hall.Note, size);
            }
            await using (var server = await ServerProcess.StartBareAsync())
            {
                Task<Hall> FillAsync() => Hall.BareAsync(server, 1, 512, isTimed: false);
                beside.Add(endre, await SustainedAsync(FillAsync, Bare, size));
            }
            commits.Add(endre, RawSqlite.Commits(size.Of(4000), batch: 1));
        }
        return [beside, commits];
    }

    /// <summary>The log writer alone, beside raw SQLite in batches of 64.</summary>
    public static async Task<IEnumerable<Measured>> LogAsync(Size size)
    {
        var row = new Measured("the log writer alone, in process", "events/s", "≥ 0.7");
        for (var i = 0; i < size.Pairs; i++)
        {
            row.Add(
                await LogWriter.AppendAsync(size.Of(60_000), batch: 64),
                RawSqlite.Commits(size.Of(60_000), batch: 64)
            );
        }
        return [row];
    }

    /// <summary>One note alone from post to 2xx, beside one raw commit and one bare POST.</summary>
    public static async Task<IEnumerable<Measured>> OneNoteAsync(Size size)
    {
        var row = new Measured("one note alone, post→2xx (median)", "ms", "≤ 1.5");
        for (var i = 0; i < size.Pairs; i++)
        {
            double endre;
            await using (var server = await ServerProcess.StartEndreAsync())
            await using (var hall = await Hall.EndreAsync(server, 1, 1, isTimed: false, isRevealed: false))
            {
                await MedianAsync(hall.Posters[0], () => hall.Note(0), size.Of(5000));
                endre = await MedianAsync(hall.Posters[0], () => hall.Note(0), size.Of(2000));
            }
            await using var bare = await ServerProcess.StartBareAsync();
            await using var bareHall = await Hall.BareAsync(bare, 1, 1, isTimed: false);
            byte[] Request() =>
                Poster.Request(
                    bareHall.Address,
                    "/post",
                    Encoding.UTF8.GetString(bareHall.Note(0)).Split("\r\n\r\n")[1],
                    token: null
                );
            await MedianAsync(bareHall.Posters[0], Request, size.Of(5000));
            var post = await MedianAsync(bareHall.Posters[0], Request, size.Of(2000));
            row.Add(endre, post + RawSqlite.MedianCommit(size.Of(2000)));
        }
        return [row];
    }

    // The same request with the same bytes, to a server that only answers.
    private static Func<int, byte[]> Bare(Hall hall) =>
        person =>
            Poster.Request(
                hall.Address,
                "/post",
                Encoding.UTF8.GetString(hall.Note(person)).Split("\r\n\r\n")[1],
                "ep_0123456789012345678901234567890123456789012"
            );

    // A first hall until all code is compiled, a second one that counts.
    private static async Task<double> SustainedAsync(
        Func<Task<Hall>> fillAsync,
        Func<Hall, Func<int, byte[]>> requests,
        Size size
    )
    {
        await using (var first = await fillAsync())
        {
            await PostAsync(first.Posters, requests(first), size.Of(90_000));
        }
        await using var second = await fillAsync();
        await PostAsync(second.Posters, requests(second), size.Of(10_000));
        return await PostAsync(second.Posters, requests(second), size.Of(80_000));
    }

    private static async Task<double> PostAsync(IReadOnlyList<Poster> posters, Func<int, byte[]> request, int notes)
    {
        var left = notes;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            posters.Select(
                async (poster, person) =>
                {
                    while (Interlocked.Decrement(ref left) >= 0)
                    {
                        var status = await poster.PostAsync(request(person));
                        if (status != 201)
                        {
                            throw new InvalidOperationException($"A note was answered {status}.");
                        }
                    }
                }
            )
        );
        return notes / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<double> MedianAsync(Poster poster, Func<byte[]> request, int times)
    {
        var all = new double[times];
        for (var i = 0; i < times; i++)
        {
            var bytes = request();
            var start = Stopwatch.GetTimestamp();
            await poster.PostAsync(bytes);
            all[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(all);
        return all[times / 2];
    }
}

/// <summary>SQLite with nothing in the way: one table, one prepared insert, every commit on disk.</summary>
internal static class RawSqlite
{
    private const string Payload =
        """{"id":"01992d1e-0000-7000-8000-000000000000","groupId":"g1","questionId":"sporsmal-1","half":"a","text":"Vi mangler tid til å prøve nye ting i hverdagen #t0000000000000000000","ownership":"0123456789012345678901"}""";

    public static double Commits(int rows, int batch)
    {
        var start = 0L;
        Run(rows, batch, () => start = Stopwatch.GetTimestamp(), _ => { });
        return rows / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public static double MedianCommit(int times)
    {
        var all = new List<double>(times);
        Run(times, batch: 1, () => { }, all.Add);
        all.Sort();
        return all[times / 2];
    }

    private static void Run(int rows, int batch, Action begin, Action<double> committed)
    {
        var folder = Directory.CreateTempSubdirectory("endre-bench-").FullName;
        try
        {
            using var connection = new SqliteConnection($"Data Source={folder}/raw.db;Pooling=False");
            connection.Open();
            Execute(
                connection,
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE events(stream_id BLOB, sequence INTEGER, at INTEGER, kind TEXT, audience TEXT, command_id BLOB, payload BLOB, PRIMARY KEY(stream_id, sequence)) WITHOUT ROWID; CREATE UNIQUE INDEX one ON events(stream_id, command_id)"
            );
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO events VALUES ($stream,$sequence,0,'note-written','',$command,$payload)";
            var stream = Guid.CreateVersion7().ToByteArray();
            insert.Parameters.AddWithValue("$stream", stream);
            var sequence = insert.Parameters.AddWithValue("$sequence", 0L);
            var command = insert.Parameters.AddWithValue("$command", stream);
            insert.Parameters.AddWithValue("$payload", Encoding.UTF8.GetBytes(Payload));
            insert.Prepare();
            begin();
            for (var row = 0; row < rows; row += batch)
            {
                var start = Stopwatch.GetTimestamp();
                using var transaction = connection.BeginTransaction(deferred: false);
                insert.Transaction = transaction;
                for (var i = 0; i < batch; i++)
                {
                    sequence.Value = (long)row + i + 1;
                    command.Value = Guid.CreateVersion7().ToByteArray();
                    insert.ExecuteNonQuery();
                }
                transaction.Commit();
                committed(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <summary>Endre's own log in this process, fed in batches.</summary>
internal static class LogWriter
{
    private static readonly byte[] Payload = new byte[215];

    public static async Task<double> AppendAsync(int events, int batch)
    {
        var folder = Directory.CreateTempSubdirectory("endre-bench-").FullName;
        try
        {
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddSingleton(TimeProvider.System);
            services.AddEndreStorage(new StorageOptions { DataDirectory = folder });
            await using var provider = services.BuildServiceProvider();
            await provider.GetRequiredService<DatabaseUpgrade>().RunAsync();
            var log = provider.GetRequiredService<IEventLog>();
            var stream = Guid.CreateVersion7();
            var known = 0L;
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < events; i += batch)
            {
                known = await log.AppendAsync(
                    stream,
                    known,
                    _ => new Appending([
                        .. Enumerable
                            .Range(0, batch)
                            .Select(_ => new NewEvent(
                                DateTimeOffset.UnixEpoch,
                                "note-written",
                                "",
                                Guid.CreateVersion7(),
                                Payload
                            )),
                    ]),
                    CancellationToken.None
                );
            }
            return events / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
