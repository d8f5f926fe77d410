using Endre.Domain.ActionItems;
using Endre.Storage.Privacy;

namespace Endre.Storage.ActionItems;

/// <summary>One entry in the history of an action item: what was done, by whom and when.</summary>
public sealed class ActionItemEventRow
{
    /// <summary>The longest word of what was done.</summary>
    public const int MaxWordLength = 40;

    /// <summary>Which action item.</summary>
    public required Guid ActionItemId { get; init; }

    /// <summary>Its place in the history, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What happened, as a word: <c>action-item-made</c>, <c>owner-replaced</c> …</summary>
    public required string What { get; init; }

    /// <summary>What was written about it: what happened, why not, or how one sees it; null when nothing was.</summary>
    public string? Text { get; private set; }

    /// <summary>The effect that was told, as a word; null for all else.</summary>
    public string? Effect { get; init; }

    /// <summary>The last day from then on; null where it did not change.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Who answered for it from then on; null where that did not change.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Who did it; null when the person's account is gone.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The entry of an event.</summary>
    /// <param name="id">Which action item.</param>
    /// <param name="number">Its place in the history, from 1.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="personId">Who did it.</param>
    /// <param name="at">When.</param>
    public static ActionItemEventRow Of(
        Guid id,
        int number,
        ActionItemEvent happened,
        Guid? personId,
        DateTimeOffset at
    )
    {
        ArgumentNullException.ThrowIfNull(happened);
        return new ActionItemEventRow
        {
            ActionItemId = id,
            Number = number,
            What = WordOf(happened),
            Text = happened switch
            {
                ActionItemFinished finished => finished.Ending.Text,
                ActionItemDropped dropped => dropped.Ending.Text,
                ActionItemGivenBack back => back.Message,
                EffectChecked { Check.Seen: { Length: > 0 } seen } => seen,
                _ => null,
            },
            Effect = happened is EffectChecked check ? ActionItemWords.Of(check.Check.Effect) : null,
            DueOn = happened switch
            {
                ActionItemMade made => made.Item.DueOn,
                ActionItemChanged changed => changed.DueOn,
                ActionItemReopened reopened => reopened.DueOn,
                ActionItemGivenBack back => back.DueOn,
                _ => null,
            },
            OwnerId = happened switch
            {
                ActionItemMade made => made.Item.OwnerId,
                OwnerReplaced replaced => replaced.To,
                _ => null,
            },
            PersonId = personId,
            At = at,
        };
    }

    /// <summary>Takes the name of somebody who is erased out of what was written.</summary>
    /// <param name="name">The whole name, as the person had it.</param>
    public void EraseName(string name) => Text = Text is null ? null : EventNames.Without(Text, name);

    /// <summary>The word of an event: <c>owner-replaced</c>.</summary>
    /// <param name="happened">The event.</param>
    public static string WordOf(ActionItemEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return StoredWord.OfEvent(happened.GetType());
    }
}
