using Endre.Domain.Improvements.Measures;

namespace Endre.Domain.Tests.Improvements.Measures;

public sealed class MeasurementListTests
{
    [Fact]
    public void Rows_with_and_without_names_are_read_alike()
    {
        var measure = Some.Measure();
        var named = Read(measure, [], "Verdi|Uke", "12,5|2026-W09", "8|2.3.2026");
        var bare = Read(measure, [], "2026-02-23|12,5", "2.3.26|8");
        named.New.Select(one => (one.On, one.Amount)).ShouldBe(bare.New.Select(one => (one.On, one.Amount)));
        bare.New.Select(one => one.Amount.Number).ShouldBe([12.5m, 8m]);
        bare.New.Select(one => one.Row).ShouldBe([1, 2]);
        named.New.Select(one => one.Row).ShouldBe([2, 3]);
    }

    [Fact]
    public void What_is_there_is_the_same_or_another_and_what_is_missing_is_not_zero()
    {
        var measure = Some.Measure();
        var there = Some.Weeks(measure, 5, 6);
        var list = Read(measure, there, "23.2.2026|5", "2.3.2026|7", "16.2.2026|-", "9.2.2026|");
        list.Same.ShouldBe(1);
        list.Missing.ShouldBe(2);
        list.New.ShouldBeEmpty();
        list.Others.ShouldHaveSingleItem().Before.Amount.ShouldBe(new Amount(6));
    }

    [Fact]
    public void Each_row_that_cannot_be_taken_is_told_with_its_field_and_why()
    {
        var measure = Some.Measure(MeasureType.Proportion);
        var list = Read(
            measure,
            [],
            "dato|teller|nevner",
            "2.3.2026|4|10",
            "3.3.2026|5|10",
            "31.2.2026|4|10",
            "23.2.2026|tolv|10",
            "16.2.2026|11|10",
            "9.2.2026|4|",
            "|4|10",
            "9.3.2026|4|10"
        );
        list.New.ShouldHaveSingleItem().Amount.ShouldBe(new Amount(4, 10));
        list.Refused.Select(row => (row.Row, row.Why.Field, row.Why.Reason))
            .ShouldBe([
                (3, "day", "DayTwice"),
                (4, "day", "DayUnreadable"),
                (5, "number", "NumberUnreadable"),
                (6, "number", "NumberOverOutOf"),
                (7, "outOf", "OutOfMissing"),
                (8, "day", "DayMissing"),
                (9, "day", "DayInTheFuture"),
            ]);
    }

    [Fact]
    public void A_column_without_days_is_one_a_week_from_the_day_that_is_said()
    {
        var measure = Some.Measure();
        var list = Read(measure, [], Some.Today.AddDays(-14), "5", "-", "7");
        list.New.Select(one => (one.On, one.Amount.Number)).ShouldBe([(Some.Today.AddDays(-14), 5m), (Some.Today, 7m)]);
        Read(measure, [], "5", "6").Refused.Select(row => row.Why.Reason).Distinct().ShouldBe(["DayMissing"]);
    }

    [Fact]
    public void The_same_list_of_things_that_happened_adds_nothing_the_second_time()
    {
        var measure = Some.Measure(MeasureType.Minutes, MeasureRhythm.PerEvent);
        string[] rows = ["2.3.2026|12", "2.3.2026|12", "2.3.2026 14:05|8"];
        var first = Read(measure, [], rows);
        first.New.Count.ShouldBe(3);
        var there = first
            .New.Select(one => new Measurement(Guid.CreateVersion7(), measure.Id, one.On, one.At, one.Amount))
            .ToList();
        var again = Read(measure, there, rows);
        (again.New.Count, again.Same).ShouldBe((0, 3));
    }

    [Fact]
    public void Another_thing_that_happened_the_same_day_is_new_and_one_of_the_same_minute_is_asked_about()
    {
        var measure = Some.Measure(MeasureType.Minutes, MeasureRhythm.PerEvent);
        Measurement[] there =
        [
            new(Guid.CreateVersion7(), measure.Id, Some.Today, At: null, new Amount(5)),
            new(Guid.CreateVersion7(), measure.Id, Some.Today, new TimeOnly(14, 5), new Amount(8)),
        ];
        var list = Read(measure, there, "2.3.2026|7", "2.3.2026|5", "2.3.2026 14:05|9", "2.3.2026 16:00|9");
        list.Same.ShouldBe(1);
        list.New.Select(one => (one.Row, one.Amount.Number)).ShouldBe([(1, 7m), (4, 9m)]);
        list.Others.Select(other => (other.Listed.Row, other.Before.Amount)).ShouldBe([(3, new Amount(8))]);
    }

    private static MeasurementList Read(Measure measure, IReadOnlyList<Measurement> there, params string[] rows) =>
        Read(measure, there, null, rows);

    private static MeasurementList Read(
        Measure measure,
        IReadOnlyList<Measurement> there,
        DateOnly? first,
        params string[] rows
    ) =>
        MeasurementList.Read(
            measure,
            [.. rows.Select((row, at) => new ListedRow(at + 1, row.Split('|')))],
            there,
            first,
            Some.Today
        );
}
