using CsCheck;
using Endre.Domain.Improvements;
using static Endre.Domain.Tests.Improvements.NewImprovement;

namespace Endre.Domain.Tests.Improvements;

public sealed class ImprovementSequenceTests
{
    private static readonly string[] Words = ["", "Ringe", "Banke på", "Færre", "Flere"];
    private static readonly Gen<int> Number = Gen.Int[1, 4];
    private static readonly Gen<string> Text = Gen.Int[0, 4].Select(at => Words[at]);
    private static readonly Gen<DateOnly?> Day = Gen.Int[-2, 30].Select(days => (DateOnly?)Today.AddDays(days));

    private static readonly Gen<ImprovementCommand> Command = Gen.OneOf<ImprovementCommand>(
        Gen.Select(Number, Text, Text, Day)
            .Select(x =>
                (ImprovementCommand)new PlanCycle(x.Item1, x.Item2, x.Item3, x.Item4, AcceptableError: x.Item3)
            ),
        Number.Select(number => (ImprovementCommand)new BeginCycle(number)),
        Gen.Select(Number, Text).Select(x => (ImprovementCommand)new TellCycle(x.Item1, x.Item2, "")),
        Gen.Select(Number, Gen.Enum<Verdict>(), Text)
            .Select(x => (ImprovementCommand)new StudyCycle(x.Item1, x.Item2, x.Item3)),
        Gen.Select(Number, Gen.Enum<CycleAct>(), Text, Text, Day)
            .Select(x => (ImprovementCommand)new EndCycle(x.Item1, x.Item2, x.Item3, x.Item4, x.Item3, x.Item5)),
        Gen.Select(Number, Text, Gen.Enum<CycleAct>())
            .Select(x => (ImprovementCommand)new FinishJustDone(x.Item1, x.Item2, Verdict.Partly, x.Item3)),
        Gen.Select(Number, Day).Select(x => (ImprovementCommand)new MoveLookDay(x.Item1, x.Item2)),
        Text.Select(text => (ImprovementCommand)new StopImprovement(text)),
        Gen.Select(Number, Text, Text, Day)
            .Select(x => (ImprovementCommand)new ResumeImprovement(x.Item1, x.Item2, x.Item3, x.Item4)),
        Gen.Enum<ImprovementSize>().Select(size => (ImprovementCommand)new ResizeImprovement(size)),
        Gen.Select(Text, Day).Select(x => (ImprovementCommand)new StateAim(x.Item1, x.Item2, ""))
    );

    [Fact]
    public void Whatever_is_done_in_whatever_order_it_stays_whole() =>
        Command
            .List[0, 40]
            .Sample(commands =>
            {
                var now = Started();
                foreach (var command in commands)
                {
                    var decision = ImprovementRules.Decide(now, command, Today);
                    if (decision.Refusal is not null)
                    {
                        continue;
                    }
                    var after = decision.Events.Aggregate(now, ImprovementRules.Evolve);
                    ShouldBeWhole(after);
                    ShouldKeepWhatWasSaidBeforehand(now, after);
                    // The same form again is the same act.
                    var again = ImprovementRules.Decide(after, command, Today);
                    again.Refusal.ShouldBeNull();
                    again.Events.ShouldBeEmpty();
                    now = after;
                }
            });

    private static void ShouldBeWhole(Improvement improvement)
    {
        var cycles = improvement.Cycles;
        cycles.Select(cycle => cycle.Number).ShouldBe(Enumerable.Range(1, cycles.Count));
        cycles
            .Count(cycle => cycle.Ending is null)
            .ShouldBe(improvement.State == ImprovementState.Ongoing ? 1 : 0, $"{improvement}");
        if (improvement.State == ImprovementState.Ongoing)
        {
            improvement.Current.Ending.ShouldBeNull();
        }
        (improvement.Ending is null).ShouldBe(improvement.State == ImprovementState.Ongoing);
        (improvement.LooksOn is null).ShouldBe(improvement.State != ImprovementState.Ongoing);
        foreach (var cycle in cycles)
        {
            cycle.Plan.Prediction.ShouldNotBeEmpty();
            (cycle.Done is not null && cycle.BegunOn is null).ShouldBeFalse();
            (cycle.Study is not null && cycle.Done is null).ShouldBeFalse();
        }
    }

    private static void ShouldKeepWhatWasSaidBeforehand(Improvement before, Improvement after)
    {
        foreach (var cycle in before.Cycles.Where(cycle => cycle.BegunOn is not null))
        {
            (after.Cycles[cycle.Number - 1].Plan with { LookOn = cycle.Plan.LookOn }).ShouldBe(cycle.Plan);
        }
        if (before.Cycles[0].BegunOn is not null)
        {
            after.AcceptableError.ShouldBe(before.AcceptableError);
        }
    }
}
