using Microsoft.Extensions.Time.Testing;

namespace Endre.Testing;

/// <summary>
/// A clock that stands still until it is told to go. What comes again and again comes once for each time it is told to,
/// as on a machine that has slept: otherwise a round that rests three seconds would be called ten million times for a
/// year that passes in an instant, each time at the end of it.
/// </summary>
/// <param name="start">What it shows at first.</param>
public sealed class TestClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var again = new Again(callback, state);
        again.Begin(base.CreateTimer(again.Ring, state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        again.Change(dueTime, period);
        return again;
    }

    private sealed class Again(TimerCallback callback, object? state) : ITimer
    {
        private ITimer _once = null!;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public void Begin(ITimer once) => _once = once;

        public void Ring(object? nothing)
        {
            if (_period > TimeSpan.Zero)
            {
                _once.Change(_period, Timeout.InfiniteTimeSpan);
            }
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            return _once.Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public void Dispose() => _once.Dispose();

        public ValueTask DisposeAsync() => _once.DisposeAsync();
    }
}
