using Endre.Domain.Improvements;
using static Endre.Domain.Tests.Improvements.NewImprovement;

namespace Endre.Domain.Tests.Improvements;

public sealed class EndingRulesTests
{
    [Fact]
    public void It_is_adopted_with_a_reason_and_keeps_what_was_learned()
    {
        var end = new EndCycle(1, CycleAct.Adopt, "Det virker");
        var adopted = Started().Studied().After(end);

        (adopted.State, adopted.Stage, adopted.LooksOn, adopted.Ending!.Learned).ShouldBe(
            (ImprovementState.Adopted, null, null, "Klokka ti passer")
        );
        adopted.ShouldDoNothingMore(end);
        adopted.ShouldRefuse(new MoveLookDay(1, Today), "ImprovementEnded");
        adopted.ShouldRefuse(new StopImprovement("Nei"), "ImprovementEnded");
    }

    [Fact]
    public void Abandoning_after_a_cycle_is_to_be_stopped_with_learning()
    {
        var stopped = Started().Studied().After(new EndCycle(1, CycleAct.Abandon, "Ikke verdt det"));

        (stopped.State, stopped.Ending!.Learned).ShouldBe((ImprovementState.Stopped, "Klokka ti passer"));
    }

    [Fact]
    public void It_may_be_stopped_at_any_time_and_says_what_was_learned()
    {
        var stop = new StopImprovement("Vi trenger en avtale med kjøkkenet først");
        Started().ShouldRefuse(new StopImprovement(" "), "LearnedMissing", "lesson");
        foreach (var before in new[] { Started(), Started().After(new BeginCycle(1)), Started().Studied() })
        {
            var stopped = before.After(stop);

            (stopped.State, stopped.Ending!.Learned).ShouldBe((ImprovementState.Stopped, stop.Learned!));
            stopped.Current.Stage.ShouldBe(CycleStage.Ended);
            stopped.ShouldDoNothingMore(stop);
        }
    }

    [Fact]
    public void It_is_taken_up_again_with_a_new_cycle()
    {
        var resume = new ResumeImprovement(2, "Ringe klokka elleve", "Ingen telefoner", Today.AddDays(4));
        Started().ShouldRefuse(resume, "StillOngoing");
        var stopped = Started().After(new StopImprovement("For tidlig"));
        stopped.ShouldRefuse(resume with { Prediction = "" }, "TextMissing", "prediction");
        stopped.ShouldRefuse(resume with { Cycle = 3 }, "CycleOver");

        var resumed = stopped.After(resume);

        (resumed.State, resumed.Current.Number, resumed.Stage).ShouldBe((ImprovementState.Ongoing, 2, CycleStage.Plan));
        resumed.Ending.ShouldBeNull();
        resumed.ShouldDoNothingMore(resume);
    }

    [Fact]
    public void What_is_just_done_is_told_and_ended_at_once()
    {
        var finish = new FinishJustDone(1, "Skiltet henger", Verdict.AsExpected, CycleAct.Adopt);
        Started().ShouldRefuse(finish, "NotJustDoIt");
        var small = Started(ImprovementSize.JustDoIt);
        small.ShouldRefuse(finish with { Happened = "" }, "HappenedMissing", "happened");
        small.ShouldRefuse(finish with { Verdict = null }, "VerdictMissing", "verdict");
        small.ShouldRefuse(finish with { Act = CycleAct.Adapt }, "CycleActMissing", "act");

        var done = small.After(finish);

        (done.State, done.Ending!.Learned, done.Current.BegunOn).ShouldBe(
            (ImprovementState.Adopted, "Skiltet henger", Today)
        );
        done.ShouldDoNothingMore(finish);
        small
            .After(finish with { Verdict = Verdict.NotAsExpected, Act = CycleAct.Abandon })
            .State.ShouldBe(ImprovementState.Stopped);
    }

    [Fact]
    public void The_aim_says_how_good_and_by_when()
    {
        var aim = new StateAim("Færre enn tre telefoner i runden", Today.AddDays(90), "Vi teller i en uke");
        var stated = Started().After(aim);

        stated.Aim.ShouldBe(new Aim("Færre enn tre telefoner i runden", Today.AddDays(90), "Vi teller i en uke"));
        stated.ShouldDoNothingMore(aim);
        stated.ShouldRefuse(aim with { HowGood = "" }, "HowGoodMissing", "howGood");
        stated.ShouldRefuse(aim with { By = null }, "AimDayMissing", "by");
        stated.ShouldRefuse(aim with { By = Today.AddDays(-1) }, "AimDayInThePast", "by");
        stated.ShouldRefuse(aim with { By = Today.AddYears(6) }, "AimDayTooFarAhead", "by");
        stated.ShouldRefuse(aim with { HowWeKnow = new string('å', Aim.LongestText + 1) }, "TextTooLong", "howWeKnow");
        stated.After(new StopImprovement("Nok")).ShouldRefuse(aim with { HowGood = "Én" }, "ImprovementEnded");
    }

    [Fact]
    public void Size_and_owner_are_changed_knowingly()
    {
        var next = new Guid("0199a000-0000-4000-8000-000000000009");
        var started = Started();

        started.After(new ResizeImprovement(ImprovementSize.Pilot)).Size.ShouldBe(ImprovementSize.Pilot);
        started.ShouldDoNothingMore(new ResizeImprovement(ImprovementSize.Pdca));
        started.ShouldRefuse(new ResizeImprovement(null), "SizeMissing", "size");

        started.After(new ReplaceImprovementOwner(Owner, next)).OwnerId.ShouldBe(next);
        started.ShouldDoNothingMore(new ReplaceImprovementOwner(Owner, Owner));
        started.ShouldRefuse(new ReplaceImprovementOwner(next, next), "OwnerChanged");
        started.ShouldRefuse(new ReplaceImprovementOwner(Owner, null), "OwnerMissing", "owner");
    }
}
