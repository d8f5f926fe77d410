using Endre.Domain.Shared;

namespace Endre.Domain.Needs;

/// <summary>Behov–Løsning–Test: no solution before the need is closed, no test before a solution is chosen, again until it works.</summary>
internal static class BltRules
{
    /// <returns>
    /// Null for what is not of this; otherwise the event or a refusal: <c>DiamondNotOpen</c>, <c>DiamondAhead</c>,
    /// <c>NoSolutionChosen</c>, <c>NoTestTold</c>, <c>TestSaysNotYet</c>, <c>NeedStillOpen</c>, <c>SolutionStillOpen</c>,
    /// <c>SolutionUnknown</c>, <c>TooManySolutions</c>, <c>TestUnknown</c>, <c>TestToldAlready</c>, <c>TooManyTests</c>,
    /// <c>TestPeopleWrong</c>, <c>NextMissing</c>, or what <see cref="FreeText"/> says.
    /// </returns>
    public static Decision<NeedEvent>? Decide(Need need, NeedCommand command) =>
        command switch
        {
            CloseDiamond close => Close(need, close.Diamond),
            ReopenDiamond reopen => Reopen(need, reopen.Diamond),
            WriteSolution write => Write(need, write),
            ChooseSolution choose => Choose(need, choose),
            RemoveSolution remove => need.SolutionOf(remove.Id) is { } gone
                ? new SolutionRemoved(gone.Id)
                : Decision<NeedEvent>.Happened(),
            PlanTest plan => Plan(need, plan),
            TellTest tell => Tell(need, tell),
            RemoveTest remove => Remove(need, remove),
            _ => (Decision<NeedEvent>?)null,
        };

    public static Need? Evolve(Need need, NeedEvent happened) =>
        happened switch
        {
            DiamondClosed closed => need with
            {
                Blt = need.Blt with { Open = closed.Diamond == Diamond.Test ? null : closed.Diamond + 1 },
            },
            DiamondReopened reopened => need with { Blt = new BltState(need.Blt.Round + 1, reopened.Diamond) },
            SolutionWritten written => need with
            {
                Solutions = need.Solutions.Put(written.Solution, one => one.Id == written.Solution.Id),
            },
            SolutionRemoved removed => need with
            {
                Solutions = need.Solutions.RemoveAll(one => one.Id == removed.Id),
                Tests = need.Tests.ConvertAll(test =>
                    test.SolutionId == removed.Id ? test with { SolutionId = null } : test
                ),
            },
            TestPlanned planned => need with { Tests = need.Tests.Put(planned.Test, one => one.Id == planned.Test.Id) },
            TestTold told => need with
            {
                Tests = need.Tests.ConvertAll(test => test.Id == told.Id ? test with { Result = told.Result } : test),
            },
            TestRemoved removed => need with { Tests = need.Tests.RemoveAll(one => one.Id == removed.Id) },
            _ => null,
        };

    private static Decision<NeedEvent> Close(Need need, Diamond? diamond)
    {
        if (diamond is not { } which)
        {
            return Refusal.Because("DiamondNotOpen");
        }
        switch (need.Blt.StageOf(which))
        {
            case DiamondStage.Closed:
                return Decision<NeedEvent>.Happened();
            case DiamondStage.Ahead:
                return Refusal.Because("DiamondNotOpen");
        }
        var told = need.Tests.FindLast(test => test.Round == need.Blt.Round && test.Result is not null);
        return which switch
        {
            Diamond.Solution when !need.Solutions.Exists(solution => solution.IsChosen) => Refusal.Because(
                "NoSolutionChosen"
            ),
            Diamond.Test when told is null => Refusal.Because("NoTestTold"),
            Diamond.Test when told.Result!.Next != NextStep.Keep => Refusal.Because("TestSaysNotYet"),
            _ => new DiamondClosed(which),
        };
    }

    private static Decision<NeedEvent> Reopen(Need need, Diamond? diamond) =>
        diamond is not { } which
            ? Refusal.Because("DiamondAhead")
            : need.Blt.StageOf(which) switch
            {
                DiamondStage.Open => Decision<NeedEvent>.Happened(),
                DiamondStage.Ahead => Refusal.Because("DiamondAhead"),
                _ => new DiamondReopened(which),
            };

