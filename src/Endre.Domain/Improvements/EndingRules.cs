using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Improvements;

/// <summary>How a cycle or an improvement ends, and how it is taken up again. Stopping is a result as much as adopting is.</summary>
internal static class EndingRules
{
    public static Decision<ImprovementEvent> End(Improvement improvement, EndCycle command, DateOnly today)
    {
        if (command.Act is not { } act)
        {
            return new Refusal("CycleActMissing", "act");
        }
        if (FreeText.Accept(command.Reason, CycleEnding.LongestReason, "reason", out var reason) is { } fault)
        {
            return fault;
        }
        if (reason.Length == 0)
        {
            return new Refusal("CycleReasonMissing", "reason");
        }
        var ending = new CycleEnding(act, reason, today);
        if (CycleRules.Named(improvement, command)?.Ending is { } ended && ended with { On = today } == ending)
        {
            return Decision<ImprovementEvent>.Happened();
        }
        if (CycleRules.NotAt(improvement, command) is { } not)
        {
            return not;
        }
        if (improvement.Current.Study is null)
        {
            return Refusal.Because("NotStudied");
        }
        if (act != CycleAct.Adapt)
        {
            return act == CycleAct.Adopt ? new ImprovementAdopted(ending) : new ImprovementAbandoned(ending);
        }
        return Next(improvement, command.Trying, command.Prediction, command.LookOn, today, out var plan) is { } wrong
            ? wrong
            : new CycleAdapted(ending, plan);
    }

    public static Decision<ImprovementEvent> Finish(Improvement improvement, FinishJustDone command, DateOnly today)
    {
        if (CycleRules.ReadDone(command.Happened, deviations: null, today, out var done) is { } fault)
        {
            return fault;
        }
        if (command.Verdict is not { } verdict)
        {
            return new Refusal("VerdictMissing", "verdict");
        }
        if (command.Act is not { } act || act == CycleAct.Adapt)
        {
            return new Refusal("CycleActMissing", "act");
        }
        if (
            CycleRules.Named(improvement, command) is { Done: { } told, Study: { } study, Ending: { } ended }
            && (told.Happened, study.Verdict, ended.Act) == (done.Happened, verdict, act)
        )
        {
            return Decision<ImprovementEvent>.Happened();
        }
        return CycleRules.NotAt(improvement, command) is { } not ? not
            : improvement.Size != ImprovementSize.JustDoIt ? Refusal.Because("NotJustDoIt")
            : improvement.Current.Study is not null ? Refusal.Because("AlreadyStudied")
            : new ImprovementJustDone(
                done with
                {
                    Deviations = improvement.Current.Done?.Deviations ?? "",
                },
                new CycleStudy(verdict, done.Happened, today),
                new CycleEnding(act, done.Happened, today)
            );
    }

    public static Decision<ImprovementEvent> Stop(Improvement improvement, StopImprovement command, DateOnly today)
    {
        if (FreeText.Accept(command.Learned, ImprovementEnding.LongestLearned, "lesson", out var learned) is { } fault)
        {
            return fault;
        }
        return learned.Length == 0 ? new Refusal("LearnedMissing", "lesson")
            : improvement.State == ImprovementState.Ongoing
                ? new ImprovementStopped(new ImprovementEnding(learned, today))
            : improvement.State == ImprovementState.Stopped && improvement.Ending?.Learned == learned
                ? Decision<ImprovementEvent>.Happened()
            : Refusal.Because("ImprovementEnded");
    }

    public static Decision<ImprovementEvent> Resume(Improvement improvement, ResumeImprovement command, DateOnly today)
    {
        if (
            Next(improvement, command.Trying, command.Prediction, command.LookOn, today, out var plan) is { } fault
            && fault.Reason != "TooManyCycles"
        )
        {
            return fault;
        }
        if (improvement.State == ImprovementState.Ongoing)
        {
            return
                improvement.Current is { Number: var number, Plan: var stands }
                && number == command.Cycle
                && (stands.Trying, stands.Prediction) == (plan.Trying, plan.Prediction)
                ? Decision<ImprovementEvent>.Happened()
                : Refusal.Because("StillOngoing");
        }
        return improvement.Cycles.Count >= Improvement.MostCycles ? TooMany()
            : command.Cycle != improvement.Current.Number + 1 ? Refusal.Because("CycleOver")
            : new ImprovementResumed(plan);
    }

    public static Improvement Evolve(Improvement before, ImprovementEvent happened) =>
        happened switch
        {
            ImprovementAdopted adopted => Ended(before, before.Current with { Ending = adopted.Ending }),
            ImprovementAbandoned abandoned => Ended(before, before.Current with { Ending = abandoned.Ending }),
            ImprovementJustDone done => Ended(
                before,
                before.Current with
                {
                    BegunOn = before.Current.BegunOn ?? done.Done.On,
                    Done = done.Done,
                    Study = done.Study,
                    Ending = done.Ending,
                }
            ),
            ImprovementStopped stopped => before.WithCurrent(
                before.Current with
                {
                    Ending = new CycleEnding(CycleAct.Abandon, stopped.Ending.Learned, stopped.Ending.On),
                }
            ) with
            {
                State = ImprovementState.Stopped,
                Ending = stopped.Ending,
            },
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };

    // What the last cycle taught is what the whole taught.
    private static Improvement Ended(Improvement before, Cycle last) =>
        before.WithCurrent(last) with
        {
            State = last.Ending!.Act == CycleAct.Adopt ? ImprovementState.Adopted : ImprovementState.Stopped,
            Ending = new ImprovementEnding(last.Study!.Learned, last.Ending.On),
        };

    private static Refusal? Next(
        Improvement improvement,
        string? trying,
        string? prediction,
        DateOnly? lookOn,
        DateOnly today,
        out CyclePlan plan
    )
    {
        plan = new CyclePlan("", "", today);
        var fault =
            ImprovementRules.ReadPlan(trying, prediction, out var cleanTrying, out var cleanPrediction)
            ?? ImprovementRules.CheckLookDay(lookOn, today);
        if (fault is not null)
        {
            return fault;
        }
        plan = new CyclePlan(cleanTrying, cleanPrediction, lookOn!.Value);
        return improvement.Cycles.Count >= Improvement.MostCycles ? TooMany() : null;
    }

    private static Refusal TooMany() =>
        new("TooManyCycles", Field: null, Improvement.MostCycles.ToString(CultureInfo.InvariantCulture));
}
