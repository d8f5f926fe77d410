using Endre.Domain.Needs;

namespace Endre.Domain.Tests.Needs;

/// <summary>A need that has just been stated, and what is done with it.</summary>
internal static class Given
{
    public static readonly Guid Hassle = new("0199a000-0000-4000-8000-000000000001");

    public static Need ANeed(params Guid[] hassles)
    {
        var state = new StateNeed(New(), New(), "Nattevaktene", "å finne heisen", "de leter", [.. hassles]);
        return NeedRules.Evolve(null, NeedRules.State(state).Events.ShouldHaveSingleItem());
    }

    /// <summary>A need whose need and solution diamonds are closed, with one chosen solution.</summary>
    public static Need OneToTest(out Guid solution)
    {
        solution = New();
        return ANeed()
            .After(new CloseDiamond(Diamond.Need))
            .After(new WriteSolution(solution, "Fast plass"))
            .After(new ChooseSolution(solution, IsChosen: true))
            .After(new CloseDiamond(Diamond.Solution));
    }

    public static Need After(this Need need, NeedCommand command)
    {
        var decision = NeedRules.Decide(need, command);
        decision.Refusal.ShouldBeNull();
        return NeedRules.Evolve(need, decision.Events.ShouldHaveSingleItem());
    }

    public static void ShouldRefuse(this Need need, NeedCommand command, string reason, string? field = null)
    {
        var refusal = NeedRules.Decide(need, command).Refusal.ShouldNotBeNull();
        (refusal.Reason, refusal.Field).ShouldBe((reason, field));
    }

    public static void ShouldChangeNothing(this Need need, NeedCommand command)
    {
        var decision = NeedRules.Decide(need, command);
        decision.Refusal.ShouldBeNull();
        decision.Events.ShouldBeEmpty();
    }

    public static Guid New() => Guid.CreateVersion7();
}
