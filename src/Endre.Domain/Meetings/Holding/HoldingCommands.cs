using System.Collections.Immutable;

namespace Endre.Domain.Meetings.Holding;

/// <summary>What somebody wants done with the agenda of a meeting, or while it goes on.</summary>
public abstract record HoldingCommand : MeetingCommand;

/// <summary>Lets the meeting begin: its agenda no longer makes itself.</summary>
/// <param name="ChairId">Who holds it.</param>
public sealed record BeginMeeting(Guid ChairId) : HoldingCommand
{
    /// <summary>The agenda as it is now, each matter with its minutes. What somebody put there meanwhile is taken along.</summary>
    public ImmutableArray<Matter> Agenda { get; init; } = [];
}

/// <summary>Ends the meeting.</summary>
public sealed record EndMeeting : HoldingCommand
{
    /// <summary>The matters in which «virket det?» still waits for an answer.</summary>
    public ImmutableArray<Guid> Unanswered { get; init; } = [];
}

/// <summary>Lets another hold it.</summary>
/// <param name="PersonId">Who.</param>
public sealed record HandOverChair(Guid PersonId) : HoldingCommand;

/// <summary>Says which live board the month's template runs on.</summary>
/// <param name="WorkshopId">The workshop.</param>
public sealed record AttachBoard(Guid WorkshopId) : HoldingCommand;

/// <summary>Says whether somebody came.</summary>
/// <param name="Id">The place at the table.</param>
/// <param name="Presence">Whether.</param>
public sealed record MarkPresence(Guid Id, Presence Presence) : HoldingCommand;

/// <summary>Says of all of whom nobody has said it that they came.</summary>
public sealed record MarkRestPresent : HoldingCommand;
