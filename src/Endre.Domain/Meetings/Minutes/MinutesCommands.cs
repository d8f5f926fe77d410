namespace Endre.Domain.Meetings.Minutes;

/// <summary>What somebody wants done with the minutes while they are a draft: it is done with the meeting itself.</summary>
public abstract record MinutesCommand : MeetingCommand;

/// <summary>Says whether a matter is open to the public, and if not, why.</summary>
/// <param name="MatterId">Which matter.</param>
/// <param name="Ground">A word of <see cref="AccessGrounds"/>, or null to follow the meeting.</param>
public sealed record MarkMatter(Guid MatterId, string? Ground) : MinutesCommand;

/// <summary>Locks the minutes: from then on they are what they are.</summary>
public sealed record LockMinutes : MinutesCommand;

/// <summary>Something that happened with the minutes while they were a draft.</summary>
public abstract record MinutesEvent : MeetingEvent;

/// <summary>A matter was marked.</summary>
/// <param name="MatterId">Which.</param>
/// <param name="Ground">As what; null to follow the meeting.</param>
public sealed record MatterMarked(Guid MatterId, string? Ground) : MinutesEvent;

/// <summary>The minutes were locked.</summary>
/// <param name="At">When (UTC).</param>
public sealed record MinutesLocked(DateTimeOffset At) : MinutesEvent;
