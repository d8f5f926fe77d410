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
public sealed record Appending(IReadOnlyList<NewEvent> Events, WorkshopRow? Row = null)
{
    /// <summary>Stores nothing.</summary>
    public static Appending Nothing { get; } = new([]);
}
