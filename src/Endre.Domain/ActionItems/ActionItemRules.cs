using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.ActionItems;

/// <summary>What may happen with an action item.</summary>
public static class ActionItemRules
{
    private const int MostYearsAhead = 2;

    /// <summary>Makes an action item.</summary>
    /// <param name="make">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// <see cref="ActionItemMade"/>, or refused: what <see cref="FreeText"/> says of the texts (fields <c>what</c>,
    /// <c>firstStep</c>), <c>OwnerMissing</c> (field <c>owner</c>), <c>DueMissing</c>, <c>DueInThePast</c> or
    /// <c>DueTooFarAhead</c> (field <c>due</c>).
    /// </returns>
    public static Decision<ActionItemEvent> Make(MakeActionItem make, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(make);
        if (Read(make.What, make.FirstStep, out var what, out var step) is { } fault)
        {
            return fault;
        }
        if (make.OwnerId is not { } owner)
        {
            return new Refusal("OwnerMissing", "owner");
        }
        if (Check(make.DueOn, today) is { } wrong)
        {
            return wrong;
        }
        return new ActionItemMade(
            new ActionItem(
                make.Id,
                make.UnitId,
                what,
                step,
                owner,
                make.DueOn!.Value,
                make.IsSmall,
                ActionItemState.Open,
                Ending: null,
                Check: null
            )
        );
    }

