using Endre.Domain.Shared;

namespace Endre.Domain.Improvements.Holding;

/// <summary>What may happen with the routine that an adopted improvement became.</summary>
public static class HoldingRules
{
    /// <summary>Decides a command.</summary>
    /// <param name="held">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// The event; nothing when it changes nothing. Refused: what <see cref="FreeText"/> says of the texts (fields
    /// <c>routine</c>, <c>trained</c>, <c>then</c>), <c>LineOwnerMissing</c> (field <c>lineOwner</c>), <c>UseMissing</c>
    /// (field <c>use</c>), <c>UseThenMissing</c> (field <c>then</c>), <c>UseNotAsked</c>.
    /// </returns>
    public static Decision<HoldingEvent> Decide(HeldRoutine held, HoldingCommand command, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(held);
        return command switch
        {
            AgreeOnRoutine agree => Agree(held, agree),
            ReplaceLineOwner replace => replace.To == held.LineOwnerId
                ? Decision<HoldingEvent>.Happened()
                : new LineOwnerReplaced(replace.To),
            CheckSustain check => check.Answers.SequenceEqual(held.Factors)
                ? Decision<HoldingEvent>.Happened()
                : new SustainChecked(check.Answers),
            CheckUse check => Check(held, check, today),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The routine after an event.</summary>
    /// <param name="held">Before.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static HeldRoutine Evolve(HeldRoutine held, HoldingEvent happened)
    {
        ArgumentNullException.ThrowIfNull(held);
        return happened switch
        {
            NewRoutineAgreed agreed => held with
            {
                Routine = agreed.Routine,
                LineOwnerId = agreed.LineOwnerId,
                Trained = agreed.Trained,
            },
            LineOwnerReplaced replaced => held with { LineOwnerId = replaced.To },
            SustainChecked answered => held with { Factors = answered.Answers },
            UseChecked used => held with
            {
                Checks =
                [
                    .. held
                        .Checks.Where(check => check.Months != used.Check.Months)
                        .Append(used.Check)
                        .OrderBy(check => check.Months),
                ],
            },
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };
    }

    private static Decision<HoldingEvent> Agree(HeldRoutine held, AgreeOnRoutine agree)
    {
        if (
            (
                FreeText.Require(agree.Routine, HeldRoutine.LongestRoutine, "routine", out var routine)
                ?? FreeText.Accept(agree.Trained, HeldRoutine.LongestTrained, "trained", out _)
            ) is
            { } fault
        )
        {
            return fault;
        }
        if (agree.LineOwnerId is not { } owner)
        {
            return new Refusal("LineOwnerMissing", "lineOwner");
        }
        var trained = FreeText.Tidy(agree.Trained ?? "");
        return (held.Routine, held.LineOwnerId, held.Trained) == (routine, owner, trained)
            ? Decision<HoldingEvent>.Happened()
            : new NewRoutineAgreed(routine, owner, trained);
    }

    private static Decision<HoldingEvent> Check(HeldRoutine held, CheckUse check, DateOnly today)
    {
        // The last answer may be mended until the next question comes.
        var open = held.AskedOn(today) ?? (held.LastAnswered > 0 ? held.LastAnswered : null);
        if (check.Months is not { } months || months != open)
        {
            return Refusal.Because("UseNotAsked");
        }
        if (check.Use is not { } use)
        {
            return new Refusal("UseMissing", "use");
        }
        if (FreeText.Accept(check.Then, UseCheck.LongestThen, "then", out var then) is { } fault)
        {
            return fault;
        }
        if (use != InUse.Used && then.Length == 0)
        {
            return new Refusal("UseThenMissing", "then");
        }
        var before = held.Checks.Find(one => one.Months == months);
        return (before?.Use, before?.Then) == (use, then)
            ? Decision<HoldingEvent>.Happened()
            : new UseChecked(new UseCheck(months, use, then, today));
    }
}
