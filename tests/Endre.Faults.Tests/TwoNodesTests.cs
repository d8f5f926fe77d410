using Endre.Faults.Tests.Support;
using Endre.Testing;

namespace Endre.Faults.Tests;

/// <summary>Two nodes on one PostgreSQL behind nginx, a workshop that runs, and kill -9 to each node in turn.</summary>
public sealed class TwoNodesTests
{
    private const int Phones = 10;
    private const int Notes = 200;

    [NginxFact(withPostgres: true)]
    public async Task A_node_that_is_killed_loses_nothing_and_everybody_goes_on()
    {
        await using var database = await DemoDatabase.CopyAsync(DatabaseKind.Postgres);
        await using var first = await EndreProcess.StartAsync(database);
        await using var second = await EndreProcess.StartAsync(database);
        await using var nginx = await Nginx.StartAsync(first.Port, second.Port);
        using var api = new Api(nginx.Client());
        var (workshop, code) = await api.CreateWorkshopAsync(second.FacilitatorToken);
        var tokens = await Task.WhenAll(Enumerable.Range(0, Phones).Select(_ => api.JoinAsync(code)));
        var question = await api.StartWritingAsync(workshop, second.FacilitatorToken);
        await api.RevealAsync(workshop, second.FacilitatorToken);
        var from = (await api.StateAsync(workshop, tokens[0])).GetProperty("sequence").GetInt64();

        using var stopWriting = new CancellationTokenSource();
        using var stopListening = new CancellationTokenSource();
        using var acceptances = new SemaphoreSlim(0);
        var writers = tokens
            .Select(token => new Writer(api, workshop, token, question, ABreathAsync, () => acceptances.Release()))
            .ToArray();
        var listeners = tokens.Select(token => new Listener(api, workshop, token, from, ABreathAsync)).ToArray();
        var listening = listeners.Select(l => l.FollowAsync(stopListening.Token)).ToArray();
        var writing = writers.Select(w => w.WriteAsync(stopWriting.Token)).ToArray();

        // The workshop is at one of them, so one of these kills hits it in the middle of notes.
        await AcceptedAsync(acceptances, Notes);
        await first.KillAsync();
        await AcceptedAsync(acceptances, Notes);
        await first.StartAsync();
        await AcceptedAsync(acceptances, Notes);
        await second.KillAsync();
        await AcceptedAsync(acceptances, Notes);
        await stopWriting.CancelAsync();
        await Task.WhenAll(writing);

        var state = await api.StateAsync(workshop, tokens[0]);
        var stored = state
            .GetProperty("notes")
            .EnumerateArray()
            .ToDictionary(n => n.GetProperty("id").GetGuid(), n => n.GetProperty("sequence").GetInt64());
        stored.ShouldBe(writers.SelectMany(w => w.Accepted).ToDictionary(a => a.Key, a => a.Value), ignoreOrder: true);
        var order = stored.Values.Order().ToArray();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        foreach (var (listener, follows) in listeners.Zip(listening))
        {
            follows.IsFaulted.ShouldBeFalse(follows.Exception?.ToString());
            (await listener.WaitForAsync(order[^1], patience.Token)).ShouldBeTrue("a listener did not catch up");
            listener.WasToldToRefresh.ShouldBeFalse();
            listener.Resumed.ShouldBeGreaterThan(0, "nobody was at the node that was killed");
            listener
                .Seen.Where(e => e.Kind == "note-written" && e.Sequence > from)
                .Select(e => e.Sequence)
                .ShouldBe(order, "everybody sees every note once, in one order");
        }
        await stopListening.CancelAsync();
        await Task.WhenAll(listening);
    }

    // A phone waits a little before it comes back; nothing here depends on how long.
    private static Task ABreathAsync(CancellationToken ct) => Task.Delay(TimeSpan.FromMilliseconds(50), ct);

    // So many more from now on: what was accepted while a node started says nothing of what came after.
    private static async Task AcceptedAsync(SemaphoreSlim acceptances, int count)
    {
        while (acceptances.Wait(0))
        {
            // Taken.
        }
        for (var i = 0; i < count; i++)
        {
            (await acceptances.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue("nothing is accepted");
        }
    }
}
