using CsCheck;
using Endre.Domain.ActionItems;
using Endre.Domain.ActionItems.Reminding;
using Endre.Domain.Hassles.Answering;

namespace Endre.Domain.Tests.ActionItems.Reminding;

public sealed class ReminderRulesTests
{
    private static readonly DateOnly LongBefore = new(2025, 1, 1);

    // 16 March 2026 is a Monday.
    [Theory]
    [InlineData("2026-03-19", "2026-03-15", null)]
    [InlineData("2026-03-19", "2026-03-16", "Ahead 0")]
    [InlineData("2026-03-19", "2026-03-18", "Ahead 0")]
    [InlineData("2026-03-19", "2026-03-19", "Today 0")]
    [InlineData("2026-03-19", "2026-03-20", "Over 0")]
    [InlineData("2026-03-19", "2026-03-21", null)] // a Saturday
    [InlineData("2026-03-19", "2026-03-26", "Over 0")]
    [InlineData("2026-03-19", "2026-03-27", "Over 1")]
    [InlineData("2026-03-19", "2026-04-09", "Lifted 0")]
    [InlineData("2026-03-19", "2026-12-09", "Lifted 0")]
    // The last day is a Sunday: told on the Friday, and that it is over on the Monday.
    [InlineData("2026-03-22", "2026-03-20", "Today 0")]
    [InlineData("2026-03-22", "2026-03-23", "Over 0")]
    // Easter 2026: Maundy Thursday is 2 April, Easter Monday the 6th.
    [InlineData("2026-04-04", "2026-04-01", "Today 0")]
    [InlineData("2026-04-04", "2026-04-02", null)]
    [InlineData("2026-04-04", "2026-04-06", null)]
    [InlineData("2026-04-04", "2026-04-07", "Over 0")]
    // In July there is nothing, before it what July would have had, and after it one.
    [InlineData("2026-07-10", "2026-06-30", "Today 0")]
    [InlineData("2026-07-10", "2026-07-10", null)]
    [InlineData("2026-07-10", "2026-08-03", "Over 0")]
    [InlineData("2026-06-26", "2026-06-29", "Over 0")]
    [InlineData("2026-06-26", "2026-08-03", "Over 1")]
    [InlineData("2026-06-26", "2026-08-10", "Over 2")]
    [InlineData("2026-06-26", "2026-08-11", "Lifted 0")]
    public void The_newest_reminder_is_due(string due, string today, string? expected) =>
        Told(ReminderRules.DueOn(Open(Day(due)), LongBefore, Day(today))).ShouldBe(expected);

    [Fact]
    public void Whoever_just_got_it_is_not_told_what_they_know()
    {
        var item = Open(Day("2026-03-19"));

        ReminderRules.DueOn(item, since: Day("2026-03-17"), Day("2026-03-18")).ShouldBeNull();
        Told(ReminderRules.DueOn(item, since: Day("2026-03-17"), Day("2026-03-19"))).ShouldBe("Today 0");
    }

    [Fact]
    public void Nobody_is_reminded_where_nobody_answers_or_it_is_over()
    {
        var item = Open(Day("2026-03-19"));

        ReminderRules.DueOn(item with { OwnerId = null }, LongBefore, Day("2026-03-20")).ShouldBeNull();
        ReminderRules.DueOn(Ended(item, ActionItemState.Dropped), LongBefore, Day("2026-05-20")).ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-04-01", null)]
    [InlineData("2026-04-10", "AskEffect 0")] // asked from 9 April; the day after is as good
    [InlineData("2026-04-16", "AskEffect 1")]
    [InlineData("2026-06-16", "AskEffect 1")]
    public void Whether_it_worked_is_asked_twice(string today, string? expected) =>
        Told(
                ReminderRules.DueOn(
                    Ended(Open(Day("2026-03-19")), ActionItemState.Done) with
                    {
                        Ending = new ActionItemEnding("Merket", Day("2026-03-26")),
                    },
                    LongBefore,
                    Day(today)
                )
            )
            .ShouldBe(expected);

    [Fact]
    public void Day_by_day_each_comes_once_on_working_days_and_the_weekly_ones_a_week_apart() =>
        Gen.Select(Gen.Int[0, 1500], Gen.Int[1, 60])
            .Sample(
                (start, length) =>
                {
                    var first = LongBefore.AddDays(start);
                    var item = Open(first.AddDays(length));
                    var told = new Dictionary<Reminder, DateOnly>();
                    for (var day = first; day < item.LiftedFrom.AddDays(60); day = day.AddDays(1))
                    {
                        if (ReminderRules.DueOn(item, first, day) is { } due && told.TryAdd(due, day))
                        {
                            NorwegianCalendar.IsWorkingDay(day).ShouldBeTrue();
                            (due.Kind is ReminderKind.Ahead or ReminderKind.Today).ShouldBe(day <= item.DueOn);
                        }
                    }
                    told.Values.Distinct().Count().ShouldBe(told.Count);
                    var weekly = told.Where(one => one.Key.Kind == ReminderKind.Over).Select(one => one.Value).ToList();
                    weekly.Zip(weekly.Skip(1)).ShouldAllBe(pair => pair.Second.DayNumber - pair.First.DayNumber >= 7);
                    told.Keys.Count(one => one.Kind == ReminderKind.Lifted).ShouldBe(1);
                    told.MaxBy(one => one.Value).Key.Kind.ShouldBe(ReminderKind.Lifted);
                }
            );

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string? Told(Reminder? reminder) => reminder is null ? null : $"{reminder.Kind} {reminder.Number}";

    private static ActionItem Ended(ActionItem item, ActionItemState state) =>
        item with
        {
            State = state,
            Ending = new ActionItemEnding("Slik ble det", item.DueOn),
        };

    private static ActionItem Open(DateOnly due) =>
        new(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            "Merke plassen",
            "",
            Guid.CreateVersion7(),
            due,
            IsSmall: false,
            ActionItemState.Open,
            Ending: null,
            Check: null
        );
}
