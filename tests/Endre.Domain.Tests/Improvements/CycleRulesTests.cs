using Endre.Domain.Improvements;
using static Endre.Domain.Tests.Improvements.NewImprovement;

namespace Endre.Domain.Tests.Improvements;

public sealed class CycleRulesTests
{
    private static readonly PlanCycle Plan = new(
        1,
        "Ringe runden klokka ni",
        "Færre telefoner",
        Today.AddDays(3),
        "Når passer det?",
        CycleScale.OneShift,
        "Kari",
        "Sørenga",
        "Tirsdag",
        "Telefoner",
        "At noen må ringe opp igjen"
    );

    private static readonly TellCycle Told = new(1, "Fire telefoner", "Én ringte to ganger");
    private static readonly StudyCycle Study = new(1, Verdict.Partly, "Ni er for tidlig");
    private static readonly EndCycle Adapt = new(
        1,
        CycleAct.Adapt,
        "Prøver en time senere",
        "Ringe klokka ti",
        "Enda færre",
        Today.AddDays(9)
    );

    [Fact]
    public void It_starts_with_three_fields_and_one_cycle()
    {
        var started = Started();

        (started.State, started.Stage, started.LooksOn).ShouldBe(
            (ImprovementState.Ongoing, CycleStage.Plan, Today.AddDays(7))
        );
        started.Cycles.ShouldHaveSingleItem().Plan.Prediction.ShouldBe("Halvparten så mange telefoner");
    }

    [Fact]
    public void A_plan_may_be_changed_until_the_cycle_is_begun_and_the_prediction_stands_from_then_on()
    {
        var planned = Started().After(Plan);
        planned.Current.Plan.ShouldBe(
            new CyclePlan(
                "Ringe runden klokka ni",
                "Færre telefoner",
                Today.AddDays(3),
                "Når passer det?",
                CycleScale.OneShift,
                "Kari",
                "Sørenga",
                "Tirsdag",
                "Telefoner"
            )
        );
        (planned.Trying, planned.AcceptableError).ShouldBe(("Ringe runden klokka ni", "At noen må ringe opp igjen"));
        planned.ShouldDoNothingMore(Plan);

        var begun = planned.After(new BeginCycle(1));
        begun.Stage.ShouldBe(CycleStage.Do);
        begun.ShouldDoNothingMore(new BeginCycle(1));
        begun.ShouldDoNothingMore(Plan);
        begun.ShouldRefuse(Plan with { Prediction = "Ingen telefoner" }, "PredictionStands");
    }

    [Fact]
    public void Which_error_is_acceptable_is_said_before_the_first_cycle_is_begun()
    {
        var second = Started().After(Plan).Studied().After(Adapt);

        second.ShouldRefuse(
            new PlanCycle(2, "Ringe", "Færre", Today, AcceptableError: "Alt"),
            "ErrorStands",
            "acceptableError"
        );
        second.After(new PlanCycle(2, "Ringe", "Færre", Today)).AcceptableError.ShouldBe(Plan.AcceptableError);
    }

    [Fact]
    public void One_thing_comes_after_the_other()
    {
        var started = Started();
        started.ShouldRefuse(Told, "CycleNotBegun");
        started.ShouldRefuse(Study, "NothingTold");
        started.ShouldRefuse(Adapt, "NotStudied");

        var begun = started.After(new BeginCycle(1));
        begun.ShouldRefuse(Study, "NothingTold");
        var told = begun.After(Told);
        told.ShouldDoNothingMore(Told);
        told.After(Told with { Happened = "Fem telefoner" }).Current.Done!.Happened.ShouldBe("Fem telefoner");
        var studied = told.After(Study);
        studied.Stage.ShouldBe(CycleStage.Act);
        studied.ShouldDoNothingMore(Study);
        studied.ShouldRefuse(Told with { Happened = "Fem telefoner" }, "AlreadyStudied");
    }

    [Fact]
    public void An_adjusted_cycle_is_followed_by_the_next()
    {
        var second = Started().Studied().After(Adapt);

        second.Cycles.Select(cycle => cycle.Number).ShouldBe([1, 2]);
        second.Cycles[0].Ending!.Act.ShouldBe(CycleAct.Adapt);
        (second.Stage, second.Current.Plan.Trying, second.LooksOn).ShouldBe(
            (CycleStage.Plan, "Ringe klokka ti", Today.AddDays(9))
        );
        // The improvement keeps the name it began with.
        second.Trying.ShouldBe("Ringe runden klokka ti");
        second.ShouldDoNothingMore(Adapt);
        second.ShouldRefuse(Adapt with { Reason = "Noe annet" }, "CycleOver");
        second.ShouldRefuse(Told with { Happened = "Noe annet" }, "CycleOver");
    }

