using Endre.Domain.Needs;

namespace Endre.Storage.Needs;

/// <summary>One entry in the history of a need: what was done, by whom and when. It holds no words that anybody wrote.</summary>
public sealed class NeedEventRow
{
    /// <summary>The longest word of what was done.</summary>
    public const int MaxWordLength = 40;

    /// <summary>Which need.</summary>
    public required Guid NeedId { get; init; }

    /// <summary>Its place in the need's history, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What happened, as a word: <c>need-stated</c>, <c>diamond-closed</c> …</summary>
    public required string What { get; init; }

    /// <summary>Which diamond it was about, as a word of <see cref="DiamondWord"/>, or null.</summary>
    public string? Diamond { get; init; }

    /// <summary>Who did it; null when the person's account is gone.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The entry of an event.</summary>
    /// <param name="needId">Which need.</param>
    /// <param name="number">Its place in the need's history, from 1.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="personId">Who did it.</param>
    /// <param name="at">When.</param>
    public static NeedEventRow Of(Guid needId, int number, NeedEvent happened, Guid? personId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return new NeedEventRow
        {
            NeedId = needId,
            Number = number,
            What = WordOf(happened),
            Diamond = happened switch
            {
                DiamondClosed closed => DiamondWord.Of(closed.Diamond),
                DiamondReopened reopened => DiamondWord.Of(reopened.Diamond),
                _ => null,
            },
            PersonId = personId,
            At = at,
        };
    }

    /// <summary>The word of an event: <c>why-answered</c>.</summary>
    /// <param name="happened">The event.</param>
    public static string WordOf(NeedEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return StoredWord.OfEvent(happened.GetType());
    }
}
