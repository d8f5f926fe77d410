using Endre.Faults.Tests.Support;
using Endre.Testing;

namespace Endre.Faults.Tests;

/// <summary>A node that is asked to stop while a workshop goes on: its people go on at another one.</summary>
public sealed class HandOverTests
{
    private const int Writers = 10;
    private const int NotesBefore = 200;
    private const int NotesAfter = 400;

    [PostgresFact]
    public async Task Streams_end_in_peace_and_everybody_goes_on_at_the_other_node_without_loss()
    {
        await using var database = await DemoDatabase.CopyAsync(DatabaseKind.Postgres);
        await using var first = await EndreProcess.StartAsync(database);
        await using var second = await EndreProcess.StartAsync(database);
        await using var door = new FrontDoor(first.Port, second.Port);
        using var api = new Api(door.Address);
        using var other = new Api(second.Address);
        var (workshop, code) = await api.CreateWorkshopAsync(second.FacilitatorToken);
        var tokens = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => api.JoinAsync(code)));
        var question = await api.StartWritingAsync(workshop, second.FacilitatorToken);
        await api.RevealAsync(workshop, second.FacilitatorToken);
        var from = (await api.StateAsync(workshop, tokens[0])).GetProperty("sequence").GetInt64();

        using var stopWriting = new CancellationTokenSource();
        using var stopListening = new CancellationTokenSource();
        using var acceptances = new SemaphoreSlim(0);
        var writers = tokens
            .Select(token => new Writer(api, workshop, token, question, GoOnAtOnce, () => acceptances.Release()))
            .ToArray();
        var listeners = tokens.Select(token => new Listener(api, workshop, token, from, GoOnAtOnce)).ToArray();
        var listening = listeners.Select(l => l.FollowAsync(stopListening.Token)).ToArray();
        var writing = writers.Select(w => w.WriteAsync(stopWriting.Token)).ToArray();
        await AcceptedAsync(acceptances, NotesBefore);

        (await first.TerminateAsync().WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe(0);
        await AcceptedAsync(acceptances, NotesAfter);
        await stopWriting.CancelAsync();
        await Task.WhenAll(writing);

        var state = await other.StateAsync(workshop, tokens[0]);
        var stored = state
            .GetProperty("notes")
            .EnumerateArray()
            .ToDictionary(n => n.GetProperty("id").GetGuid(), n => n.GetProperty("sequence").GetInt64());
        stored.ShouldBe(writers.SelectMany(w => w.Accepted).ToDictionary(a => a.Key, a => a.Value), ignoreOrder: true);

        var order = stored.Values.Order().ToArray();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        foreach (var listener in listeners)
        {
            (await listener.WaitForAsync(order[^1], patience.Token)).ShouldBeTrue("a listener did not catch up");
            listener.EndedInPeace.ShouldBeGreaterThan(0, "the stream was cut");
            listener.WasToldToRefresh.ShouldBeFalse();
            listener
                .Seen.Where(e => e.Kind == "note-written" && e.Sequence > from)
                .Select(e => e.Sequence)
                .ShouldBe(order, "everybody sees every note once, in one order");
        }
        await stopListening.CancelAsync();
        await Task.WhenAll(listening);
    }

    private static Task GoOnAtOnce(CancellationToken ct) => Task.CompletedTask;

    private static async Task AcceptedAsync(SemaphoreSlim acceptances, int count)
    {
        for (var i = 0; i < count; i++)
        {
            (await acceptances.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue("nothing is accepted");
        }
    }
}
