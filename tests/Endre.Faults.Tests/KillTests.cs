using Endre.Faults.Tests.Support;
using Endre.Testing;

namespace Endre.Faults.Tests;

/// <summary>Nothing that got a 2xx is lost, nothing is doubled, and everybody sees one order (design §5, §10).</summary>
public sealed class KillTests
{
    private const int Kills = 50;
    private const int Writers = 50;

    [Theory]
    [EachDatabase]
    public async Task Fifty_kills_in_the_middle_of_notes_lose_none_and_double_none(DatabaseKind kind)
    {
        await using var database = await DemoDatabase.CopyAsync(kind);
        await using var endre = await EndreProcess.StartAsync(database);
        using var api = new Api(endre.Address);
        var facilitator = endre.FacilitatorToken;
        var (workshop, code) = await api.CreateWorkshopAsync(facilitator);
        var tokens = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => api.JoinAsync(code)));
        var question = await api.StartWritingAsync(workshop, facilitator);
        await api.RevealAsync(workshop, facilitator);
        var first = (await api.StateAsync(workshop, tokens[0])).GetProperty("sequence").GetInt64();

        using var stopWriting = new CancellationTokenSource();
        using var stopListening = new CancellationTokenSource();
        using var acceptances = new SemaphoreSlim(0);
        var writers = tokens
            .Select(token => new Writer(api, workshop, token, question, endre.WhenUpAsync, () => acceptances.Release()))
            .ToArray();
        var listeners = tokens.Select(token => new Listener(api, workshop, token, first, endre.WhenUpAsync)).ToArray();
        var listening = listeners.Select(l => l.FollowAsync(stopListening.Token)).ToArray();
        var writing = writers.Select(w => w.WriteAsync(stopWriting.Token)).ToArray();
        var random = new Random(20261124);
        for (var kill = 0; kill < Kills; kill++)
        {
            for (var more = random.Next(1, 120); more > 0 || !writers.Any(w => w.IsWaiting); more--)
            {
                (await acceptances.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue("nothing is accepted");
            }
            await endre.KillAsync();
            writers.Count(w => w.IsWaiting).ShouldBeGreaterThan(0);
            await endre.StartAsync();
        }
        await stopWriting.CancelAsync();
        await Task.WhenAll(writing);

        var state = await api.StateAsync(workshop, tokens[0]);
        var stored = state
            .GetProperty("notes")
            .EnumerateArray()
            .ToDictionary(n => n.GetProperty("id").GetGuid(), n => n.GetProperty("sequence").GetInt64());
        var accepted = writers.SelectMany(w => w.Accepted).ToDictionary(a => a.Key, a => a.Value);
        stored.Keys.Except(accepted.Keys).ShouldBeEmpty("a note stands there that nobody was told of");
        accepted.Keys.Except(stored.Keys).ShouldBeEmpty("an accepted note is lost");
        stored.ShouldBe(accepted, ignoreOrder: true);
        stored.Values.Distinct().Count().ShouldBe(stored.Count);

        var tip = state.GetProperty("sequence").GetInt64();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        foreach (var (listener, life) in listeners.Zip(listening))
        {
            var hasCaughtUp = await listener.WaitForAsync(tip, patience.Token);
            hasCaughtUp.ShouldBeTrue($"a listener did not catch up: {life.Exception?.InnerException?.Message}");
        }
        await stopListening.CancelAsync();
        await Task.WhenAll(listening);
        var order = stored.Values.Order().ToArray();
        foreach (var listener in listeners)
        {
            listener.WasToldToRefresh.ShouldBeFalse();
            listener.Resumed.ShouldBeGreaterThanOrEqualTo(Kills);
            listener
                .Seen.Where(e => e.Kind == "note-written" && e.Sequence > first)
                .Select(e => e.Sequence)
                .ShouldBe(order, "everybody sees every note once, in one order");
        }
    }
}
