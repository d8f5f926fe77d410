using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Endre.Domain.Hassles;
using Endre.Faults.Tests.Support;
using Endre.Testing;

namespace Endre.Faults.Tests;

/// <summary>Five hundred people say something in the same minute, and the program is killed while they do.</summary>
public sealed class SameMinuteTests
{
    private const int Writers = 500;

    [Theory, EachDatabase]
    public async Task Five_hundred_in_one_minute_are_all_there_once_also_when_it_is_killed_twice(DatabaseKind kind)
    {
        await using var database = await DemoDatabase.CopyAsync(kind);
        await using var endre = await EndreProcess.StartAsync(database);
        using var api = new HttpClient { BaseAddress = endre.Address, Timeout = TimeSpan.FromMinutes(2) };
        var before = await CountAsync(database);
        var place = endre.Said("place code");
        using var accepted = new SemaphoreSlim(0);
        var created = new ConcurrentBag<int>();
        var writing = Enumerable
            .Range(0, Writers)
            .Select(writer => SayAsync(api, endre, place, writer, accepted, created))
            .ToList();
        // In the midst of it, twice: most of what is under way then has no answer yet.
        foreach (var share in new[] { Writers / 5, Writers / 5 })
        {
            for (var more = share; more > 0; more--)
            {
                (await accepted.WaitAsync(TimeSpan.FromSeconds(120))).ShouldBeTrue("nothing is accepted");
            }
            await endre.KillAsync();
            await endre.StartAsync();
        }
        var said = await Task.WhenAll(writing);

        var rows = await Dump.RowsAsync(database);
        var stored = rows.Where(row => row.StartsWith("hassles:", StringComparison.Ordinal)).ToList();
        stored.Count.ShouldBe(before + Writers);
        said.ShouldAllBe(text => stored.Count(row => row.Contains(text, StringComparison.Ordinal)) == 1);
        rows.Count(row =>
                row.StartsWith("hassle_events:", StringComparison.Ordinal)
                && row.Contains("what=said", StringComparison.Ordinal)
            )
            .ShouldBe(stored.Count);
        // 201 was answered at most once for each; whoever lost it got 200 the next time.
        created.Count.ShouldBe(created.Distinct().Count());
    }

    private static async Task<int> CountAsync(TestDatabase database) =>
        (await Dump.RowsAsync(database)).Count(row => row.StartsWith("hassles:", StringComparison.Ordinal));

    // As the phone's outbox: the same id and the same code until there is an answer.
    private static async Task<string> SayAsync(
        HttpClient api,
        EndreProcess endre,
        string place,
        int writer,
        SemaphoreSlim accepted,
        ConcurrentBag<int> created
    )
    {
        var (id, claimCode, text) = (HassleId.New(), ClaimCode.New(), $"Plunder nummer {writer:D3}.");
        while (true)
        {
            try
            {
                using var answer = await api.PostAsJsonAsync(
                    "/api/v1/hassles",
                    new
                    {
                        id,
                        text,
                        claimCode,
                        placeCode = place,
                        speaker = "anonymous",
                    },
                    CancellationToken.None
                );
                if (answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
                {
                    await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
                    continue;
                }
                var body = await answer.Content.ReadAsStringAsync(CancellationToken.None);
                answer.IsSuccessStatusCode.ShouldBeTrue(body);
                body.ShouldContain(claimCode);
                if (answer.StatusCode == HttpStatusCode.Created)
                {
                    created.Add(writer);
                }
                accepted.Release();
                return text;
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                await endre.WhenUpAsync(CancellationToken.None);
            }
        }
    }
}
