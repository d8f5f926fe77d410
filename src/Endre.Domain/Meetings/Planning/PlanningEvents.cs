namespace Endre.Domain.Meetings.Planning;

/// <summary>Something that happened with when, where and with whom a meeting is.</summary>
public abstract record PlanningEvent : MeetingEvent;

/// <summary>It was planned.</summary>
/// <param name="Meeting">As it begins.</param>
public sealed record MeetingPlanned(Meeting Meeting) : PlanningEvent;

/// <summary>It got another time or place.</summary>
/// <param name="StartsAt">When it begins (UTC).</param>
/// <param name="Minutes">How long, in minutes.</param>
/// <param name="Place">Where; may be empty.</param>
/// <param name="VideoLink">The address of its video room; may be empty.</param>
public sealed record MeetingMoved(DateTimeOffset StartsAt, int Minutes, string Place, string VideoLink) : PlanningEvent;

/// <summary>It was called off.</summary>
public sealed record MeetingCanceled : PlanningEvent;

/// <summary>It takes place after all.</summary>
public sealed record MeetingRestored : PlanningEvent;

/// <summary>Somebody was asked to it.</summary>
/// <param name="Attendance">Who, and as what.</param>
public sealed record PersonInvited(Attendance Attendance) : PlanningEvent;

/// <summary>Somebody was taken off again.</summary>
/// <param name="Id">The place at the table.</param>
public sealed record PersonDisinvited(Guid Id) : PlanningEvent;
