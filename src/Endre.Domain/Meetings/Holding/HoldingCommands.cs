namespace Endre.Domain.Meetings.Holding;

/// <summary>What somebody wants done with the agenda of a meeting, or while it goes on.</summary>
public abstract record HoldingCommand : MeetingCommand;

/// <summary>Lets the meeting begin.</summary>
/// <param name="ChairId">Who holds it.</param>
public sealed record BeginMeeting(Guid ChairId) : HoldingCommand;

/// <summary>Ends the meeting.</summary>
public sealed record EndMeeting : HoldingCommand;
