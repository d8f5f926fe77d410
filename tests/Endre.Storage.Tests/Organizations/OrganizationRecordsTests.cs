using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Organizations;

public sealed class OrganizationRecordsTests
{
    private static readonly Moment Now = new(
        new DateTimeOffset(2026, 8, 1, 7, 0, 0, TimeSpan.Zero),
        new DateOnly(2026, 8, 1)
    );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task What_is_decided_is_read_back_as_it_was_decided(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (top, north, south, fresh) = (Id(), Id(), Id(), Id());
        Guid kari;
        await using (var context = await node.OpenAsync())
        {
            var person = new Person { DisplayName = "Kari", UserName = "kari" };
            context.Users.Add(person);
            await context.SaveChangesAsync(Ct);
            kari = person.Id;
        }
        await PlayAsync(
            node,
            draft => draft.Try(new OpenUnit(new NewUnit(top, null, "Kommunen", UnitKind.Municipality))),
            draft => draft.Try(new OpenUnit(new NewUnit(north, top, "Nord", UnitKind.Team, "T1"))),
            draft => draft.Try(new OpenUnit(new NewUnit(south, top, "Sør", UnitKind.Team))),
            draft =>
                draft.Try(
                    kari,
                    new AddPosition(new Position(Id(), kari, north, UnitRole.Leader, "leder", new DateOnly(2020, 1, 1)))
                )
        );
        // The new one takes over a name and a code, and the old ones lead on, all in one go.
        var told = await PlayAsync(
            node,
            draft =>
                draft.Try(
                    new MergeUnits(
                        [new SeenUnit(north, 1), new SeenUnit(south, 1)],
                        null,
                        new NewUnit(fresh, top, "Nord", UnitKind.Team, "T1", kari)
                    )
                )
        );
        await using (var context = await node.OpenAsync())
        {
            var read = await context.ReadOrganizationAsync(Now, null, Ct);
            read.Tree.All.ShouldBe(told.Tree.All, ignoreOrder: true);
            read.Positions.ShouldBe(told.Positions, ignoreOrder: true);
            read.Tree.Current(south)!.Id.ShouldBe(fresh);
            (await context.Memberships.CountAsync(row => row.PersonId == kari, Ct)).ShouldBe(2);
            var history = await context.UnitChanges.Where(row => row.UnitId == fresh).ToListAsync(Ct);
            history
                .Select(row => row.ToChanged()!)
                .Single(changed => changed.Act == UnitAct.TookOver)
                .Others.ShouldBe([north, south], ignoreOrder: true);
        }
        await PlayAsync(node, draft => draft.Try(new ReopenUnit(south, null, top)));
        await using (var context = await node.OpenAsync())
        {
            (await context.ReadUnitTreeAsync(Ct)).Find(south)!.IsOpen.ShouldBeTrue();
            (await context.UnitSuccessors.AnyAsync(row => row.UnitId == south, Ct)).ShouldBeFalse();
        }
    }

    [Theory, EachDatabase]
    public async Task A_decision_on_what_is_no_longer_so_is_not_stored(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var unit = Id();
        await PlayAsync(node, draft => draft.Try(new OpenUnit(new NewUnit(unit, null, "Enhet", UnitKind.Team))));
        await using var late = await node.OpenAsync();
        var draft = await late.ReadOrganizationAsync(Now, null, Ct);
        draft.Try(new RenameUnit(unit, 1, "Sist", UnitKind.Team, null)).ShouldBeNull();
        await PlayAsync(node, first => first.Try(new RenameUnit(unit, 1, "Først", UnitKind.Team, null)));
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => late.RecordAsync(draft.Events, null, Now.At, Ct));
    }

    private static async Task<OrganizationDraft> PlayAsync(
        StorageNode node,
        params Func<OrganizationDraft, Domain.Shared.Refusal?>[] acts
    )
    {
        await using var context = await node.OpenAsync();
        var draft = await context.ReadOrganizationAsync(Now, null, Ct);
        foreach (var act in acts)
        {
            act(draft).ShouldBeNull();
        }
        await context.RecordAsync(draft.Events, null, Now.At, Ct);
        await context.SaveChangesAsync(Ct);
        return draft;
    }

    private static Guid Id() => Guid.CreateVersion7(Now.At);
}
