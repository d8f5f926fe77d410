using Endre.Domain.ActionItems;
using Endre.Domain.Lineage;
using Endre.Storage.ActionItems;
using Endre.Storage.Lineage;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.ActionItems;

public sealed class ActionItemRecordsTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly ActionItemRecords.Hand Hand = new(
        null,
        new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero),
        Today
    );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task State_link_and_history_are_stored_together_and_read_back(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var make = await SomethingAsync(node);
        var origin = new RecordReference(RecordKind.Need, Guid.CreateVersion7());
        await using var context = await node.OpenAsync();
        (await context.MakeActionItemAsync(make, origin, Hand, Ct)).ShouldBeNull();
        var expected = ActionItemRules.Evolve(null, ActionItemRules.Make(make, Today).Events[0]);
        var other = await PersonAsync(node);
        ActionItemCommand[] acts =
        [
            new ChangeActionItem("Merke og male", "Kjøpe «ærlig» maling", Today.AddDays(9), IsSmall: true),
            new ReplaceOwner(make.OwnerId, other),
            new FinishActionItem("Malt på alle fire"),
            new CheckEffect(Effect.NotYetKnown, ""),
            new CheckEffect(Effect.No, "Ingen ser streken"),
            new ReopenActionItem(Today.AddDays(20)),
            new DropActionItem("Ny bygning i mai"),
        ];
        foreach (var act in acts)
        {
            expected = ActionItemRules.Evolve(expected, ActionItemRules.Decide(expected, act, Today).Events[0]);
            (await context.DoWithActionItemAsync(make.Id, act, Hand, Ct)).ShouldBeNull();
            (await context.DoWithActionItemAsync(make.Id, act, Hand, Ct)).ShouldBeNull();
            (await context.FindActionItemAsync(make.Id, Ct)).ShouldBe(expected);
            context.ChangeTracker.Clear();
            var row = await context.ActionItems.AsNoTracking().SingleAsync(Ct);
            row.AsksFrom.ShouldBe(expected.AsksFrom);
        }
        var entries = await context.ActionItemEvents.OrderBy(entry => entry.Number).ToListAsync(Ct);
        entries
            .Select(entry => entry.What)
            .ShouldBe([
                "action-item-made",
                "action-item-changed",
                "owner-replaced",
                "action-item-finished",
                "effect-checked",
                "effect-checked",
                "action-item-reopened",
                "action-item-dropped",
            ]);
        (entries[2].OwnerId, entries[5].Effect, entries[5].Text).ShouldBe((other, "no", "Ingen ser streken"));
        (await context.LinksOfAsync(RecordKind.Need, origin.Id, Ct)).Single().To.Id.ShouldBe(make.Id);
    }

    [Theory, EachDatabase]
    public async Task The_same_form_is_one_action_item_also_when_ten_send_it_at_once(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var make = await SomethingAsync(node);
        var refusals = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(async _ =>
                {
                    await using var own = await node.OpenAsync();
                    return await own.MakeActionItemAsync(make, origin: null, Hand, Ct);
                })
        );
        refusals.ShouldAllBe(refusal => refusal == null);
        await using var context = await node.OpenAsync();
        (await context.ActionItemEvents.CountAsync(Ct)).ShouldBe(1);
        (await context.MakeActionItemAsync(make with { What = "Noe annet" }, null, Hand, Ct))!.Reason.ShouldBe(
            "IdTaken"
        );
        (
            await context.DoWithActionItemAsync(Guid.CreateVersion7(), new FinishActionItem("Ja"), Hand, Ct)
        )!.Reason.ShouldBe("ActionItemUnknown");
    }

    [Theory, EachDatabase]
    public async Task Of_two_who_replace_the_owner_at_once_one_is_told(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var make = await SomethingAsync(node);
        var people = new[] { await PersonAsync(node), await PersonAsync(node) };
        await using var context = await node.OpenAsync();
        await context.MakeActionItemAsync(make, origin: null, Hand, Ct);
        var refusals = await Task.WhenAll(
            people.Select(async person =>
            {
                await using var own = await node.OpenAsync();
                return await own.DoWithActionItemAsync(make.Id, new ReplaceOwner(make.OwnerId, person), Hand, Ct);
            })
        );
        refusals.Select(refusal => refusal?.Reason).Order().ShouldBe([null, "OwnerChanged"]);
        (await context.ActionItemEvents.CountAsync(Ct)).ShouldBe(2);
    }

    private static async Task<MakeActionItem> SomethingAsync(StorageNode node)
    {
        var unit = new UnitRow { Name = "Post 3", Kind = "team" };
        await using var context = await node.OpenAsync();
        context.Units.Add(unit);
        await context.SaveChangesAsync(Ct);
        return new MakeActionItem(
            Guid.CreateVersion7(),
            unit.Id,
            "Merke plassen",
            "",
            await PersonAsync(node),
            Today.AddDays(7),
            IsSmall: false
        );
    }

    private static async Task<Guid> PersonAsync(StorageNode node)
    {
        await using var context = await node.OpenAsync();
        var person = new People.Person { DisplayName = "Åse Ærlig", UserName = $"{Guid.CreateVersion7():N}@fjord.no" };
        context.Users.Add(person);
        await context.SaveChangesAsync(Ct);
        return person.Id;
    }
}
