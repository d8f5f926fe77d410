using System.Net.Sockets;
using System.Text;
using Endre.Faults.Tests.Support;
using Endre.Testing;

namespace Endre.Faults.Tests;

/// <summary>Bad lines and bad readers.</summary>
public sealed class StreamTests
{
    private const int Notes = 400;

    [Theory]
    [EachDatabase]
    public async Task A_stream_cut_at_random_bytes_misses_nothing_and_repeats_nothing(DatabaseKind kind)
    {
        await using var database = await DemoDatabase.CopyAsync(kind);
        await using var endre = await EndreProcess.StartAsync(database);
        await using var proxy = new CuttingProxy(endre.Port, seed: 7, most: 8000);
        using var api = new Api(endre.Address);
        using var through = new Api(proxy.Address);
        var (workshop, code) = await api.CreateWorkshopAsync(endre.FacilitatorToken);
        var writer = await api.JoinAsync(code);
        var reader = await api.JoinAsync(code);
        var question = await api.StartWritingAsync(workshop, endre.FacilitatorToken);
        await api.RevealAsync(workshop, endre.FacilitatorToken);
        var first = (await api.StateAsync(workshop, reader)).GetProperty("sequence").GetInt64();
        using var stop = new CancellationTokenSource();
        var listener = new Listener(through, workshop, reader, first, endre.WhenUpAsync);
        var listening = listener.FollowAsync(stop.Token);

        var sequences = new List<long>();
        for (var i = 0; i < Notes; i++)
        {
            using var written = await api.WriteAsync(workshop, writer, Guid.CreateVersion7(), question, $"Čáhppe {i}");
            sequences.Add((await Api.ReadAsync(written)).GetProperty("sequence").GetInt64());
        }
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        (await listener.WaitForAsync(sequences[^1], patience.Token)).ShouldBeTrue("the listener did not catch up");
        await stop.CancelAsync();
        await listening;

        var notes = listener.Seen.Where(e => e.Kind == "note-written").ToArray();
        notes.Select(e => e.Sequence).ShouldBe(sequences);
        notes.ShouldAllBe(e => e.Data.Contains("Čáhppe", StringComparison.Ordinal));
        proxy.Cuts.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task A_reader_that_never_reads_does_not_hold_up_the_others()
    {
        await using var database = await DemoDatabase.CopyAsync(DatabaseKind.Sqlite);
        await using var endre = await EndreProcess.StartAsync(database);
        using var api = new Api(endre.Address);
        var (workshop, code) = await api.CreateWorkshopAsync(endre.FacilitatorToken);
        var writer = await api.JoinAsync(code);
        var question = await api.StartWritingAsync(workshop, endre.FacilitatorToken);
        await api.RevealAsync(workshop, endre.FacilitatorToken);
        var deaf = new List<Socket>();
        for (var i = 0; i < 20; i++)
        {
            deaf.Add(await OpenWithoutReadingAsync(endre.Port, workshop, await api.JoinAsync(code)));
        }
        using var stop = new CancellationTokenSource();
        var listener = new Listener(api, workshop, await api.JoinAsync(code), from: 0, endre.WhenUpAsync);
        var listening = listener.FollowAsync(stop.Token);

        // Far more than what fits in the buffers between the server and those who do not read.
        var text = string.Concat(Enumerable.Repeat("plunder og heft ", 31));
        var last = 0L;
        for (var i = 0; i < 3000; i++)
        {
            using var written = await api.WriteAsync(workshop, writer, Guid.CreateVersion7(), question, text);
            last = (await Api.ReadAsync(written)).GetProperty("sequence").GetInt64();
        }
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        (await listener.WaitForAsync(last, patience.Token)).ShouldBeTrue("the one who reads was held up");
        listener.Seen.Count(e => e.Kind == "note-written").ShouldBe(3000);
        await stop.CancelAsync();
        await listening;
        deaf.ForEach(s => s.Dispose());
    }

    private static async Task<Socket> OpenWithoutReadingAsync(int port, Guid workshop, string token)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync("127.0.0.1", port);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes(
                $"GET /api/v1/workshops/{workshop}/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\r\n"
            )
        );
        return socket;
    }
}
