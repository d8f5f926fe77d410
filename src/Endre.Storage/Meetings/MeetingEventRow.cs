using Endre.Domain.Meetings;

namespace Endre.Storage.Meetings;

/// <summary>One entry in the history of a meeting: what was done, by whom and when.</summary>
public sealed class MeetingEventRow
{
    /// <summary>The longest word of what was done.</summary>
    public const int MaxWordLength = 40;

    /// <summary>Which meeting.</summary>
    public required Guid MeetingId { get; init; }

    /// <summary>Its place in the history, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What happened, as a word: <c>meeting-planned</c>, <c>meeting-moved</c> …</summary>
    public required string What { get; init; }

    /// <summary>When the meeting begins from then on; null where that did not change.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Who did it; null when the person's account is gone.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The entry of an event.</summary>
    /// <param name="id">Which meeting.</param>
    /// <param name="number">Its place in the history, from 1.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="startsAt">When the meeting begins from then on; null where that did not change.</param>
    /// <param name="hand">Who did it, and when.</param>
    public static MeetingEventRow Of(
        Guid id,
        int number,
        MeetingEvent happened,
        DateTimeOffset? startsAt,
        MeetingRecords.Hand hand
    )
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(hand);
        return new MeetingEventRow
        {
            MeetingId = id,
            Number = number,
            What = StoredWord.OfEvent(happened.GetType()),
            StartsAt = startsAt,
            PersonId = hand.PersonId,
            At = hand.At,
        };
    }
}
