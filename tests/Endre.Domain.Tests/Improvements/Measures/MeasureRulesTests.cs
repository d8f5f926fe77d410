using Endre.Domain.Improvements.Measures;
using Endre.Domain.Improvements.RunCharts;

namespace Endre.Domain.Tests.Improvements.Measures;

public sealed class MeasureRulesTests
{
    private static readonly TypedWording Words = new("Letinger", null, "ganger", "3,5", "Halvparten");

    [Fact]
    public void A_measure_is_made_with_what_is_chosen()
    {
        var make = Make();
        var measure = MeasureRules.Evolve(null, MeasureRules.Make(make, 0).Events[0]);
        measure.Wording.ShouldBe(new MeasureWording("Letinger", "", "ganger", 3.5m, "Halvparten"));
        measure.Rules.ShouldBe(RunChartRules.Anhoej);
        measure.Baseline.ShouldBeNull();
        (string, MakeMeasure)[] refused =
        [
            ("TextMissing", make with { Wording = Words with { Name = " " } }),
            ("TextTooLong", make with { Wording = Words with { Unit = new string('e', 31) } }),
            ("NumberUnreadable", make with { Wording = Words with { Target = "tre" } }),
            ("PercentTooLarge", make with { Wording = Words with { Target = "101" }, Type = MeasureType.Proportion }),
            ("NumberNegative", make with { Wording = Words with { Target = "-1" }, Type = MeasureType.Days }),
            ("MeasureKindMissing", make with { Kind = null }),
            ("MeasureTypeMissing", make with { Type = null }),
            ("MeasureRhythmMissing", make with { Rhythm = null }),
            ("BetterMissing", make with { IsUpBetter = null }),
        ];
        foreach (var (reason, wanted) in refused)
        {
            MeasureRules.Make(wanted, 0).Refusal.ShouldNotBeNull().Reason.ShouldBe(reason);
        }
        MeasureRules.Make(make, Measure.MostPerImprovement - 1).IsRefused.ShouldBeFalse();
        MeasureRules.Make(make, Measure.MostPerImprovement).Refusal!.Reason.ShouldBe("TooManyMeasures");
    }

    [Fact]
    public void The_same_again_is_nothing_new()
    {
        var measure = MeasureRules.Evolve(null, MeasureRules.Make(Make(), 0).Events[0]);
        MeasureCommand[] acts =
        [
            new ChangeMeasure(Words with { Name = "Leting" }, MeasureKind.Balancing, IsUpBetter: true),
            new ChooseRules(RunChartRules.Perla),
            new NamePhase(Some.Today, "Sommer"),
            new RenewLink("ny"),
            new UseMeasure(IsInUse: false),
            new UseMeasure(IsInUse: true),
            new RemovePhase(Some.Today),
        ];
        foreach (var act in acts)
        {
            measure = MeasureRules.Evolve(measure, MeasureRules.Decide(measure, [], act, Some.Today).Events[0]);
            MeasureRules.Decide(measure, [], act, Some.Today).Events.ShouldBeEmpty();
        }
        measure.Wording.Name.ShouldBe("Leting");
        measure.Phases.ShouldBeEmpty();
    }

    [Fact]
    public void A_baseline_is_frozen_only_where_it_is_chance_alone()
    {
        var measure = Some.Measure();
        var calm = Some.Weeks(measure, 9, 12, 7, 11, 8, 13, 10, 7, 12, 9, 11, 8, 3, 3);
        var until = Some.Today.AddDays(-8);
        var frozen = (BaselineFrozen)
            MeasureRules.Decide(measure, calm, new FreezeBaseline(until), Some.Today).Events[0];
        frozen.Baseline.ShouldBe(new FrozenBaseline(until, 12, 9.5, RunChartRules.Anhoej));
        Reason(calm, null).ShouldBe("BaselineDayMissing");
        Reason(calm, Some.Today.AddDays(-7 * 14)).ShouldBe("BaselineEmpty");
        Reason(calm, Some.Today.AddDays(-7 * 5)).ShouldBe("BaselineTooFew");
        var falling = Some.Weeks(measure, 12, 12, 12, 12, 12, 12, 12, 3, 3, 3, 3, 3, 3, 3);
        Reason(falling, Some.Today).ShouldBe("BaselineNotChance");

        string Reason(IReadOnlyList<Measurement> numbers, DateOnly? day)
        {
            var refusal = MeasureRules.Decide(measure, numbers, new FreezeBaseline(day), Some.Today).Refusal;
            refusal.ShouldNotBeNull().Field.ShouldBe("until");
            return refusal.Reason;
        }
    }

    [Fact]
    public void A_correction_after_the_baseline_was_frozen_does_not_move_it()
    {
        var measure = Some.Measure();
        var calm = Some.Weeks(measure, 9, 12, 7, 11, 8, 13, 10, 7, 12, 9, 11, 8);
        measure = MeasureRules.Evolve(
            measure,
            MeasureRules.Decide(measure, calm, new FreezeBaseline(Some.Today), Some.Today).Events[0]
        );
        var corrected = calm.Select(one => one with { Amount = new Amount(one.Amount!.Number + 100) });
        MeasureReading.Of(measure, corrected).Chart!.Median.ShouldBe(9.5);
    }

    private static MakeMeasure Make() =>
        new(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Words,
            MeasureKind.Outcome,
            MeasureType.Count,
            MeasureRhythm.Weekly,
            IsUpBetter: false,
            "hemmelig"
        );
}
