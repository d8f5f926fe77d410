using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Meetings.Routines;

/// <summary>What may happen with a routine.</summary>
public static class RoutineRules
{
    /// <summary>Adds a routine.</summary>
    /// <param name="add">What is wanted.</param>
    /// <param name="ofUnit">How many the unit has.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// <see cref="RoutineAdded"/>, or refused: what <see cref="FreeText"/> says of the text (field <c>routine</c>), or
    /// <c>TooManyRoutines</c>.
    /// </returns>
    public static Decision<RoutineEvent> Add(AddRoutine add, int ofUnit, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(add);
        if (FreeText.Require(add.Text, Routine.LongestText, "routine", out var text) is { } fault)
        {
            return fault;
        }
        return ofUnit >= Routine.MostOfUnit
            ? new Refusal("TooManyRoutines", Field: null, Routine.MostOfUnit.ToString(CultureInfo.InvariantCulture))
            : new RoutineAdded(new Routine(add.Id, add.UnitId, text, today, IsUsed: true, AnsweredOn: null));
    }

    /// <summary>Answers «som før?».</summary>
    /// <param name="routine">As it is stored now.</param>
    /// <param name="answer">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// <see cref="RoutineAnswered"/>; nothing when it was stopped already. Refused: <c>RoutineAnswerMissing</c>,
    /// <c>RoutineStopped</c>, <c>RoutineChanged</c>, what <see cref="FreeText"/> says of the text (field <c>routine</c>).
    /// </returns>
    public static Decision<RoutineEvent> Answer(Routine routine, AnswerRoutine answer, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(routine);
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Answer is not { } said)
        {
            return Refusal.Because("RoutineAnswerMissing");
        }
        var text = routine.Text;
        if (
            said == RoutineAnswer.Change
            && FreeText.Require(answer.Text, Routine.LongestText, "routine", out text) is { } fault
        )
        {
            return fault;
        }
        if (!routine.IsUsed)
        {
            return said == RoutineAnswer.Stop ? Decision<RoutineEvent>.Happened() : Refusal.Because("RoutineStopped");
        }
        if (text == routine.Text && routine.AnsweredOn == today && said == RoutineAnswer.Change)
        {
            // The same form, sent again.
            return Decision<RoutineEvent>.Happened();
        }
        return routine.Text != FreeText.Tidy(answer.Seen ?? "")
            ? new Refusal("RoutineChanged", "routine")
            : new RoutineAnswered(
                said == RoutineAnswer.Change && text == routine.Text ? RoutineAnswer.Keep : said,
                text,
                today
            );
    }

    /// <summary>The routine after an event.</summary>
    /// <param name="routine">Before; null when it is being added.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static Routine Evolve(Routine? routine, RoutineEvent happened) =>
        (routine, happened) switch
        {
            (null, RoutineAdded added) => added.Routine,
            ({ } before, RoutineAnswered answered) => before with
            {
                Text = answered.Text,
                IsUsed = answered.Answer != RoutineAnswer.Stop,
                AnsweredOn = answered.On,
            },
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };
}