    [Theory]
    [InlineData("", "Ringe", "Færre", 9, "CycleReasonMissing", "reason")]
    [InlineData("Fordi", "", "Færre", 9, "TextMissing", "trying")]
    [InlineData("Fordi", "Ringe", "", 9, "TextMissing", "prediction")]
    [InlineData("Fordi", "Ringe", "Færre", null, "LookDayMissing", "lookOn")]
    [InlineData("Fordi", "Ringe", "Færre", -1, "LookDayInThePast", "lookOn")]
    [InlineData("Fordi", "Ringe", "Færre", 800, "LookDayTooFarAhead", "lookOn")]
    public void Adjusting_says_why_and_what_is_next(
        string why,
        string trying,
        string prediction,
        int? days,
        string reason,
        string field
    ) =>
        Started()
            .Studied()
            .ShouldRefuse(
                new EndCycle(
                    1,
                    CycleAct.Adapt,
                    why,
                    trying,
                    prediction,
                    days is { } ahead ? Today.AddDays(ahead) : null
                ),
                reason,
                field
            );

    [Fact]
    public void What_is_missing_or_too_long_is_refused_at_its_field()
    {
        var begun = Started().After(new BeginCycle(1));
        begun.ShouldRefuse(new TellCycle(1, " ", null), "HappenedMissing", "happened");
        begun.ShouldRefuse(
            new TellCycle(1, "Det", new string('å', CycleDone.LongestText + 1)),
            "TextTooLong",
            "deviations"
        );
        var told = begun.After(Told);
        told.ShouldRefuse(Study with { Verdict = null }, "VerdictMissing", "verdict");
        told.ShouldRefuse(Study with { Learned = "" }, "LearnedMissing", "learned");
        told.ShouldRefuse(Study with { Learned = "01010112345" }, "NationalIdentityNumber", "learned");
        told.After(Study).ShouldRefuse(Adapt with { Act = null }, "CycleActMissing", "act");
        Started().ShouldRefuse(Plan with { Who = new string('å', CyclePlan.LongestPart + 1) }, "TextTooLong", "who");
        Started().ShouldRefuse(Plan with { LookOn = null }, "LookDayMissing", "lookOn");
        Started().ShouldRefuse(Plan with { LookOn = Today.AddDays(-1) }, "LookDayInThePast", "lookOn");
        Started()
            .ShouldRefuse(
                Plan with
                {
                    AcceptableError = new string('å', Improvement.LongestAcceptableError + 1),
                },
                "TextTooLong",
                "acceptableError"
            );
    }

    [Fact]
    public void The_day_one_looks_at_it_may_be_moved_while_the_prediction_stands()
    {
        var begun = Started().After(new BeginCycle(1));

        begun.ShouldRefuse(new MoveLookDay(1, Today.AddDays(-1)), "LookDayInThePast", "lookOn");
        var moved = begun.After(new MoveLookDay(1, Today.AddDays(20)));

        moved.LooksOn.ShouldBe(Today.AddDays(20));
        moved.Current.Plan.Prediction.ShouldBe(begun.Current.Plan.Prediction);
        moved.ShouldDoNothingMore(new MoveLookDay(1, Today.AddDays(20)));
        begun.IsOverdueOn(Today.AddDays(8)).ShouldBeTrue();
        begun.IsOverdueOn(Today.AddDays(7)).ShouldBeFalse();
    }

    [Fact]
    public void There_are_not_more_cycles_than_anybody_reads()
    {
        var many = Started();
        while (many.Cycles.Count < Improvement.MostCycles)
        {
            many = many.Studied().After(Adapt with { Cycle = many.Current.Number });
        }

        many.Studied().ShouldRefuse(Adapt with { Cycle = many.Current.Number }, "TooManyCycles");
        many.After(new StopImprovement("Nok nå"))
            .ShouldRefuse(new ResumeImprovement(many.Cycles.Count + 1, "Ringe", "Færre", Today), "TooManyCycles");
    }
}
