using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Tasks.Sources;

namespace Endre.Web.Live;

/// <summary>
/// One open stream. It sleeps until there is something to show, and then sends everything that waits in one write: a
/// write costs far more than a note.
/// </summary>
/// <param name="feed">What it shows.</param>
/// <param name="position">Where in the feed it begins.</param>
/// <param name="writer">The response.</param>
public sealed class StreamConnection(Feed feed, long position, PipeWriter writer) : IValueTaskSource
{
    private const int MostBytesAtOnce = 256 * 1024;
    private const int Idle = 0;
    private const int Waiting = 1;
    private const int Woken = 2;

    private ManualResetValueTaskSourceCore<bool> waiter = new() { RunContinuationsAsynchronously = true };
    private long position = position;
    private int state;
    private long sentAt = Environment.TickCount64;
    private byte[]? hello;

    /// <summary>Milliseconds since something was last sent.</summary>
    public long Silence => Environment.TickCount64 - Volatile.Read(ref sentAt);

    /// <summary>Says that there may be something to send.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref state, Woken) == Waiting)
        {
            waiter.SetResult(true);
        }
    }

    /// <summary>Sends a signal at the next chance, so that both sides know that the line is alive.</summary>
    /// <param name="bytes">A whole signal.</param>
    public void Greet(byte[] bytes)
    {
        Volatile.Write(ref hello, bytes);
        Wake();
    }

    /// <summary>Sends until the client goes, or the server wants it to go elsewhere.</summary>
    /// <param name="tip">Gives the workshop's last sequence, for a client that has fallen too far behind.</param>
    /// <param name="end">Ends the stream.</param>
    public async Task RunAsync(Func<long> tip, CancellationToken end)
    {
        await using var registration = end.UnsafeRegister(static o => ((StreamConnection)o!).Wake(), this);
        var seenProgress = 0;
        while (!end.IsCancellationRequested)
        {
            Interlocked.Exchange(ref state, Idle);
            var bytes = Fill(tip) + FillSignals(ref seenProgress);
            if (bytes > 0)
            {
                Volatile.Write(ref sentAt, Environment.TickCount64);
                var flushed = await writer.FlushAsync(end);
                if (flushed.IsCompleted)
                {
                    return;
                }
                continue;
            }
            await WaitAsync();
        }
    }

    private int Fill(Func<long> tip)
    {
        var until = feed.Written;
        var bytes = 0;
        while (position < until && bytes < MostBytesAtOnce)
        {
            if (feed.At(position) is not { } frame)
            {
                // Overwritten while this reader slept: it fetches again instead of being sent what it cannot follow.
                bytes += Put(Frame.Refresh(tip()).Bytes);
                position = until;
                break;
            }
            bytes += Put(frame.Bytes);
            position++;
        }
        return bytes;
    }

    private int FillSignals(ref int seenProgress)
    {
        var bytes = 0;
        if (Interlocked.Exchange(ref hello, value: null) is { } greeting)
        {
            bytes += Put(greeting);
        }
        var (progress, version) = feed.Progress;
        if (version != seenProgress && progress is not null)
        {
            seenProgress = version;
            bytes += Put(progress);
        }
        return bytes;
    }

    private int Put(byte[] bytes)
    {
        writer.Write(bytes);
        return bytes.Length;
    }

    private ValueTask WaitAsync()
    {
        waiter.Reset();
        return Interlocked.CompareExchange(ref state, Waiting, Idle) == Idle
            ? new ValueTask(this, waiter.Version)
            : ValueTask.CompletedTask;
    }

    void IValueTaskSource.GetResult(short token) => waiter.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => waiter.GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => waiter.OnCompleted(continuation, state, token, flags);
}