    private static Decision<NeedEvent> Write(Need need, WriteSolution write)
    {
        if (need.Blt.Open == Diamond.Need)
        {
            return new Refusal("NeedStillOpen", "solution");
        }
        if (FreeText.Require(write.Text, Solution.LongestText, "solution", out var text) is { } fault)
        {
            return fault;
        }
        if (write.Id is not { } id)
        {
            return Refusal.Because("SolutionUnknown");
        }
        var before = need.SolutionOf(id);
        if (before is null && need.Solutions.Count >= Solution.Most)
        {
            return NeedRules.TooMany("TooManySolutions", "solution", Solution.Most);
        }
        var after = new Solution(id, text, before?.IsChosen ?? false);
        return after == before ? Decision<NeedEvent>.Happened() : new SolutionWritten(after);
    }

    private static Decision<NeedEvent> Choose(Need need, ChooseSolution choose) =>
        need.SolutionOf(choose.Id) is not { } solution ? Refusal.Because("SolutionUnknown")
        : solution.IsChosen == choose.IsChosen ? Decision<NeedEvent>.Happened()
        : new SolutionWritten(solution with { IsChosen = choose.IsChosen });

    private static Decision<NeedEvent> Plan(Need need, PlanTest plan)
    {
        if (need.Blt.Open is Diamond.Need or Diamond.Solution)
        {
            return new Refusal("SolutionStillOpen", "what");
        }
        if (
            (
                FreeText.Require(plan.What, SmallTest.LongestText, "what", out var what)
                ?? FreeText.Require(plan.With, SmallTest.LongestWith, "with", out _)
                ?? FreeText.Require(plan.Prediction, SmallTest.LongestText, "prediction", out _)
            ) is
            { } fault
        )
        {
            return fault;
        }
        if (plan.People is not (>= 1 and <= SmallTest.MostPeople))
        {
            return NeedRules.TooMany("TestPeopleWrong", "people", SmallTest.MostPeople);
        }
        if (plan.Id is not { } id)
        {
            return Refusal.Because("TestUnknown");
        }
        if (plan.SolutionId is not null && need.SolutionOf(plan.SolutionId) is null)
        {
            return new Refusal("SolutionUnknown", "solutionId");
        }
        var before = need.Tests.Find(test => test.Id == id);
        if (before is null && need.Tests.Count >= SmallTest.Most)
        {
            return NeedRules.TooMany("TooManyTests", "what", SmallTest.Most);
        }
        var after = new SmallTest(
            id,
            before?.Round ?? need.Blt.Round,
            plan.SolutionId,
            what,
            FreeText.Tidy(plan.With!),
            plan.People.Value,
            FreeText.Tidy(plan.Prediction!),
            plan.On,
            before?.Result
        );
        return after == before ? Decision<NeedEvent>.Happened()
            // What one thought before is not made wiser afterwards.
            : before?.Result is not null ? Refusal.Because("TestToldAlready")
            : new TestPlanned(after);
    }

    private static Decision<NeedEvent> Tell(Need need, TellTest tell)
    {
        if (need.Tests.Find(one => one.Id == tell.Id) is not { } test)
        {
            return Refusal.Because("TestUnknown");
        }
        if (
            (
                FreeText.Require(tell.Happened, SmallTest.LongestText, "happened", out var happened)
                ?? FreeText.Require(tell.Learned, SmallTest.LongestText, "learned", out _)
            ) is
            { } fault
        )
        {
            return fault;
        }
        if (tell.Next is not { } next)
        {
            return new Refusal("NextMissing", "next");
        }
        var result = new SmallTestResult(happened, FreeText.Tidy(tell.Learned!), next);
        return test.Result == result ? Decision<NeedEvent>.Happened() : new TestTold(test.Id, result);
    }

    private static Decision<NeedEvent> Remove(Need need, RemoveTest remove) =>
        need.Tests.Find(one => one.Id == remove.Id) is not { } test ? Decision<NeedEvent>.Happened()
        : test.Result is not null ? Refusal.Because("TestToldAlready")
        : new TestRemoved(test.Id);
}
