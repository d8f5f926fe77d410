namespace Endre.Domain.Meetings.Planning;

/// <summary>What somebody wants done with when, where and with whom a meeting is.</summary>
public abstract record PlanningCommand : MeetingCommand;

/// <summary>Plans a meeting. The same id again is the same one.</summary>
/// <param name="Id">The id it shall have.</param>
/// <param name="UnitId">The unit that meets.</param>
/// <param name="Series">The series it is one of, and when that has it begin; null for a meeting alone.</param>
/// <param name="Title">What it is called.</param>
/// <param name="StartsAt">When it begins (UTC).</param>
/// <param name="Minutes">How long it is meant to last, in minutes.</param>
/// <param name="Place">Where; may be empty.</param>
/// <param name="VideoLink">The address of its video room; may be empty.</param>
public sealed record PlanMeeting(
    Guid Id,
    Guid UnitId,
    SeriesSlot? Series,
    string? Title,
    DateTimeOffset? StartsAt,
    int? Minutes,
    string? Place,
    string? VideoLink
)
{
    /// <summary>Whether the representatives are asked to it.</summary>
    public bool ConcernsWork { get; init; }
}

/// <summary>One time of a series.</summary>
/// <param name="SeriesId">Which series.</param>
/// <param name="At">When the series has it begin (UTC).</param>
public sealed record SeriesSlot(Guid SeriesId, DateTimeOffset At);

/// <summary>Gives a planned meeting another time or place.</summary>
/// <param name="StartsAt">When it begins (UTC).</param>
/// <param name="Minutes">How long, in minutes.</param>
/// <param name="Place">Where; may be empty.</param>
/// <param name="VideoLink">The address of its video room; may be empty.</param>
public sealed record MoveMeeting(DateTimeOffset? StartsAt, int? Minutes, string? Place, string? VideoLink)
    : PlanningCommand;

/// <summary>Calls a planned meeting off. Nothing that stands on its agenda is lost.</summary>
/// <param name="Reason">Why; may be empty.</param>
public sealed record CancelMeeting(string? Reason = null) : PlanningCommand;

/// <summary>Lets a meeting that was called off take place after all.</summary>
public sealed record RestoreMeeting : PlanningCommand;

/// <summary>Asks somebody to a meeting, once.</summary>
/// <param name="Id">The id of the place at the table.</param>
/// <param name="PersonId">Who; null for somebody without an account.</param>
/// <param name="Name">The name of somebody without an account.</param>
/// <param name="Role">As what.</param>
public sealed record Invite(Guid Id, Guid? PersonId, string? Name, AttendeeRole Role) : PlanningCommand
{
    /// <summary>The address of somebody without an account; may be empty.</summary>
    public string? Email { get; init; }
}

/// <summary>Takes somebody off again.</summary>
/// <param name="Id">The place at the table.</param>
public sealed record Disinvite(Guid Id) : PlanningCommand;

/// <summary>
/// Asks those who shall be asked and takes off those who no longer are. Guests who were asked to this meeting alone stay.
/// </summary>
/// <param name="Wanted">Who shall be asked, each once.</param>
/// <param name="Former">Guests who shall be asked no more.</param>
public sealed record AskPeople(IReadOnlyList<Attendance> Wanted, IReadOnlyList<Attendance> Former) : PlanningCommand;

/// <summary>Says for oneself whether one comes.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Comes">Whether.</param>
public sealed record AnswerInvitation(Guid PersonId, bool Comes) : PlanningCommand;

/// <summary>Says whether it is about the working environment, rosters, staffing or duties.</summary>
/// <param name="Concerns">Whether.</param>
public sealed record MarkConcernsWork(bool Concerns) : PlanningCommand;

/// <summary>Takes over what its series is called now, and where it is.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Place">Where.</param>
/// <param name="VideoLink">The address of its video room.</param>
/// <param name="ConcernsWork">Whether the representatives are asked.</param>
public sealed record FollowSeries(string Title, string Place, string VideoLink, bool ConcernsWork) : PlanningCommand;
