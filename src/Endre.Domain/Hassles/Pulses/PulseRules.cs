using Endre.Domain.Shared;

namespace Endre.Domain.Hassles.Pulses;

/// <summary>
/// When a unit may be asked whether it meets plunder. It is never asked more than it has been answered: before a new
/// round the leader has said what comes of the last one, and what was said meanwhile is answered.
/// </summary>
public static class PulseRules
{
    /// <summary>The first hour of the day in which one is asked.</summary>
    public const int FirstHour = 7;

    /// <summary>The hour from which one is not asked.</summary>
    public const int LastHour = 20;

    private const int July = 7;
    private const int DaysOpen = 7;

    /// <summary>How many days something may wait for an answer before it holds back the next round.</summary>
    public const int AnswerWithinDays = 7;

    /// <summary>Whether a new round may open now.</summary>
    /// <param name="pulse">What the leader has chosen.</param>
    /// <param name="last">The last round, or null when there was none.</param>
    /// <param name="unanswered">
    /// How many that wait for an answer were said before the last round ended, or longer ago than
    /// <see cref="AnswerWithinDays"/>.
    /// </param>
    /// <param name="now">The time it is for people here.</param>
    /// <returns>Null when it may; otherwise why not, what the leader can mend before what only time does.</returns>
    public static PulseWait? MayOpen(Pulse pulse, PulseRound? last, int unanswered, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(pulse);
        var today = DateOnly.FromDateTime(now);
        if (last is not null && !last.IsOver(today))
        {
            return new PulseWait(PulseHold.Open, last.LastDay.AddDays(1));
        }
        if (last is { HasWord: false })
        {
            return new PulseWait(PulseHold.WordMissing);
        }
        if (unanswered > 0)
        {
            return new PulseWait(PulseHold.HasslesUnanswered, Unanswered: unanswered);
        }
        var next = NextOn(pulse, last, today);
        return next > today ? new PulseWait(PulseHold.NotYet, next)
            : IsDaytime(now) ? null
            : new PulseWait(PulseHold.Night, now.Hour < FirstHour ? today : NextOn(pulse, last, today.AddDays(1)));
    }

    /// <summary>Opens a round.</summary>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>A week, and not into July.</returns>
    public static PulseRound Open(DateOnly today)
    {
        var last = today.AddDays(DaysOpen - 1);
        return new PulseRound(
            today,
            last.Month == July ? new DateOnly(last.Year, July, 1).AddDays(-1) : last,
            HasWord: false
        );
    }

    /// <summary>Whether a round may be answered at this time.</summary>
    /// <param name="round">The round.</param>
    /// <param name="now">The time it is for people here.</param>
    public static bool IsAsking(PulseRound round, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(round);
        var today = DateOnly.FromDateTime(now);
        return today >= round.OpenedOn
            && !round.IsOver(today)
            && today.Month != July
            && !PublicHolidays.Contains(today)
            && IsDaytime(now);
    }

    /// <summary>Those said so long ago, or so early, that a new round waits for their answer.</summary>
    /// <param name="last">The last round, or null when there was none.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>The week that is the first one in which a hassle without an answer holds back nothing.</returns>
    public static DateOnly UnansweredBefore(PulseRound? last, DateOnly today)
    {
        var overdue = HassleRules.WeekOf(today.AddDays(-AnswerWithinDays));
        var duringLast = last is null ? overdue : HassleRules.WeekOf(last.LastDay).AddDays(7);
        return duringLast > overdue ? duringLast : overdue;
    }

    private static DateOnly NextOn(Pulse pulse, PulseRound? last, DateOnly earliest)
    {
        var due = last is null
            ? earliest
            : pulse.Rhythm switch
            {
                PulseRhythm.Weekly => last.OpenedOn.AddDays(7),
                PulseRhythm.Fortnightly => last.OpenedOn.AddDays(14),
                _ => last.OpenedOn.AddMonths(1),
            };
        var day = due > earliest ? due : earliest;
        while (!MayOpenOn(day))
        {
            day = day.AddDays(1);
        }
        return day;
    }

    private static bool MayOpenOn(DateOnly day) =>
        day.Month != July
        && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !PublicHolidays.Contains(day);

    private static bool IsDaytime(DateTime now) => now.Hour is >= FirstHour and < LastHour;
}
