using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;
using Endre.Storage.Hassles;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Hassles;

public sealed class MergedHasslesTests
{
    private static readonly DateOnly Today = new(2026, 3, 4);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task What_is_lifted_moved_merged_and_taken_apart_is_read_back_as_it_was(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (one, other, boss, school) = await TwoAsync(node);
        await using var context = await node.OpenAsync();
        await DoAsync(context, one, new MoveHassle(boss, school));
        var moved = await context.FindHassleAsync(one, Ct);
        (moved!.MovedToId, moved.MovedOn, moved.AnsweringUnitId).ShouldBe((school, Today, school));
        await DoAsync(context, one, new LiftHassle(boss, boss, "Penger", 0));
        var lifted = await context.FindHassleAsync(one, Ct);
        (lifted!.State, lifted.AnswererId, lifted.LiftedOn).ShouldBe((HassleState.Lifted, boss, Today));
        await DoAsync(context, other, new MergeHassle(boss, one));
        (await context.FindHassleAsync(other, Ct))!.MergedIntoId.ShouldBe(one);
        await DoAsync(context, other, new SplitHassle(boss, Today, Today));
        (await context.FindHassleAsync(other, Ct))!.MergedIntoId.ShouldBeNull();
        var history = await context
            .HassleEvents.OrderBy(e => e.HassleId == one ? 0 : 1)
            .ThenBy(e => e.Number)
            .ToListAsync(Ct);
        history.Select(entry => entry.What).ShouldBe(["said", "moved", "lifted", "said", "merged", "split"]);
        history.Where(entry => entry.What != "said").ShouldAllBe(entry => entry.PersonId == boss && entry.Day == Today);
    }

    [Theory, EachDatabase]
    public async Task Whatever_happens_to_the_one_happens_to_all_that_were_merged_into_it(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (one, other, boss, school) = await TwoAsync(node);
        await using var context = await node.OpenAsync();
        var third = await SayAsync(context, (await context.FindHassleAsync(one, Ct))!.UnitId, "Tredje");
        await DoAsync(context, third, new MergeHassle(boss, other));
        await DoAsync(context, other, new MergeHassle(boss, one));
        await DoAsync(context, one, new AnswerHassle(boss, HassleState.WillNot, "Fordi", 0));
        await DoAsync(context, one, new MoveHassle(boss, school));
        foreach (var id in new[] { one, other, third })
        {
            var hassle = await context.FindHassleAsync(id, Ct);
            (hassle!.State, hassle.AnsweringUnitId, hassle.Thread.Single().Text).ShouldBe(
                (HassleState.Waiting, school, "Fordi")
            );
        }
        await DoAsync(context, one, new WithdrawHassle());
        (await context.FindHassleAsync(other, Ct))!.MergedIntoId.ShouldBeNull();
        (await context.FindHassleAsync(third, Ct))!.MergedIntoId.ShouldBe(other);
    }

    [Theory, EachDatabase]
    public async Task Two_who_merge_each_into_the_other_at_once_make_no_circle(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (one, other, boss, _) = await TwoAsync(node);
        var refusals = await Task.WhenAll(TryAsync(one, other), TryAsync(other, one));
        refusals.Count(reason => reason is null).ShouldBe(1);
        refusals.Count(reason => reason is "MergeTargetMerged" or "HassleMerged").ShouldBe(1);
        await using var database = await node.OpenAsync();
        (await database.Hassles.CountAsync(row => row.MergedIntoId != null, Ct)).ShouldBe(1);

        async Task<string?> TryAsync(Guid id, Guid into)
        {
            await using var context = await node.OpenAsync();
            return (await context.DoWithHassleAsync(id, new MergeHassle(boss, into), Today, Ct))?.Reason;
        }
    }

    private static async Task DoAsync(EndreContext context, Guid id, HassleCommand command)
    {
        (await context.DoWithHassleAsync(id, command, Today, Ct)).ShouldBeNull();
        context.ChangeTracker.Clear();
    }

    private static async Task<(Guid One, Guid Other, Guid Boss, Guid School)> TwoAsync(StorageNode node)
    {
        var unit = new UnitRow { Name = "Post 3", Kind = "team" };
        var school = new UnitRow { Name = "Skolen", Kind = "department" };
        var boss = new Person { UserName = "lise", DisplayName = "Lise Leder" };
        await using var context = await node.OpenAsync();
        context.Units.AddRange(unit, school);
        context.Users.Add(boss);
        await context.SaveChangesAsync(Ct);
        return (
            await SayAsync(context, unit.Id, "Skriveren står"),
            await SayAsync(context, unit.Id, "Skriveren er tom"),
            boss.Id,
            school.Id
        );
    }

    private static async Task<Guid> SayAsync(EndreContext context, Guid unit, string text)
    {
        var say = new SayHassle(
            HassleId.New(),
            unit,
            Speaker.Anonymous,
            text,
            Effort.Unknown,
            Name: null,
            PersonId: null,
            ClaimCode.HashOf(ClaimCode.New())
        );
        (await context.SayAsync(say, Today, Ct)).Refusal.ShouldBeNull();
        context.ChangeTracker.Clear();
        return say.Id;
    }
}