    /// <summary>Decides a command on an action item.</summary>
    /// <param name="item">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// The event; none when it has happened already (a form sent twice). Refused besides what <see cref="Make"/> says:
    /// <c>NotOpen</c>, <c>StillOpen</c>, <c>OwnerChanged</c>, <c>HappenedMissing</c> (field <c>happened</c>),
    /// <c>DropReasonMissing</c> (field <c>reason</c>), <c>GiveBackMissing</c> (field <c>message</c>), <c>NobodyToGiveBackTo</c>,
    /// <c>NotDone</c>, <c>EffectMissing</c> (field <c>effect</c>).
    /// </returns>
    public static Decision<ActionItemEvent> Decide(ActionItem item, ActionItemCommand command, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(item);
        return command switch
        {
            ChangeActionItem change => Change(item, change, today),
            ReplaceOwner replace => Replace(item, replace),
            GiveBackActionItem back => GiveBack(item, back, today),
            FinishActionItem finish => End(
                item,
                finish.Happened,
                ("happened", "HappenedMissing"),
                ActionItemState.Done,
                text => new ActionItemFinished(new ActionItemEnding(text, today))
            ),
            DropActionItem drop => End(
                item,
                drop.Reason,
                ("reason", "DropReasonMissing"),
                ActionItemState.Dropped,
                text => new ActionItemDropped(new ActionItemEnding(text, today))
            ),
            ReopenActionItem reopen => Reopen(item, reopen, today),
            CheckEffect check => Check(item, check, today),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The action item after an event.</summary>
    /// <param name="item">Before; null when it is being made.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static ActionItem Evolve(ActionItem? item, ActionItemEvent happened) =>
        (item, happened) switch
        {
            (null, ActionItemMade made) => made.Item,
            ({ } before, ActionItemChanged changed) => before with
            {
                What = changed.What,
                FirstStep = changed.FirstStep,
                DueOn = changed.DueOn,
                IsSmall = changed.IsSmall,
            },
            ({ } before, ActionItemGivenBack back) => before with { DueOn = back.DueOn },
            ({ } before, OwnerReplaced replaced) => before with { OwnerId = replaced.To },
            ({ } before, ActionItemFinished finished) => before with
            {
                State = ActionItemState.Done,
                Ending = finished.Ending,
                Check = null,
            },
            ({ } before, ActionItemDropped dropped) => before with
            {
                State = ActionItemState.Dropped,
                Ending = dropped.Ending,
            },
            ({ } before, ActionItemReopened reopened) => before with
            {
                State = ActionItemState.Open,
                DueOn = reopened.DueOn,
                Ending = null,
                Check = null,
            },
            ({ } before, EffectChecked seen) => before with { Check = seen.Check },
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };

    private static Decision<ActionItemEvent> Change(ActionItem item, ChangeActionItem change, DateOnly today)
    {
        if (Read(change.What, change.FirstStep, out var what, out var step) is { } fault)
        {
            return fault;
        }
        // A day that has passed may stand while the words are mended; a new one lies ahead.
        if (change.DueOn != item.DueOn && Check(change.DueOn, today) is { } wrong)
        {
            return wrong;
        }
        if (item.State != ActionItemState.Open)
        {
            return Refusal.Because("NotOpen");
        }
        var changed = new ActionItemChanged(what, step, change.DueOn!.Value, change.IsSmall);
        return Evolve(item, changed) == item ? Decision<ActionItemEvent>.Happened() : changed;
    }

    private static Decision<ActionItemEvent> Replace(ActionItem item, ReplaceOwner replace)
    {
        if (replace.To is not { } to)
        {
            return new Refusal("OwnerMissing", "owner");
        }
        return item.OwnerId == to ? Decision<ActionItemEvent>.Happened()
            : item.State != ActionItemState.Open ? Refusal.Because("NotOpen")
            : item.OwnerId != replace.From ? Refusal.Because("OwnerChanged")
            : new OwnerReplaced(to);
    }

    private static Decision<ActionItemEvent> GiveBack(ActionItem item, GiveBackActionItem back, DateOnly today)
    {
        if (FreeText.Accept(back.Message, GiveBackActionItem.LongestMessage, "message", out var message) is { } fault)
        {
            return fault;
        }
        return message.Length == 0 ? new Refusal("GiveBackMissing", "message")
            : Check(back.DueOn, today) is { } wrong ? wrong
            : item.State != ActionItemState.Open ? Refusal.Because("NotOpen")
            : item.OwnerId is null ? Refusal.Because("NobodyToGiveBackTo")
            : new ActionItemGivenBack(message, back.DueOn!.Value);
    }

    private static Decision<ActionItemEvent> End(
        ActionItem item,
        string? text,
        (string Field, string Missing) words,
        ActionItemState state,
        Func<string, ActionItemEvent> ended
    )
    {
        if (FreeText.Accept(text, ActionItemEnding.LongestText, words.Field, out var clean) is { } fault)
        {
            return fault;
        }
        if (clean.Length == 0)
        {
            return new Refusal(words.Missing, words.Field);
        }
        return item.State == ActionItemState.Open ? ended(clean)
            : item.State == state && item.Ending?.Text == clean ? Decision<ActionItemEvent>.Happened()
            : Refusal.Because("NotOpen");
    }

    private static Decision<ActionItemEvent> Reopen(ActionItem item, ReopenActionItem reopen, DateOnly today)
    {
        if (item.State == ActionItemState.Open)
        {
            return item.DueOn == reopen.DueOn ? Decision<ActionItemEvent>.Happened() : Refusal.Because("StillOpen");
        }
        return Check(reopen.DueOn, today) is { } wrong ? wrong : new ActionItemReopened(reopen.DueOn!.Value);
    }

    private static Decision<ActionItemEvent> Check(ActionItem item, CheckEffect check, DateOnly today)
    {
        if (check.Effect is not { } effect)
        {
            return new Refusal("EffectMissing", "effect");
        }
        if (FreeText.Accept(check.Seen, EffectCheck.LongestSeen, "seen", out var seen) is { } fault)
        {
            return fault;
        }
        if (item.State != ActionItemState.Done)
        {
            return Refusal.Because("NotDone");
        }
        var answer = new EffectCheck(effect, seen, today);
        return item.Check == answer ? Decision<ActionItemEvent>.Happened() : new EffectChecked(answer);
    }

    private static Refusal? Check(DateOnly? due, DateOnly today) =>
        due is not { } day ? new Refusal("DueMissing", "due")
        : day < today ? new Refusal("DueInThePast", "due")
        : day > today.AddYears(MostYearsAhead)
            ? new Refusal("DueTooFarAhead", "due", MostYearsAhead.ToString(CultureInfo.InvariantCulture))
        : null;

    private static Refusal? Read(string? what, string? step, out string cleanWhat, out string cleanStep)
    {
        cleanStep = "";
        return FreeText.Require(what, ActionItem.LongestWhat, "what", out cleanWhat)
            ?? FreeText.Accept(step, ActionItem.LongestStep, "firstStep", out cleanStep);
    }
}
