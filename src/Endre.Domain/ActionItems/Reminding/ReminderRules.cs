using Endre.Domain.Hassles.Answering;

namespace Endre.Domain.ActionItems.Reminding;

/// <summary>
/// What somebody is reminded of, and when. Nobody is reminded on a day off, nor in July, which counts against nobody.
/// </summary>
/// <remarks>
/// A reminder of what lies ahead comes on the working day before where its own is off, one of what has passed on the one
/// after. Only the newest is due: whoever was away, or a machine that was off, is told how it stands and not all that was
/// missed. When the leader has got it, the owner is told so and left in peace.
/// </remarks>
public static class ReminderRules
{
    /// <summary>How many days before the last day one is reminded.</summary>
    public const int DaysAhead = 3;

    /// <summary>How many days pass until one is reminded again of what has passed.</summary>
    public const int DaysBetween = 7;

    /// <summary>How many times «virket det?» is asked before it is left to the leader's weekly message.</summary>
    public const int MostQuestions = 2;

    /// <summary>Whether anybody is reminded of anything on a day.</summary>
    /// <param name="day">The day.</param>
    public static bool MayRemindOn(DateOnly day) => NorwegianCalendar.IsWorkingDay(day);

    /// <summary>What is due for an action item: the newest of its reminders, or null.</summary>
    /// <param name="item">The action item.</param>
    /// <param name="since">
    /// The last day on which somebody made it, gave it another day or another owner: what would have come until then is not
    /// told, since they knew.
    /// </param>
    /// <param name="today">The day it is for people here.</param>
    public static Reminder? DueOn(ActionItem item, DateOnly since, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.OwnerId is null || !MayRemindOn(today))
        {
            return null;
        }
        return item.State == ActionItemState.Open ? Newest(OfOpen(item, today).Where(stage => stage.Day > since))
            : item.AsksFrom is { } from && from <= today ? Newest(Questions(item, from, today))
            : null;
    }

    /// <summary>What is told when the leader has given an action item back.</summary>
    /// <param name="item">The action item.</param>
    /// <param name="number">The place of that in its history.</param>
    public static Reminder GivenBack(ActionItem item, int number)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new Reminder(item.Id, ReminderKind.GivenBack, item.DueOn, number);
    }

    private static Reminder? Newest(IEnumerable<Stage> stages) =>
        stages.OrderBy(stage => stage.Day).ThenBy(stage => stage.Reminder.Kind).LastOrDefault()?.Reminder;

    // All that have come until today.
    private static IEnumerable<Stage> OfOpen(ActionItem item, DateOnly today) =>
        Planned(item, today)
            .TakeWhile(stage => stage.Reminder.Kind < ReminderKind.Over || stage.Day <= today)
            .Where(stage => stage.Day <= today);

    private static IEnumerable<Stage> Planned(ActionItem item, DateOnly today)
    {
        yield return new(NorwegianCalendar.WorkingDayUntil(item.DueOn.AddDays(-DaysAhead)), Of(ReminderKind.Ahead, 0));
        yield return new(NorwegianCalendar.WorkingDayUntil(item.DueOn), Of(ReminderKind.Today, 0));
        if (item.IsLiftedOn(today))
        {
            yield return new(NorwegianCalendar.WorkingDayFrom(item.LiftedFrom), Of(ReminderKind.Lifted, 0));
            yield break;
        }
        var day = NorwegianCalendar.WorkingDayFrom(item.DueOn.AddDays(1));
        for (var number = 0; ; number++)
        {
            yield return new(day, Of(ReminderKind.Over, number));
            day = NorwegianCalendar.WorkingDayFrom(day.AddDays(DaysBetween));
        }

        Reminder Of(ReminderKind kind, int number) => new(item.Id, kind, item.DueOn, number);
    }

    private static IEnumerable<Stage> Questions(ActionItem item, DateOnly from, DateOnly today)
    {
        var day = NorwegianCalendar.WorkingDayFrom(from);
        for (var number = 0; number < MostQuestions && day <= today; number++)
        {
            yield return new(day, new Reminder(item.Id, ReminderKind.AskEffect, from, number));
            day = NorwegianCalendar.WorkingDayFrom(day.AddDays(DaysBetween));
        }
    }

    private sealed record Stage(DateOnly Day, Reminder Reminder);
}
