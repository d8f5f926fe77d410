using Endre.Domain.ActionItems;
using Endre.Domain.Lineage;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Holding;
using Endre.Domain.Meetings.Minutes;
using Endre.Domain.Meetings.Planning;
using Endre.Storage.ActionItems;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Minutes;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Meetings.Minutes;

public sealed class MinutesRecordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Locked_minutes_stay_when_the_person_the_action_item_and_the_unit_change(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (id, matter, leader) = await HeldAsync(node);
        await using var context = await node.OpenAsync();
        (await LockAsync(context, id, leader)).ShouldBeNull();
        context.ChangeTracker.Clear();
        var before = MinutesRow.Write((await ReadAsync(context, id)).Content);

        await context.Users.ExecuteUpdateAsync(to => to.SetProperty(person => person.DisplayName, "Gift Navn"), Ct);
        await context.Units.ExecuteUpdateAsync(to => to.SetProperty(unit => unit.Name, "Ny avdeling"), Ct);
        await context.ActionItems.ExecuteUpdateAsync(to => to.SetProperty(item => item.What, "Noe annet"), Ct);
        await context.Matters.ExecuteUpdateAsync(to => to.SetProperty(row => row.Text, "Omskrevet"), Ct);

        var after = await ReadAsync(context, id);
        MinutesRow.Write(after.Content).ShouldBe(before);
        (after.Content.Unit, after.Content.Chair).ShouldBe(("Post 3", "Lise Leder"));
        after
            .Content.Matters.Single()
            .Actions.Single()
            .ShouldSatisfyAllConditions(
                action => action.What.ShouldBe("Bestille lysrør"),
                action => action.Owner.ShouldBe("Lise Leder")
            );
        after.Content.Matters.Single().Id.ShouldBe(matter);
        after.Lock.ShouldBe(new MinutesLock(Now, leader, "Lise Leder"));
    }

    [Theory, EachDatabase]
    public async Task Of_ten_who_lock_at_once_one_has_locked_and_all_are_told_yes(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (id, _, leader) = await HeldAsync(node);
        var told = 0;
        var refusals = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(async _ =>
                {
                    await using var own = await node.OpenAsync();
                    return await LockAsync(own, id, leader, () => Interlocked.Increment(ref told));
                })
        );
        refusals.ShouldAllBe(refusal => refusal == null);
        await using var context = await node.OpenAsync();
        (await context.Minutes.CountAsync(Ct)).ShouldBe(1);
        (await context.MeetingEvents.CountAsync(entry => entry.What == "minutes-locked", Ct)).ShouldBe(1);
        told.ShouldBeGreaterThanOrEqualTo(1);
    }

    [Theory, EachDatabase]
    public async Task What_is_added_at_once_is_all_there_in_an_order_without_gaps(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (id, matter, leader) = await HeldAsync(node);
        await using var context = await node.OpenAsync();
        await LockAsync(context, id, leader);
        var same = Guid.CreateVersion7();
        var refusals = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async at =>
                {
                    await using var own = await node.OpenAsync();
                    var entry = at < 3 ? same : Guid.CreateVersion7();
                    return await AddAsync(own, id, leader, new CorrectMinutes(entry, matter, "Rettet"));
                })
        );
        refusals.ShouldAllBe(refusal => refusal == null);
        context.ChangeTracker.Clear();
        var minutes = await ReadAsync(context, id);
        minutes.Entries.Select(entry => entry.Number).ShouldBe([1, 2, 3, 4]);
        minutes.Entries.ShouldAllBe(entry => entry.Name == "Lise Leder" && entry.PersonId == leader);
    }

    [Theory, EachDatabase]
    public async Task A_matter_is_marked_in_the_draft_and_by_an_entry_after_the_lock(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (id, matter, leader) = await HeldAsync(node);
        await using var context = await node.OpenAsync();
        (await MarkAsync("internal")).ShouldBeNull();
        (await context.FindMeetingAsync(id, Ct))!.Matters[0].AccessGround.ShouldBe("internal");
        context.ChangeTracker.Clear();
        await LockAsync(context, id, leader);
        context.ChangeTracker.Clear();
        (await MarkAsync("secrecy")).ShouldBeNull();
        (await MarkAsync("secrecy")).ShouldBeNull();
        var minutes = await ReadAsync(context, id);
        minutes.Content.Matters[0].Ground.ShouldBe("internal");
        minutes.GroundOf(minutes.Content.Matters[0])!.Word.ShouldBe("secrecy");
        minutes.Entries.Single().Kind.ShouldBe(MinutesEntryKind.Marking);

        Task<Domain.Shared.Refusal?> MarkAsync(string ground) =>
            context.MarkMatterAsync(
                id,
                new MarkLockedMatter(Guid.CreateVersion7(), matter, ground),
                new MeetingRecords.Hand(leader, Now),
                DayOf,
                Ct
            );
    }

    [Theory, EachDatabase]
    public async Task What_was_added_is_read_back_as_it_was_and_a_name_can_be_erased(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (id, matter, leader) = await HeldAsync(node);
        await using var context = await node.OpenAsync();
        await LockAsync(context, id, leader);
        AddToMinutes[] all =
        [
            new MarkMeeting(Guid.CreateVersion7(), "internal"),
            new GiveCaseNumber(Guid.CreateVersion7(), "2026/1234"),
            new CorrectMinutes(Guid.CreateVersion7(), null, "Lise Leder kom ti over."),
            new MakePublicCopy(Guid.CreateVersion7(), "Avisa, 2026/99", [matter, id], WithNames: true),
        ];
        foreach (var wanted in all)
        {
            (await AddAsync(context, id, leader, wanted)).ShouldBeNull();
        }
        context.ChangeTracker.Clear();
        var copy = (await ReadAsync(context, id)).Entries[^1];
        (copy.Text, copy.WithNames).ShouldBe(("Avisa, 2026/99", true));
        copy.Included.ShouldBe([matter, id]);

        foreach (var row in await context.MinutesEntries.ToListAsync(Ct))
        {
            row.EraseName("Lise Leder");
        }
        (await context.Minutes.SingleAsync(Ct)).EraseName("Lise Leder");
        await context.SaveChangesAsync(Ct);
        context.ChangeTracker.Clear();
        var without = await ReadAsync(context, id);
        MinutesRow.Write(without.Content).ShouldNotContain("Lise");
        without.Entries.ShouldAllBe(entry => !entry.Text.Contains("Lise") && entry.Name == "");
        without.Lock!.Name.ShouldBe("");
        (await AddAsync(context, Guid.CreateVersion7(), leader, all[0]))!.Reason.ShouldBe("MeetingUnknown");
    }

    private static async Task<(Guid Id, Guid Matter, Guid Leader)> HeldAsync(StorageNode node)
    {
        var unit = new UnitRow { Name = "Post 3", Kind = "team" };
        var leader = new Person { UserName = "lise", DisplayName = "Lise Leder" };
        await using var context = await node.OpenAsync();
        context.AddRange(unit, leader);
        await context.SaveChangesAsync(Ct);
        var id = Guid.CreateVersion7();
        var hand = new MeetingRecords.Hand(leader.Id, Now.AddMinutes(-30));
        var plan = new PlanMeeting(id, unit.Id, null, "Møte", Now.AddMinutes(-30), 20, "Fjæra", null);
        (await context.PlanMeetingAsync(plan, hand, Ct)).ShouldBeNull();
        var made = Guid.CreateVersion7();
        var matter = new Matter(Guid.CreateVersion7(), MatterKind.Own, "Lyset", null, 5)
        {
            Text = "Det blinker",
            ActionItems = [made],
        };
        context.Add(MatterRow.Of(id, 0, matter));
        await context.SaveChangesAsync(Ct);
        var make = new MakeActionItem(
            made,
            unit.Id,
            "Bestille lysrør",
            "Ringe",
            leader.Id,
            DayOf(Now).AddDays(7),
            IsSmall: true
        );
        var origin = new RecordReference(RecordKind.Meeting, id);
        await context.MakeActionItemAsync(make, origin, new ActionItemRecords.Hand(null, Now, DayOf(Now)), Ct);
        (await context.DoWithMeetingAsync(id, new BeginMeeting(leader.Id), hand, Ct)).ShouldBeNull();
        (await context.DoWithMeetingAsync(id, new EndMeeting(), hand, Ct)).ShouldBeNull();
        return (id, matter.Id, leader.Id);
    }

    private static Task<Domain.Shared.Refusal?> LockAsync(
        EndreContext context,
        Guid id,
        Guid leader,
        Action? tell = null
    ) =>
        context.LockMinutesAsync(
            id,
            new MeetingRecords.Hand(leader, Now),
            DayOf,
            _ =>
            {
                tell?.Invoke();
                return Task.CompletedTask;
            },
            Ct
        );

    private static Task<Domain.Shared.Refusal?> AddAsync(
        EndreContext context,
        Guid id,
        Guid leader,
        AddToMinutes wanted
    ) => context.AddToMinutesAsync(id, wanted, new MeetingRecords.Hand(leader, Now), DayOf, Ct);

    private static async Task<MeetingMinutes> ReadAsync(EndreContext context, Guid id) =>
        await context.ReadMinutesAsync((await context.FindMeetingAsync(id, Ct))!, DayOf, Ct);

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
