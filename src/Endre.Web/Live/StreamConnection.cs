using System.IO.Pipelines;

namespace Endre.Web.Live;

/// <summary>
/// One open stream. The pump sends it everything that waits in one write, since a write costs far more than a note. A
/// stream whose reader is slow is left alone until its last write has gone, and holds nobody up.
/// </summary>
/// <param name="feed">What it shows.</param>
/// <param name="position">Where in the feed it begins.</param>
/// <param name="writer">The response, already begun.</param>
public sealed class StreamConnection(Feed feed, long position, PipeWriter writer)
{
    private const int Free = 0;
    private const int Sending = 1;
    private const int Over = 2;

    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long position = position;
    private int seenProgress;
    private int state;
    private long sentAt = Environment.TickCount64;
    private byte[]? greeting;
    private volatile bool isEnding;

    /// <summary>Completes when nothing more will be written.</summary>
    public Task Ended => ended.Task;

    /// <summary>Milliseconds since something was last sent.</summary>
    public long Silence => Environment.TickCount64 - Volatile.Read(ref sentAt);

    /// <summary>Has a signal sent with the next write, so that both sides know that the line is alive.</summary>
    /// <param name="bytes">A whole signal.</param>
    public void Greet(byte[] bytes) => Volatile.Write(ref greeting, bytes);

    /// <summary>Ends the stream: the client went, or the server wants it to go elsewhere.</summary>
    public void End()
    {
        isEnding = true;
        if (!TryFinish())
        {
            writer.CancelPendingFlush();
        }
    }

    /// <summary>
    /// Sends what waits to this stream alone: it has just come, its reader has caught up, or it is greeted. Nobody else is
    /// asked whether there is something for them.
    /// </summary>
    public void Push()
    {
        // A round that came by meanwhile has left this stream alone, and so what it brought is sent here.
        while (Send() || IsBehind)
        {
            // Goes on until all has gone, or a write has to wait.
        }
    }

    private bool IsBehind =>
        Volatile.Read(ref state) == Free && feed.HasAfter(Volatile.Read(ref position), Volatile.Read(ref seenProgress));

    /// <summary>Sends what waits, once. Called by the pump.</summary>
    /// <returns>True when there is more to send right away.</returns>
    public bool Send()
    {
        if (Interlocked.CompareExchange(ref state, Sending, Free) != Free)
        {
            return false;
        }
        var hello = Interlocked.Exchange(ref greeting, value: null);
        if (feed.After(position, seenProgress) is { } parcel)
        {
            (position, seenProgress) = (parcel.Until, parcel.Progress);
            return Write(hello is null ? parcel.Bytes : [.. hello, .. parcel.Bytes]) && position < feed.Written;
        }
        if (hello is not null)
        {
            Write(hello);
            return false;
        }
        Release();
        return false;
    }

    private bool Write(byte[] bytes)
    {
        Volatile.Write(ref sentAt, Environment.TickCount64);
        try
        {
            var flush = writer.WriteAsync(bytes, CancellationToken.None);
            if (!flush.IsCompletedSuccessfully)
            {
                _ = WaitAsync(flush);
                return false;
            }
            EndIf(flush.Result.IsCompleted);
        }
        catch (Exception)
        {
            // The line broke under the write: its client comes back with the last sequence it has.
            isEnding = true;
        }
        Release();
        return !isEnding;
    }

    private async Task WaitAsync(ValueTask<FlushResult> flush)
    {
        try
        {
            EndIf((await flush).IsCompleted);
        }
        catch (Exception)
        {
            isEnding = true;
        }
        Release();
        Push();
    }

    // Never set back: the server may end it while a write is under way.
    private void EndIf(bool isGone)
    {
        if (isGone)
        {
            isEnding = true;
        }
    }

    private void Release()
    {
        Interlocked.Exchange(ref state, Free);
        if (isEnding)
        {
            TryFinish();
        }
    }

    private bool TryFinish()
    {
        if (Interlocked.CompareExchange(ref state, Over, Free) != Free)
        {
            return false;
        }
        ended.TrySetResult();
        return true;
    }
}
