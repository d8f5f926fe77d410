using System.Collections.Immutable;

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
/// <param name="Reason">Why; may be empty.</param>
public sealed record MeetingCanceled(string Reason) : PlanningEvent;

/// <summary>It takes place after all.</summary>
public sealed record MeetingRestored : PlanningEvent;

/// <summary>Somebody was asked to it.</summary>
/// <param name="Attendance">Who, and as what.</param>
public sealed record PersonInvited(Attendance Attendance) : PlanningEvent;

/// <summary>Somebody was taken off again.</summary>
/// <param name="Id">The place at the table.</param>
public sealed record PersonDisinvited(Guid Id) : PlanningEvent;

/// <summary>Some were asked, or as something else than before, and some taken off, as the unit and its series have it.</summary>
/// <param name="Asked">The places that are new or changed.</param>
/// <param name="Off">The places that are gone.</param>
public sealed record PeopleAsked(ImmutableArray<Attendance> Asked, ImmutableArray<Guid> Off) : PlanningEvent;

/// <summary>Somebody said whether to come.</summary>
/// <param name="Id">The place at the table.</param>
/// <param name="Comes">Whether.</param>
public sealed record InvitationAnswered(Guid Id, bool Comes) : PlanningEvent;

/// <summary>It was said whether it is about the working environment, rosters, staffing or duties.</summary>
/// <param name="Concerns">Whether.</param>
public sealed record WorkConcernMarked(bool Concerns) : PlanningEvent;

/// <summary>It took over what its series is called and where that is.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Place">Where.</param>
/// <param name="VideoLink">The address of its video room.</param>
/// <param name="ConcernsWork">Whether the representatives are asked.</param>
public sealed record SeriesFollowed(string Title, string Place, string VideoLink, bool ConcernsWork) : PlanningEvent;
