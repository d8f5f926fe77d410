namespace Endre.Domain.Workshops;

/// <summary>Something that happened in a workshop. Its kind in the log is its name: <c>NoteWritten</c> → <c>note-written</c>.</summary>
public abstract record WorkshopEvent;

/// <summary>Something that somebody wants to happen in a workshop.</summary>
public abstract record WorkshopCommand;

/// <summary>An event with its place in the workshop's order.</summary>
/// <param name="Sequence">1, 2, 3 … without gaps.</param>
/// <param name="At">When it was accepted (UTC). Rounded down to the minute for what somebody says, so that time names nobody.</param>
/// <param name="Event">What happened.</param>
public readonly record struct Recorded(long Sequence, DateTimeOffset At, WorkshopEvent Event);
