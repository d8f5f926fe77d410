using Endre.Domain.Improvements.Measures;

namespace Endre.Domain.Tests.Improvements.Measures;

public sealed class MeasurementRulesTests
{
    [Fact]
    public void A_number_of_any_day_of_the_week_is_the_number_of_the_week()
    {
        var measure = Some.Measure();
        var thursday = Some.Today.AddDays(-4);
        Enter(measure, [], New("12", thursday)).Entered.ShouldNotBeNull().On.ShouldBe(Some.Today.AddDays(-7));
        var there = Some.Weeks(measure, 12, 8);
        Enter(measure, there, New("9", thursday)).Refusal.ShouldNotBeNull().Reason.ShouldBe("MeasuredAlready");
        // The same number from two phones is told once.
        var (refusal, entered) = Enter(measure, there, New("12", thursday));
        (refusal, entered).ShouldBe((null, null));
    }

    [Fact]
    public void A_form_that_is_sent_twice_tells_once_and_things_that_happen_are_told_each()
    {
        var measure = Some.Measure(rhythm: MeasureRhythm.PerEvent);
        var first = New("12", Some.Today) with { At = new TimeOnly(14, 5) };
        var entered = Enter(measure, [], first).Entered.ShouldNotBeNull();
        entered.At.ShouldBe(new TimeOnly(14, 5));
        Enter(measure, [entered], first).ShouldBe((null, null));
        Enter(measure, [entered], first with { Id = Guid.CreateVersion7() }).Entered.ShouldNotBeNull();
    }

    [Fact]
    public void Days_have_limits_and_so_has_the_count()
    {
        var measure = Some.Measure(rhythm: MeasureRhythm.Daily);
        Reason(New("1", null)).ShouldBe("DayMissing");
        Reason(New("1", Some.Today.AddDays(1))).ShouldBe("DayInTheFuture");
        Reason(New("1", Some.Today.AddYears(-10).AddDays(-1))).ShouldBe("DayTooLongAgo");
        Reason(New("", Some.Today)).ShouldBe("NumberMissing");
        Enter(measure with { IsInUse = false }, [], New("1", Some.Today)).Refusal!.Reason.ShouldBe("MeasureRetired");
        var many = Enumerable
            .Range(1, Measure.MostMeasurements)
            .Select(at => new Measurement(
                Guid.CreateVersion7(),
                measure.Id,
                Some.Today.AddDays(-at),
                At: null,
                new Amount(1)
            ))
            .ToList();
        Enter(measure, many, New("1", Some.Today)).Refusal!.Reason.ShouldBe("TooManyMeasurements");

        string Reason(EnterMeasurement enter) => Enter(measure, [], enter).Refusal.ShouldNotBeNull().Reason;
    }

    [Fact]
    public void A_correction_to_nothing_is_missing_and_can_be_told_again()
    {
        var measure = Some.Measure();
        var there = Some.Weeks(measure, 12)[0];
        MeasurementRules.Correct(measure, there, "", null, out var corrected).ShouldBeNull();
        corrected.ShouldBe(new MeasurementCorrected(new Amount(12), After: null));
        MeasurementRules.Correct(measure, there, "12,0", null, out var same).ShouldBeNull();
        same.ShouldBeNull();
        MeasurementRules.Correct(measure, there, "tolv", null, out _).ShouldNotBeNull();
        var missing = there with { Amount = null };
        var again = Enter(measure, [missing], New("9", Some.Today)).Entered.ShouldNotBeNull();
        again.ShouldBe(missing with { Amount = new Amount(9) });
        MeasureReading.Of(measure, [missing]).Story.Kind.ShouldBe(StoryKind.NoNumbers);
    }

    private static EnterMeasurement New(string number, DateOnly? on) =>
        new(Guid.CreateVersion7(), on, At: null, number, OutOf: null);

    private static (Endre.Domain.Shared.Refusal? Refusal, Measurement? Entered) Enter(
        Measure measure,
        IReadOnlyList<Measurement> there,
        EnterMeasurement enter
    )
    {
        var refusal = MeasurementRules.Enter(measure, enter, there, Some.Today, out var entered);
        return (refusal, entered);
    }
}
