using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Holding;
using Endre.Storage.Improvements;
using Endre.Storage.Improvements.Holding;
using Endre.Testing;

namespace Endre.Storage.Tests.Improvements.Holding;

public sealed class HeldAgainTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task What_is_adopted_a_second_time_is_asked_about_again(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        var (team, kari) = await Started.TeamAsync(context);
        var id = await Started.TryAsync(context, team, kari);
        await AdoptAsync(context, id, 1, kari, Started.Today);
        var agree = new AgreeOnRoutine("På knaggen", kari, "");
        (await context.DoWithHeldRoutineAsync(id, agree, Started.HandOf(kari), Ct)).ShouldBeNull();
        var (late, later) = (Started.Today.AddMonths(12), Started.Today.AddMonths(13));
        var gone = new CheckUse(12, InUse.Gone, "Vi prøver på nytt");
        (await context.DoWithHeldRoutineAsync(id, gone, Started.HandOf(kari, late), Ct)).ShouldBeNull();
        (await WaitingAsync(context, late)).ShouldBeEmpty();

        var resume = new ResumeImprovement(2, "Knagg til hver", "Ingen leter", later.AddDays(7));
        (await context.DoWithImprovementAsync(id, resume, Started.HandOf(kari, later), Ct)).ShouldBeNull();
        await AdoptAsync(context, id, 2, kari, later);
        context.ChangeTracker.Clear();
        (await WaitingAsync(context, later.AddMonths(3).AddDays(-1))).ShouldBeEmpty();
        (await WaitingAsync(context, later.AddMonths(3))).ShouldBe([3]);
        var held = (await context.ReadHeldRoutineAsync((await context.FindImprovementAsync(id, Ct))!, Ct))!;
        (held.Routine, held.Checks.Count, held.LastAnswered).ShouldBe(("På knaggen", 0, 0));
    }

    private static async Task<IReadOnlyList<int>> WaitingAsync(EndreContext context, DateOnly day) =>
        [.. (await context.ReadWaitingUsesAsync(day, context.Improvements, Ct)).Select(one => one.Months)];

    private static async Task AdoptAsync(EndreContext context, Guid id, int cycle, Guid person, DateOnly on)
    {
        ImprovementCommand[] commands =
        [
            new BeginCycle(cycle),
            new TellCycle(cycle, "Ingen lette", null),
            new StudyCycle(cycle, Verdict.AsExpected, "Knagger virker"),
            new EndCycle(cycle, CycleAct.Adopt, "Det virker"),
        ];
        foreach (var command in commands)
        {
            (await context.DoWithImprovementAsync(id, command, Started.HandOf(person, on), Ct)).ShouldBeNull();
        }
    }
}
