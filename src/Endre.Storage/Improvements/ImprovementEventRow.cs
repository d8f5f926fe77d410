using Endre.Domain.Improvements;

namespace Endre.Storage.Improvements;

/// <summary>One entry in the history of an improvement: what was done, by whom and when. It holds no words that anybody wrote.</summary>
public sealed class ImprovementEventRow
{
    /// <summary>The longest word of what was done.</summary>
    public const int MaxWordLength = 40;

    /// <summary>Which improvement.</summary>
    public required Guid ImprovementId { get; init; }

    /// <summary>Its place in the history, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What happened, as a word: <c>improvement-started</c> …</summary>
    public required string What { get; init; }

    /// <summary>The cycle that was current after it, from 1.</summary>
    public required int Cycle { get; init; }

    /// <summary>Who answered for it after it; null when nobody did.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Who did it; null when the person's account is gone.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The entry of an event.</summary>
    /// <param name="number">Its place in the history, from 1.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="after">The improvement after it.</param>
    /// <param name="hand">Who did it, and when.</param>
    public static ImprovementEventRow Of(int number, ImprovementEvent happened, Improvement after, Hand hand)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(hand);
        return new ImprovementEventRow
        {
            ImprovementId = after.Id,
            Number = number,
            What = StoredWord.OfEvent(happened.GetType()),
            Cycle = after.Current.Number,
            OwnerId = after.OwnerId,
            PersonId = hand.PersonId,
            At = hand.At,
        };
    }
}
