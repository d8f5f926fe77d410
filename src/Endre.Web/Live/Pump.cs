namespace Endre.Web.Live;

/// <summary>
/// Sends what waits to the streams of one workshop, round after round, on one thread at a time. A thread for each stream
/// would queue a thousand pieces of work in front of the next person's note; here that note is answered beside the
/// round, and whatever was written meanwhile goes out together in the next.
/// </summary>
/// <param name="round">Sends once to every stream; true when there is more for some of them.</param>
internal sealed class Pump(Func<bool> round) : IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Running = 1;
    private const int Wanted = 2;

    private int state;

    /// <summary>Says that there may be something to send. Never waits.</summary>
    public void Signal()
    {
        if (Interlocked.Exchange(ref state, Wanted) == Idle)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        Interlocked.Exchange(ref state, Running);
        var hasMore = round();
        if (hasMore || Interlocked.CompareExchange(ref state, Idle, Running) != Running)
        {
            // Behind those who wait to be served, not before them.
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
