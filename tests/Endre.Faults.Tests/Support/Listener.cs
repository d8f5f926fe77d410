using System.Globalization;
using System.Net.Sockets;

namespace Endre.Faults.Tests.Support;

/// <summary>A phone that follows: whenever its stream ends it comes back with the last sequence it has.</summary>
internal sealed class Listener(Api api, Guid workshop, string token, long from, Func<CancellationToken, Task> whenUp)
{
    private readonly List<(long Sequence, string Kind, string Data)> seen = [];
    private readonly Lock writing = new();
    private readonly SemaphoreSlim news = new(0);
    private long after = from;

    public int Resumed { get; private set; }

    /// <summary>How often the stream was ended by the server and not cut.</summary>
    public int EndedInPeace { get; private set; }

    public bool WasToldToRefresh { get; private set; }

    public (long Sequence, string Kind, string Data)[] Seen
    {
        get
        {
            lock (writing)
            {
                return [.. seen];
            }
        }
    }

    public async Task FollowAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var stream = await api.FollowAsync(workshop, token, after, stop);
                await ReadAsync(stream, stop);
                EndedInPeace++;
            }
            catch (Exception gone)
                when (gone is IOException or HttpRequestException or SocketException or OperationCanceledException)
            {
                // The line went dead, as lines do; one that dies while it is opened says so without a wrapping.
            }
            Resumed++;
            await whenUp(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Waits until it has the event with this sequence.</summary>
    public async Task<bool> WaitForAsync(long sequence, CancellationToken ct)
    {
        while (Volatile.Read(ref after) < sequence)
        {
            var next = news.WaitAsync(ct);
            await next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ct.IsCancellationRequested)
            {
                break;
            }
        }
        return Volatile.Read(ref after) >= sequence;
    }

    private async Task ReadAsync(Stream stream, CancellationToken stop)
    {
        using var reader = new StreamReader(stream);
        var (id, kind, data) = (0L, "", "");
        while (await reader.ReadLineAsync(stop) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = long.Parse(line[4..], CultureInfo.InvariantCulture);
            }
            else if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                kind = line[7..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                data = line[6..];
            }
            else if (line.Length == 0)
            {
                Take(id, kind, data);
                (id, kind, data) = (0, "", "");
            }
        }
    }

    // Only a whole event counts, so a stream cut in the middle of one is asked for it again.
    private void Take(long id, string kind, string data)
    {
        if (id == 0)
        {
            return;
        }
        WasToldToRefresh |= kind == "refresh";
        lock (writing)
        {
            seen.Add((id, kind, data));
        }
        Volatile.Write(ref after, id);
        news.Release();
    }
}
