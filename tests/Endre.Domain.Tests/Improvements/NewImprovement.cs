using Endre.Domain.Improvements;

namespace Endre.Domain.Tests.Improvements;

internal static class NewImprovement
{
    public static readonly DateOnly Today = new(2026, 3, 2);
    public static readonly Guid Owner = new("0199a000-0000-4000-8000-000000000001");

    public static Improvement Started(ImprovementSize size = ImprovementSize.Pdca) =>
        ImprovementRules.Evolve(null, ImprovementRules.Start(Start(size), Today).Events[0]);

    public static StartImprovement Start(ImprovementSize? size = null) =>
        new(
            new Guid("0199a000-0000-4000-8000-000000000002"),
            new Guid("0199a000-0000-4000-8000-000000000003"),
            "Ringe runden klokka ti",
            "Halvparten så mange telefoner",
            Today.AddDays(7),
            size,
            Owner
        );

    /// <summary>The improvement after commands that must not be refused.</summary>
    public static Improvement After(this Improvement improvement, params IEnumerable<ImprovementCommand> commands)
    {
        foreach (var command in commands)
        {
            var decision = ImprovementRules.Decide(improvement, command, Today);
            decision.Refusal.ShouldBeNull();
            improvement = decision.Events.Aggregate(improvement, ImprovementRules.Evolve);
        }
        return improvement;
    }

    public static Improvement Studied(this Improvement improvement) =>
        improvement.Current.Number is var number
            ? improvement.After(
                new BeginCycle(number),
                new TellCycle(number, "Fire telefoner i stedet for ni", "Begynte en halvtime senere"),
                new StudyCycle(number, Verdict.AsExpected, "Klokka ti passer")
            )
            : improvement;

    public static void ShouldRefuse(
        this Improvement improvement,
        ImprovementCommand command,
        string reason,
        string? field = null
    )
    {
        var refusal = ImprovementRules.Decide(improvement, command, Today).Refusal;
        (refusal?.Reason, refusal?.Field).ShouldBe((reason, field));
    }

    public static void ShouldDoNothingMore(this Improvement improvement, ImprovementCommand command)
    {
        var decision = ImprovementRules.Decide(improvement, command, Today);
        decision.Refusal.ShouldBeNull();
        decision.Events.ShouldBeEmpty();
    }
}
