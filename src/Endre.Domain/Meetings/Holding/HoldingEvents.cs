namespace Endre.Domain.Meetings.Holding;

/// <summary>Something that happened with the agenda of a meeting, or while it went on.</summary>
public abstract record HoldingEvent : MeetingEvent;

/// <summary>It began.</summary>
/// <param name="ChairId">Who holds it.</param>
/// <param name="At">When (UTC).</param>
public sealed record MeetingBegun(Guid ChairId, DateTimeOffset At) : HoldingEvent;

/// <summary>It ended.</summary>
/// <param name="At">When (UTC).</param>
public sealed record MeetingEnded(DateTimeOffset At) : HoldingEvent;
