using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;
using Endre.Domain.Hassles.MeToos;
using Endre.Storage.Hassles;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Hassles;

public sealed class MeTooRecordsTests
{
    private const int AtOnce = 12;
    private static readonly DateOnly Today = new(2026, 3, 4);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Whoever_presses_many_times_at_once_counts_once(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (one, _, boss) = await TwoAsync(node);
        var phone = new MeTooBy(PersonId: null, DeviceSecret.New());
        var lise = new MeTooBy(boss, Secret: null);
        var refusals = await Task.WhenAll(
            Enumerable.Range(0, AtOnce * 2).Select(i => SayAsync(i % 2 == 0 ? phone : lise))
        );
        refusals.ShouldAllBe(refusal => refusal == null);
        (await CountAsync(node, one)).ShouldBe(3);
        await using var context = await node.OpenAsync();
        (await context.HassleMeToos.CountAsync(Ct)).ShouldBe(2);

        async Task<string?> SayAsync(MeTooBy by)
        {
            await using var own = await node.OpenAsync();
            return (await own.SayMeTooAsync(one, by, Ct))?.Reason;
        }
    }

    [Theory, EachDatabase]
    public async Task The_number_follows_a_merging_and_its_undoing(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (one, other, boss) = await TwoAsync(node);
        await using var context = await node.OpenAsync();
        var phone = new MeTooBy(PersonId: null, DeviceSecret.New());
        (await context.SayMeTooAsync(one, phone, Ct)).ShouldBeNull();
        (await context.SayMeTooAsync(one, new MeTooBy(boss, null), Ct)).ShouldBeNull();
        (await context.SayMeTooAsync(other, new MeTooBy(boss, null), Ct)).ShouldBeNull();
        (await CountAsync(node, one), await CountAsync(node, other)).ShouldBe((3, 2));

        await DoAsync(context, other, new MergeHassle(boss, one));
        // Two who said it, the phone, and the one account once.
        (await CountAsync(node, one), await CountAsync(node, other)).ShouldBe((4, 4));
        // The phone counts already, whichever of the two it presses.
        (await context.SayMeTooAsync(other, phone, Ct)).ShouldBeNull();
        (await context.HassleMeToos.CountAsync(Ct)).ShouldBe(3);

        await DoAsync(context, other, new SplitHassle(boss, Today, Today));
        (await CountAsync(node, one), await CountAsync(node, other)).ShouldBe((3, 2));
        await context.TakeMeTooBackAsync(one, phone, Ct);
        await context.TakeMeTooBackAsync(one, phone, Ct);
        await context.TakeMeTooBackAsync(one, new MeTooBy(null, DeviceSecret.New()), Ct);
        (await CountAsync(node, one)).ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task What_is_withdrawn_is_met_by_nobody_and_somebody_erased_still_counts(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (one, other, boss) = await TwoAsync(node);
        await using var context = await node.OpenAsync();
        (await context.SayMeTooAsync(one, new MeTooBy(boss, null), Ct)).ShouldBeNull();
        (await context.SayMeTooAsync(other, new MeTooBy(boss, null), Ct)).ShouldBeNull();
        await DoAsync(context, other, new WithdrawHassle());
        (await context.HassleMeToos.CountAsync(Ct)).ShouldBe(1);
        (await context.SayMeTooAsync(other, new MeTooBy(boss, null), Ct))!.Reason.ShouldBe("HassleWithdrawn");
        (await context.SayMeTooAsync(Guid.CreateVersion7(), new MeTooBy(boss, null), Ct))!.Reason.ShouldBe(
            "HassleUnknown"
        );
        await context.Users.Where(person => person.Id == boss).ExecuteDeleteAsync(Ct);
        (await CountAsync(node, one)).ShouldBe(2);
        (await context.HassleMeToos.AsNoTracking().SingleAsync(Ct)).PersonId.ShouldBeNull();
    }

    private static async Task<int> CountAsync(StorageNode node, Guid id)
    {
        await using var context = await node.OpenAsync();
        return MeTooRules.Count([.. (await context.ReadVoicedAsync([id], Ct))[id]]);
    }

    private static async Task DoAsync(EndreContext context, Guid id, HassleCommand command)
    {
        (await context.DoWithHassleAsync(id, command, Today, Ct)).ShouldBeNull();
        context.ChangeTracker.Clear();
    }

    private static async Task<(Guid One, Guid Other, Guid Boss)> TwoAsync(StorageNode node)
    {
        var unit = new UnitRow { Name = "Post 3", Kind = "team" };
        var boss = new Person { UserName = "lise", DisplayName = "Lise Leder" };
        await using var context = await node.OpenAsync();
        context.Units.Add(unit);
        context.Users.Add(boss);
        await context.SaveChangesAsync(Ct);
        return (
            await SayAsync(context, unit.Id, "Skriveren står"),
            await SayAsync(context, unit.Id, "Skriveren er tom"),
            boss.Id
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
