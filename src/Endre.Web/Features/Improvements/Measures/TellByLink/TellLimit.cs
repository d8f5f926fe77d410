namespace Endre.Web.Features.Improvements.Measures.TellByLink;

/// <summary>
/// How many numbers the link of one measure takes in a while: more than people count, fewer than a program that found the
/// code on the wall would send. It is counted by measure, in memory, and looks at nobody's address.
/// </summary>
internal sealed class TellLimit(TimeProvider time)
{
    internal const int Most = 60;

    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Dictionary<Guid, Queue<DateTimeOffset>> _told = [];
    private readonly Lock _lock = new();

    /// <summary>Takes one more, or says how long to wait.</summary>
    public bool Lets(Guid measureId, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (!_told.TryGetValue(measureId, out var told))
            {
                Forget(now);
                told = _told[measureId] = [];
            }
            while (told.TryPeek(out var oldest) && oldest + Window <= now)
            {
                told.Dequeue();
            }
            if (told.Count >= Most)
            {
                wait = told.Peek() + Window - now;
                return false;
            }
            told.Enqueue(now);
            return true;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (measure, told) in _told)
        {
            if (told.Count == 0 || told.Last() + Window <= now)
            {
                _told.Remove(measure);
            }
        }
    }
}
