using System.Diagnostics;
using Endre.Bench.Load;
using Endre.Bench.Servers;

namespace Endre.Bench.Rows;

/// <summary>What those who follow a workshop meet.</summary>
internal static class LiveRows
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Delivered notes a second: everybody posts as fast as they are answered, everybody sees everything.</summary>
    public static async Task<IEnumerable<Measured>> DeliveredAsync(Size size)
    {
        var row = new Measured("delivered notes/s, 1,000 streams", "notes/s", "≥ 0.8");
        for (var i = 0; i < size.Pairs; i++)
        {
            var endre = await InEndreAsync(
                size.Of(1000),
                64,
                isTimed: false,
                hall => DeliverAsync(hall, size.Of(4000))
            );
            var bare = await InBareAsync(size.Of(1000), 64, isTimed: false, hall => DeliverAsync(hall, size.Of(4000)));
            row.Add(endre, bare);
        }
        return [row];
    }

    /// <summary>Post to seen at 1,000 people who each write a note every five seconds.</summary>
    public static async Task<IEnumerable<Measured>> SeenAsync(Size size)
    {
        var row = new Measured("post→seen p99, 1,000 people", "ms", "≤ 1.2");
        for (var i = 0; i < size.Pairs; i++)
        {
            var endre = await InEndreAsync(size.Of(1000), 32, isTimed: true, hall => PaceAsync(hall, size));
            var bare = await InBareAsync(size.Of(1000), 32, isTimed: true, hall => PaceAsync(hall, size));
            row.Add(endre, bare);
        }
        return [row];
    }

    /// <summary>The largest workshop whose p99 stays at or under 500 ms.</summary>
    public static async Task<IEnumerable<Measured>> LargestAsync(Size size)
    {
        var row = new Measured("largest workshop with p99 ≤ 500 ms", "people", "≥ 4,000 people");
        for (var i = 0; i < Math.Min(size.Pairs, 3); i++)
        {
            var endre = await LargestAsync(
                size,
                people => InEndreAsync(people, 32, isTimed: true, hall => PaceAsync(hall, size))
            );
            var bare = await LargestAsync(
                size,
                people => InBareAsync(people, 32, isTimed: true, hall => PaceAsync(hall, size))
            );
            row.Add(endre, bare);
        }
        return [row];
    }

    /// <summary>Memory of each participant who follows, at 2,000.</summary>
    public static async Task<IEnumerable<Measured>> MemoryAsync(Size size)
    {
        var row = new Measured("memory per connected participant, 2,000", "KiB", "≤ 3, and ≤ 21 KiB");
        var people = size.Of(2000);
        for (var i = 0; i < size.Pairs; i++)
        {
            await using var server = await ServerProcess.StartEndreAsync();
            await (await Hall.EndreAsync(server, 20, 1, isTimed: false)).DisposeAsync();
            var endre = await GrowthAsync(server, () => Hall.EndreAsync(server, people, 1, isTimed: false));
            await using var bareServer = await ServerProcess.StartBareAsync();
            await (await Hall.BareAsync(bareServer, 20, 1, isTimed: false)).DisposeAsync();
            var bare = await GrowthAsync(bareServer, () => Hall.BareAsync(bareServer, people, 1, isTimed: false));
            row.Add(endre / people / 1024, bare / people / 1024);
        }
        return [row];
    }

    /// <summary>What a phone that was away for ten seconds has to fetch, beside the notes it missed.</summary>
    public static async Task<IEnumerable<Measured>> ResumeAsync(Size size)
    {
        var row = new Measured("resume after 10 s away", "bytes", "≤ 1.1");
        var missed = size.Of(2000);
        for (var i = 0; i < size.Pairs; i++)
        {
            await using var server = await ServerProcess.StartEndreAsync();
            await using var hall = await Hall.EndreAsync(server, 1, 8, isTimed: false);
            var before = hall.Followers[0].Bytes;
            await DeliverAsync(hall, missed);
            var live = hall.Followers[0].Bytes - before;
            var path = hall.Notes.Replace("/notes", $"/events?after={hall.FirstSequence}", StringComparison.Ordinal);
            using var back = await Follower.OpenAsync(hall.Address, path, hall.Tokens[0], isTimed: false);
            var reading = back.ReadAsync();
            var until = Stopwatch.GetTimestamp();
            while (back.Seen < missed && Stopwatch.GetElapsedTime(until) < Patience)
            {
                await Task.Delay(5);
            }
            row.Add(back.Bytes, live);
            back.Dispose();
            await reading;
        }
        return [row];
    }

    private static async Task<double> GrowthAsync(ServerProcess server, Func<Task<Hall>> fill)
    {
        var before = server.Memory;
        await using var hall = await fill();
        await Task.Delay(1500);
        return server.Memory - before;
    }

    private static async Task<double> LargestAsync(Size size, Func<int, Task<double>> p99At)
    {
        var largest = 0;
        // To see that it runs, the search needs one step and another.
        var step = size.IsWhole ? size.Of(1000) : size.Of(4000);
        for (var people = step; people <= size.Of(8000); people += step)
        {
            if (await p99At(people) > 500)
            {
                break;
            }
            largest = people;
        }
        return Math.Max(largest, 1);
    }

    private static async Task<double> DeliverAsync(Hall hall, int notes)
    {
        var start = Stopwatch.GetTimestamp();
        var left = notes;
        await Task.WhenAll(
            hall.Posters.Select(
                async (poster, person) =>
                {
                    while (Interlocked.Decrement(ref left) >= 0)
                    {
                        Expect(await poster.PostAsync(hall.Note(person)));
                    }
                }
            )
        );
        var all = (long)notes * hall.Followers.Count;
        await hall.WaitForAsync(all, Patience);
        return hall.Seen / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // A note every five seconds from everybody, spread evenly; a poster that is late posts at once and stays late.
    private static async Task<double> PaceAsync(Hall hall, Size size)
    {
        var people = hall.Followers.Count;
        var seconds = Math.Max(2, 10 * size.Share);
        var notes = (int)(people / 5.0 * seconds);
        var start = Stopwatch.GetTimestamp();
        var next = -1;
        await Task.WhenAll(
            hall.Posters.Select(async poster =>
            {
                while (true)
                {
                    var number = Interlocked.Increment(ref next);
                    if (number >= notes)
                    {
                        return;
                    }
                    var due = TimeSpan.FromSeconds(number * 5.0 / people) - Stopwatch.GetElapsedTime(start);
                    if (due > TimeSpan.FromMilliseconds(1))
                    {
                        await Task.Delay(due);
                    }
                    Expect(await poster.PostAsync(hall.Note(number)));
                }
            })
        );
        await hall.WaitForAsync((long)notes * people, TimeSpan.FromSeconds(20));
        var delays = hall.Followers.SelectMany(f => f.Delays).Order().ToArray();
        if (delays.Length < (long)notes * people)
        {
            Console.Error.WriteLine($"  only {delays.Length} of {(long)notes * people} were seen in time");
            return double.MaxValue;
        }
        return delays[(int)(delays.Length * 0.99)];
    }

    private static void Expect(int status)
    {
        if (status != 201)
        {
            throw new InvalidOperationException($"A note was answered {status}.");
        }
    }

    private static async Task<double> InEndreAsync(
        int people,
        int posters,
        bool isTimed,
        Func<Hall, Task<double>> measure
    )
    {
        await using var server = await ServerProcess.StartEndreAsync();
        await using var hall = await Hall.EndreAsync(server, people, posters, isTimed);
        await WarmAsync(hall);
        return await measure(hall);
    }

    private static async Task<double> InBareAsync(
        int people,
        int posters,
        bool isTimed,
        Func<Hall, Task<double>> measure
    )
    {
        await using var server = await ServerProcess.StartBareAsync();
        await using var hall = await Hall.BareAsync(server, people, posters, isTimed);
        await WarmAsync(hall);
        return await measure(hall);
    }

    // Both have their code compiled before the clock starts.
    private static async Task WarmAsync(Hall hall)
    {
        for (var i = 0; i < 300; i++)
        {
            await hall.Posters[i % hall.Posters.Count].PostAsync(hall.Note(i));
        }
        await hall.WaitForAsync(300L * hall.Followers.Count, Patience);
        hall.Forget();
    }
}
