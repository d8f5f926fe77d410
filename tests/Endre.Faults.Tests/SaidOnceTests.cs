using System.Net.Http.Json;
using Endre.Domain.Hassles;
using Endre.Faults.Tests.Support;
using Endre.Testing;

namespace Endre.Faults.Tests;

/// <summary>What somebody has said is there once, also when the program was killed before it could say so.</summary>
public sealed class SaidOnceTests
{
    private const int Kills = 5;
    private const int Writers = 8;

    [Theory, EachDatabase]
    public async Task Kills_in_the_middle_of_voices_lose_none_and_double_none(DatabaseKind kind)
    {
        await using var database = await DemoDatabase.CopyAsync(kind);
        await using var endre = await EndreProcess.StartAsync(database);
        using var api = new HttpClient { BaseAddress = endre.Address };
        var demo = await CountAsync(database);
        using var accepted = new SemaphoreSlim(0);
        using var stop = new CancellationTokenSource();
        var place = endre.Said("place code");
        var writing = Enumerable
            .Range(0, Writers)
            .Select(i => WriteAsync(api, endre, place, i, accepted, stop.Token))
            .ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            for (var more = 10; more > 0; more--)
            {
                (await accepted.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue("nothing is accepted");
            }
            await endre.KillAsync();
            await endre.StartAsync();
        }
        await stop.CancelAsync();
        var said = (await Task.WhenAll(writing)).SelectMany(texts => texts).ToList();

        var rows = await Dump.RowsAsync(database);
        var stored = rows.Where(row => row.StartsWith("hassles:", StringComparison.Ordinal)).ToList();
        stored.Count.ShouldBe(demo + said.Count);
        said.ShouldAllBe(text => stored.Count(row => row.Contains(text, StringComparison.Ordinal)) == 1);
        rows.Count(row =>
                row.StartsWith("hassle_events:", StringComparison.Ordinal)
                && row.Contains("what=said", StringComparison.Ordinal)
            )
            .ShouldBe(stored.Count);
    }

    private static async Task<int> CountAsync(TestDatabase database) =>
        (await Dump.RowsAsync(database)).Count(row => row.StartsWith("hassles:", StringComparison.Ordinal));

    // Never gives up on a voice: the same id again until it is answered, and the code it made itself each time.
    private static async Task<List<string>> WriteAsync(
        HttpClient api,
        EndreProcess endre,
        string place,
        int writer,
        SemaphoreSlim accepted,
        CancellationToken stop
    )
    {
        var said = new List<string>();
        while (!stop.IsCancellationRequested)
        {
            var id = writer % 2 == 0 ? Guid.CreateVersion7() : HassleId.New();
            var (text, claimCode) = ($"Stemme {writer}-{said.Count}.", ClaimCode.New());
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
                    answer.IsSuccessStatusCode.ShouldBeTrue(
                        await answer.Content.ReadAsStringAsync(CancellationToken.None)
                    );
                    (await answer.Content.ReadAsStringAsync(CancellationToken.None)).ShouldContain(claimCode);
                    break;
                }
                catch (Exception gone) when (gone is HttpRequestException or IOException)
                {
                    await endre.WhenUpAsync(CancellationToken.None);
                }
            }
            said.Add(text);
            accepted.Release();
        }
        return said;
    }
}
