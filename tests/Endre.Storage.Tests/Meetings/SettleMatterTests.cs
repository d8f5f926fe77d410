using Endre.Domain.ActionItems;
using Endre.Domain.Lineage;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Holding;
using Endre.Domain.Meetings.Planning;
using Endre.Storage.ActionItems;
using Endre.Storage.Meetings;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Meetings;

/// <summary>«Virket det?» and the tick of its matter are one.</summary>
public sealed class SettleMatterTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Both_are_stored_or_neither(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (meeting, matter, item, hand) = await AskAsync(node);
        await using var context = await node.OpenAsync();
        // What the action item refuses ticks nothing.
        (await context.SettleMatterAsync(meeting, matter, new CheckEffect(null, ""), hand, Ct)).ShouldNotBeNull();
        (await StateAsync(node, meeting, item)).ShouldBe((false, false));
        // What the meeting refuses answers nothing.
        await context.DoWithMeetingAsync(meeting, new EndMeeting(), new MeetingRecords.Hand(null, Now), Ct);
        var yes = new CheckEffect(Effect.Yes, "Alle finner nøklene");
        (await context.SettleMatterAsync(meeting, matter, yes, hand, Ct))!.Reason.ShouldBe("MeetingIsOver");
        (await StateAsync(node, meeting, item)).ShouldBe((false, false));
    }

    [Theory, EachDatabase]
    public async Task Many_who_answer_at_once_store_one_answer_and_one_tick(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (meeting, matter, item, hand) = await AskAsync(node);
        var yes = new CheckEffect(Effect.Yes, "Alle finner nøklene");
        var refusals = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async _ =>
                {
                    await using var own = await node.OpenAsync();
                    return await own.SettleMatterAsync(meeting, matter, yes, hand, Ct);
                })
        );
        refusals.OfType<Endre.Domain.Shared.Refusal>().Select(refusal => refusal.Reason).ShouldBeEmpty();
        (await StateAsync(node, meeting, item)).ShouldBe((true, true));
        await using var context = await node.OpenAsync();
        (await context.MeetingEvents.CountAsync(entry => entry.What == "matter-ticked", Ct)).ShouldBe(1);
        (await context.ActionItemEvents.CountAsync(entry => entry.ActionItemId == item, Ct)).ShouldBe(3);
    }

    private static async Task<(bool IsTicked, bool IsAnswered)> StateAsync(StorageNode node, Guid meeting, Guid item)
    {
        await using var context = await node.OpenAsync();
        return (
            (await context.FindMeetingAsync(meeting, Ct))!.Matters[0].IsTicked,
            (await context.FindActionItemAsync(item, Ct))!.Check is not null
        );
    }

    private static async Task<(Guid Meeting, Matter Matter, Guid Item, ActionItemRecords.Hand Hand)> AskAsync(
        StorageNode node
    )
    {
        await using var context = await node.OpenAsync();
        var unit = new UnitRow { Name = "Post 3", Kind = "team" };
        var person = new People.Person { DisplayName = "Åse Ærlig", UserName = $"{Guid.CreateVersion7():N}@fjord.no" };
        context.Units.Add(unit);
        context.Users.Add(person);
        await context.SaveChangesAsync(Ct);
        var earlier = new ActionItemRecords.Hand(person.Id, Now.AddDays(-30), Today.AddDays(-30));
        var item = new MakeActionItem(
            Guid.CreateVersion7(),
            unit.Id,
            "Henge opp nøkkelskap",
            "",
            person.Id,
            Today.AddDays(-20),
            IsSmall: false
        );
        (await context.MakeActionItemAsync(item, origin: null, earlier, Ct)).ShouldBeNull();
        var finish = new FinishActionItem("Skapet henger");
        (await context.DoWithActionItemAsync(item.Id, finish, earlier, Ct)).ShouldBeNull();
        var id = Guid.CreateVersion7();
        var plan = new PlanMeeting(id, unit.Id, null, "Tavlemøte", Now, 20, "", "");
        var hand = new MeetingRecords.Hand(person.Id, Now);
        (await context.PlanMeetingAsync(plan, hand, Ct)).ShouldBeNull();
        var subject = new RecordReference(RecordKind.ActionItem, item.Id);
        var matter = new Matter(Guid.CreateVersion7(), MatterKind.EffectCheck, item.What!, subject, 2);
        var begin = new BeginMeeting(person.Id) { Agenda = [matter] };
        (await context.DoWithMeetingAsync(id, begin, hand, Ct)).ShouldBeNull();
        return (id, matter, item.Id, new ActionItemRecords.Hand(person.Id, Now, Today));
    }
}
