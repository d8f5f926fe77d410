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

/// <summary>Says which representatives a matter needs, and asks them to the meeting.</summary>
/// <param name="Id">Which matter.</param>
/// <param name="Union">Whether the union representative is to be there.</param>
/// <param name="Safety">Whether the safety representative is.</param>
public sealed record AskForRepresentatives(Guid Id, bool Union, bool Safety) : HoldingCommand
{
    /// <summary>The whole agenda, as it is before the meeting begins.</summary>
    public ImmutableArray<Matter> Agenda { get; init; } = [];

    /// <summary>Those of the unit, by person.</summary>
    public IReadOnlyDictionary<Guid, AttendeeRole> Representatives { get; init; } =
        ImmutableDictionary<Guid, AttendeeRole>.Empty;

    /// <summary>Who is asked whatever stands on the agenda, and is not taken off again.</summary>
    public IReadOnlySet<Guid> Colleagues { get; init; } = ImmutableHashSet<Guid>.Empty;
}

/// <summary>Says whether somebody came.</summary>
/// <param name="Id">The place at the table.</param>
/// <param name="Presence">Whether.</param>
public sealed record MarkPresence(Guid Id, Presence Presence) : HoldingCommand;

/// <summary>Says of all of whom nobody has said it that they came.</summary>
public sealed record MarkRestPresent : HoldingCommand;
