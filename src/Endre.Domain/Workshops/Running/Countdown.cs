namespace Endre.Domain.Workshops.Running;

/// <summary>A clock that counts down to an absolute instant. Passing it ends nothing: only the facilitator moves on.</summary>
/// <param name="EndsAt">When it reaches zero (UTC), or null when paused or without a clock.</param>
/// <param name="Left">What was left when it was paused (may be negative), or null when it runs.</param>
public sealed record Countdown(DateTimeOffset? EndsAt, TimeSpan? Left)
{
    /// <summary>No clock.</summary>
    public static readonly Countdown None = new(EndsAt: null, Left: null);

    /// <summary>Whether it is paused.</summary>
    public bool IsPaused => Left is not null;

    /// <summary>Whether there is a clock at all.</summary>
    public bool IsSet => EndsAt is not null || Left is not null;

    /// <summary>A clock of so many minutes from now; none for 0.</summary>
    /// <param name="minutes">0–240.</param>
    /// <param name="now">The instant it starts (UTC).</param>
    public static Countdown Start(int minutes, DateTimeOffset now) =>
        minutes == 0 ? None : new Countdown(now.AddMinutes(minutes), Left: null);

    /// <summary>The same clock, stopped.</summary>
    /// <param name="now">The instant it stops (UTC).</param>
    public Countdown Pause(DateTimeOffset now) => EndsAt is { } end ? new Countdown(EndsAt: null, end - now) : this;

    /// <summary>The same clock, running again.</summary>
    /// <param name="now">The instant it goes on (UTC).</param>
    public Countdown Resume(DateTimeOffset now) => Left is { } left ? new Countdown(now + left, Left: null) : this;

    /// <summary>
    /// The same clock with more time (or less). A clock that has run out gets the time from now: two more minutes are two
    /// minutes.
    /// </summary>
    /// <param name="more">How much more.</param>
    /// <param name="now">Now (UTC).</param>
    public Countdown Add(TimeSpan more, DateTimeOffset now) =>
        (EndsAt, Left) switch
        {
            ({ } end, _) => new Countdown((end < now && more > TimeSpan.Zero ? now : end) + more, Left: null),
            (_, { } left) => new Countdown(
                EndsAt: null,
                (left < TimeSpan.Zero && more > TimeSpan.Zero ? TimeSpan.Zero : left) + more
            ),
            _ => new Countdown(now + more, Left: null),
        };
}
