using Endre.Domain.Shared;

namespace Endre.Domain.Improvements;

/// <summary>What may happen with a cycle: the prediction before anything is done, and one thing after the other.</summary>
internal static class CycleRules
{
    public static Decision<ImprovementEvent> Decide(Improvement improvement, CycleCommand command, DateOnly today) =>
        command switch
        {
            PlanCycle plan => Plan(improvement, plan, today),
            BeginCycle begin => Begin(improvement, begin, today),
            TellCycle tell => Tell(improvement, tell, today),
            StudyCycle study => Study(improvement, study, today),
            EndCycle end => EndingRules.End(improvement, end, today),
            FinishJustDone finish => EndingRules.Finish(improvement, finish, today),
            MoveLookDay move => Move(improvement, move, today),
            _ => throw new ArgumentException($"Nobody decides {command.GetType().Name}.", nameof(command)),
        };

    /// <summary>Why nothing can be done with the cycle that is named; null when one is at it.</summary>
    public static Refusal? NotAt(Improvement improvement, CycleCommand command) =>
        improvement.State != ImprovementState.Ongoing ? Refusal.Because("ImprovementEnded")
        : command.Cycle != improvement.Current.Number ? Refusal.Because("CycleOver")
        : null;

    public static Cycle? Named(Improvement improvement, CycleCommand command) =>
        improvement.Cycles.Find(cycle => cycle.Number == command.Cycle);

    public static Refusal? ReadDone(string? happened, string? deviations, DateOnly today, out CycleDone done)
    {
        done = new CycleDone("", "", today);
        if (FreeText.Accept(happened, CycleDone.LongestText, "happened", out var text) is { } fault)
        {
            return fault;
        }
        if (FreeText.Accept(deviations, CycleDone.LongestText, "deviations", out var otherwise) is { } wrong)
        {
            return wrong;
        }
        done = new CycleDone(text, otherwise, today);
        return text.Length == 0 ? new Refusal("HappenedMissing", "happened") : null;
    }

    private static Decision<ImprovementEvent> Plan(Improvement improvement, PlanCycle command, DateOnly today)
    {
        if (Read(command, out var plan) is { } fault)
        {
            return fault;
        }
        var before = improvement.AcceptableError;
        var error = before;
        if (
            command.AcceptableError is not null
            && FreeText.Accept(
                command.AcceptableError,
                Improvement.LongestAcceptableError,
                "acceptableError",
                out error
            )
                is { } unclear
        )
        {
            return unclear;
        }
        if (Named(improvement, command) is { } named && named.Plan == plan && error == before)
        {
            return Decision<ImprovementEvent>.Happened();
        }
        // A day that has passed may stand while the words are mended; a new one lies ahead.
        return plan.LookOn != improvement.Current.Plan.LookOn
            && ImprovementRules.CheckLookDay(command.LookOn, today) is { } wrong
                ? wrong
            : NotAt(improvement, command) is { } not ? not
            : improvement.Current.BegunOn is not null ? Refusal.Because("PredictionStands")
            // What one found acceptable is worth something only when it was said before one knew.
            : error != before && improvement.Cycles[0].BegunOn is not null
                ? new Refusal("ErrorStands", "acceptableError")
            : new CyclePlanned(plan, error);
    }

    private static Decision<ImprovementEvent> Begin(Improvement improvement, BeginCycle command, DateOnly today) =>
        Named(improvement, command)?.BegunOn is not null ? Decision<ImprovementEvent>.Happened()
        : NotAt(improvement, command) is { } not ? not
        : new CycleBegun(today);

    private static Decision<ImprovementEvent> Tell(Improvement improvement, TellCycle command, DateOnly today)
    {
        if (ReadDone(command.Happened, command.Deviations, today, out var done) is { } fault)
        {
            return fault;
        }
        if (Named(improvement, command)?.Done is { } told && told with { On = today } == done)
        {
            return Decision<ImprovementEvent>.Happened();
        }
        return NotAt(improvement, command) is { } not ? not
            : improvement.Current.BegunOn is null ? Refusal.Because("CycleNotBegun")
            : improvement.Current.Study is not null ? Refusal.Because("AlreadyStudied")
            : new CycleTold(done);
    }

    private static Decision<ImprovementEvent> Study(Improvement improvement, StudyCycle command, DateOnly today)
    {
        if (command.Verdict is not { } verdict)
        {
            return new Refusal("VerdictMissing", "verdict");
        }
        if (FreeText.Accept(command.Learned, CycleStudy.LongestLearned, "learned", out var learned) is { } fault)
        {
            return fault;
        }
        if (learned.Length == 0)
        {
            return new Refusal("LearnedMissing", "learned");
        }
        var study = new CycleStudy(verdict, learned, today);
        if (Named(improvement, command)?.Study is { } studied && studied with { On = today } == study)
        {
            return Decision<ImprovementEvent>.Happened();
        }
        return NotAt(improvement, command) is { } not ? not
            : improvement.Current.Done is null ? Refusal.Because("NothingTold")
            : new CycleStudied(study);
    }

    private static Decision<ImprovementEvent> Move(Improvement improvement, MoveLookDay command, DateOnly today) =>
        Named(improvement, command) is { } named && named.Plan.LookOn == command.LookOn
            ? Decision<ImprovementEvent>.Happened()
        : ImprovementRules.CheckLookDay(command.LookOn, today) is { } wrong ? wrong
        : NotAt(improvement, command) is { } not ? not
        : new LookDayMoved(command.LookOn!.Value);

    private static Refusal? Read(PlanCycle command, out CyclePlan plan)
    {
        plan = new CyclePlan("", "", default);
        var fault = ImprovementRules.ReadPlan(command.Trying, command.Prediction, out var trying, out var prediction);
        if (fault is not null)
        {
            return fault;
        }
        if (command.LookOn is not { } day)
        {
            return new Refusal("LookDayMissing", "lookOn");
        }
        string who = "",
            where = "",
            when = "",
            count = "";
        fault =
            FreeText.Accept(command.Question, CyclePlan.LongestPrediction, "question", out var question)
            ?? FreeText.Accept(command.Who, CyclePlan.LongestPart, "who", out who)
            ?? FreeText.Accept(command.Where, CyclePlan.LongestPart, "where", out where)
            ?? FreeText.Accept(command.When, CyclePlan.LongestPart, "when", out when)
            ?? FreeText.Accept(command.Count, CyclePlan.LongestPart, "count", out count);
        plan = new CyclePlan(trying, prediction, day, question, command.Scale, who, where, when, count);
        return fault;
    }
}
