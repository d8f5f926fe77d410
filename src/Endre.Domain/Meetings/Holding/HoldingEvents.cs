using System.Collections.Immutable;

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

/// <summary>Another holds it.</summary>
/// <param name="PersonId">Who.</param>
public sealed record ChairHandedOver(Guid PersonId) : HoldingEvent;

/// <summary>The month's template runs on a live board.</summary>
/// <param name="WorkshopId">The workshop.</param>
public sealed record BoardAttached(Guid WorkshopId) : HoldingEvent;

/// <summary>Somebody said who came.</summary>
/// <param name="Places">The places at the table of which it was said.</param>
/// <param name="Presence">Whether they came.</param>
public sealed record PresenceMarked(ImmutableArray<Guid> Places, Presence Presence) : HoldingEvent;

/// <summary>The matters stand in this order, and no others do.</summary>
/// <param name="Matters">All of them.</param>
public sealed record MattersArranged(ImmutableArray<Matter> Matters) : HoldingEvent;

/// <summary>Something was put on the agenda.</summary>
/// <param name="Matter">What.</param>
public sealed record MatterAdded(Matter Matter) : HoldingEvent;

/// <summary>Something was taken off the agenda.</summary>
/// <param name="MatterId">What.</param>
public sealed record MatterRemoved(Guid MatterId) : HoldingEvent;

/// <summary>A matter was taken up, or has another time; none, when all are through.</summary>
/// <param name="MatterId">Which; null for none.</param>
/// <param name="EndsAt">When its time is up (UTC); null for none.</param>
public sealed record MatterPicked(Guid? MatterId, DateTimeOffset? EndsAt) : HoldingEvent;

/// <summary>The meeting is through with a matter, or not after all.</summary>
/// <param name="MatterId">Which.</param>
/// <param name="IsTicked">Whether.</param>
public sealed record MatterTicked(Guid MatterId, bool IsTicked) : HoldingEvent;

/// <summary>What was said was written down.</summary>
/// <param name="MatterId">In which matter.</param>
/// <param name="Text">What.</param>
public sealed record MatterWritten(Guid MatterId, string Text) : HoldingEvent;

/// <summary>Something was decided.</summary>
/// <param name="Made">What.</param>
public sealed record DecisionMade(MeetingDecision Made) : HoldingEvent;

/// <summary>A decision was taken back.</summary>
/// <param name="Id">Which.</param>
public sealed record DecisionWithdrawn(Guid Id) : HoldingEvent;

/// <summary>An action item was made of a matter.</summary>
/// <param name="MatterId">Which matter.</param>
/// <param name="ActionItemId">The action item.</param>
public sealed record ActionItemNoted(Guid MatterId, Guid ActionItemId) : HoldingEvent;
