using Endre.Storage.Workshops;

namespace Endre.Storage.EventLog;

/// <summary>An event as it stands in its stream.</summary>
/// <param name="Sequence">Its place in the stream, from 1, without holes.</param>
/// <param name="At">When it happened, in whole milliseconds UTC.</param>
/// <param name="Kind">What happened, as a word: <c>note-written</c>.</param>
/// <param name="Audience">Who may see it; the log only keeps it.</param>
/// <param name="CommandId">The client-made id of the command it answers, or null.</param>
/// <param name="Payload">The rest, as the writer encoded it.</param>
public readonly record struct StoredEvent(
    long Sequence,
    DateTimeOffset At,
    string Kind,
    string Audience,
    Guid? CommandId,
    ReadOnlyMemory<byte> Payload
);

/// <summary>An event to be stored; the log gives it its sequence.</summary>
/// <param name="At">When it happened; stored in whole milliseconds, so round it before keeping it in memory.</param>
/// <param name="Kind">What happened, as a word.</param>
/// <param name="Audience">Who may see it.</param>
/// <param name="CommandId">The client-made id of the command it answers; unique in the stream when not null.</param>
/// <param name="Payload">The rest. Not copied: leave it alone until the append completes.</param>
public readonly record struct NewEvent(
    DateTimeOffset At,
    string Kind,
    string Audience,
    Guid? CommandId,
    ReadOnlyMemory<byte> Payload
);

/// <summary>What a decision stores, all of it or nothing.</summary>
/// <param name="Events">The events, in order; none when the decision was a refusal.</param>
/// <param name="Row">The workshop's row as it is after the events; its last sequence is filled in by the log.</param>
/// <param name="Erasing">What goes out of events that are stored already; only together with events.</param>
public sealed record Appending(IReadOnlyList<NewEvent> Events, WorkshopRow? Row = null, Erasing? Erasing = null)
{
    /// <summary>Stores nothing.</summary>
    public static Appending Nothing { get; } = new([]);
}

/// <summary>
/// Words that were taken back, and leave the events that are stored. Nothing else rewrites an event, and no event is ever
/// added, removed or moved by it.
/// </summary>
/// <param name="Where">Where in the stream they may stand.</param>
/// <param name="Without">Given a stored event, says what is to stand in place of its payload; null when it has none of it.</param>
/// <param name="IsUrgent">Whether they are to leave the files right away, as far as the database can.</param>
public sealed record Erasing(IReadOnlyList<EventSpan> Where, Func<StoredEvent, byte[]?> Without, bool IsUrgent);

/// <summary>A piece of a stream.</summary>
/// <param name="From">The first sequence, from 1.</param>
/// <param name="Until">The last sequence.</param>
public readonly record struct EventSpan(long From, long Until);
