using Endre.Domain.ActionItems;
using Endre.Domain.Hassles;
using Endre.Domain.Lineage;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Holding;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Meetings.Routines;
using Endre.Storage.ActionItems;
using Endre.Storage.Hassles;
using Endre.Storage.Lineage;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Routines;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Meetings;

public sealed class MeetingHoldingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_agenda_is_frozen_and_all_that_is_done_is_read_back(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (id, unit, person) = await PlanAsync(node);
        var hand = new MeetingRecords.Hand(person, Now);
        await using var context = await node.OpenAsync();
        var subject = new RecordReference(RecordKind.Hassle, Guid.CreateVersion7());
        var own = Guid.CreateVersion7();
        var hassle = new Matter(Guid.CreateVersion7(), MatterKind.NewHassle, "Isskrapa", subject, 2);
        await Do(new AddMatter(own, "Biler", 5, person));
        await Do(new BeginMeeting(person) { Agenda = [hassle] });
        await Do(new BeginMeeting(Guid.CreateVersion7()));
        await Do(new WriteText(own, "Vi tar det i mars", ""));
        await Do(new DecideInMeeting(Guid.CreateVersion7(), own, "Service hver 1."));
        var make = new MakeActionItem(
            Guid.CreateVersion7(),
            unit,
            "Ringe verkstedet",
            "",
            person,
            Today.AddDays(7),
            true
        );
        for (var times = 0; times < 2; times++)
        {
            (
                await context.MakeActionItemInMeetingAsync(
                    id,
                    own,
                    make,
                    new ActionItemRecords.Hand(person, Now, Today),
                    Ct
                )
            ).ShouldBeNull();
        }
        await Do(new TickMatter(hassle.Id));
        var meeting = (await context.FindMeetingAsync(id, Ct))!;
        meeting.Matters.Select(matter => matter.Id).ShouldBe([hassle.Id, own]);
        meeting.Matters[0].Subject.ShouldBe(subject);
        (meeting.ChairId, meeting.CurrentMatterId).ShouldBe((person, own));
        meeting.CurrentEndsAt.ShouldBe(Now.AddMinutes(5));
        (meeting.Matters[1].AskedById, meeting.Matters[1].Text).ShouldBe((person, "Vi tar det i mars"));
        meeting.Matters[1].ActionItems.ShouldBe([make.Id]);
        meeting.Decisions.ShouldHaveSingleItem().Text.ShouldBe("Service hver 1.");
        (await context.LinksOfAsync(RecordKind.Meeting, id, Ct)).Single().To.Id.ShouldBe(make.Id);
        (await context.ReadOpenAsync([make.Id], Ct)).ShouldBe([make.Id]);
        (
            await context.MeetingEvents.OrderBy(entry => entry.Number).Select(entry => entry.What).ToListAsync(Ct)
        ).ShouldBe([
            "meeting-planned",
            "matter-added",
            "meeting-begun",
            "matters-arranged",
            "matter-picked",
            "matter-written",
            "decision-made",
            "action-item-noted",
            "matter-ticked",
            "matter-picked",
        ]);

        async Task Do(MeetingCommand command) =>
            (await context.DoWithMeetingAsync(id, command, hand, Ct)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task Of_two_leaders_who_write_at_once_one_is_told_and_both_may_decide(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (id, _, person) = await PlanAsync(node);
        var hand = new MeetingRecords.Hand(person, Now);
        var matter = new Matter(Guid.CreateVersion7(), MatterKind.Own, "Biler", null, 5);
        await using var context = await node.OpenAsync();
        await context.DoWithMeetingAsync(id, new BeginMeeting(person) { Agenda = [matter] }, hand, Ct);
        var refusals = await Task.WhenAll(
            new[] { "Mars", "April" }
                .SelectMany(text =>
                    new MeetingCommand[]
                    {
                        new WriteText(matter.Id, text, ""),
                        new DecideInMeeting(Guid.CreateVersion7(), matter.Id, text),
                    }
                )
                .Select(async command =>
                {
                    await using var own = await node.OpenAsync();
                    return await own.DoWithMeetingAsync(id, command, hand, Ct);
                })
        );
        refusals.OfType<Endre.Domain.Shared.Refusal>().ShouldHaveSingleItem().Reason.ShouldBe("MatterTextChanged");
        (await context.FindMeetingAsync(id, Ct))!.Decisions.Length.ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task What_is_withdrawn_stands_on_no_agenda(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (id, unit, person) = await PlanAsync(node);
        await using var context = await node.OpenAsync();
        var said = await context.SayAsync(
            new SayHassle(HassleId.New(), unit, Speaker.Named, "Isskrapa mangler", Effort.Unknown, null, person, null),
            Today,
            Ct
        );
        var hassle = said.Hassle!.Id;
        var subject = new RecordReference(RecordKind.Hassle, hassle);
        var matter = new Matter(Guid.CreateVersion7(), MatterKind.NewHassle, "Isskrapa mangler", subject, 2);
        var hand = new MeetingRecords.Hand(person, Now);
        await context.DoWithMeetingAsync(id, new BeginMeeting(person) { Agenda = [matter] }, hand, Ct);
        var before = await context.Meetings.AsNoTracking().Select(row => row.Version).SingleAsync(Ct);
        (await context.DoWithHassleAsync(hassle, new WithdrawHassle(), Today, Ct)).ShouldBeNull();
        (await context.FindMeetingAsync(id, Ct))!.Matters[0].Title.ShouldBeEmpty();
        (await context.Meetings.AsNoTracking().Select(row => row.Version).SingleAsync(Ct)).ShouldBe(before + 1);
    }

    [Theory, EachDatabase]
    public async Task A_routine_is_answered_in_a_meeting_that_goes_on_once_with_its_history(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (id, unit, person) = await PlanAsync(node);
        await using var context = await node.OpenAsync();
        var occasion = new RoutineRecords.Occasion(id, Today);
        var add = new AddRoutine(Guid.CreateVersion7(), unit, "Nattevakten fyller bilene");
        (await context.AddRoutineAsync(add, occasion, Ct))!.Reason.ShouldBe("MeetingNotBegun");
        await context.DoWithMeetingAsync(id, new BeginMeeting(person), new MeetingRecords.Hand(person, Now), Ct);
        (await context.AddRoutineAsync(add, occasion, Ct)).ShouldBeNull();
        (await context.AddRoutineAsync(add, occasion, Ct)).ShouldBeNull();
        RoutineAnswer[] answers = [RoutineAnswer.Keep, RoutineAnswer.Keep, RoutineAnswer.Change, RoutineAnswer.Stop];
        foreach (var answer in answers)
        {
            var seen = await context.Routines.AsNoTracking().Select(row => row.Text).SingleAsync(Ct);
            var said = new AnswerRoutine(answer, "Kveldsvakten fyller bilene", seen);
            (await context.AnswerRoutineAsync(add.Id, said, occasion, Ct)).ShouldBeNull();
        }
        (
            await context.RoutineEvents.OrderBy(entry => entry.Number).Select(entry => entry.What).ToListAsync(Ct)
        ).ShouldBe(["added", "keep", "change", "stop"]);
        var late = new AnswerRoutine(RoutineAnswer.Keep, null, "Kveldsvakten fyller bilene");
        (await context.AnswerRoutineAsync(add.Id, late, occasion, Ct))!.Reason.ShouldBe("RoutineStopped");
        (await context.AnswerRoutineAsync(Guid.CreateVersion7(), late, occasion, Ct))!.Reason.ShouldBe(
            "RoutineUnknown"
        );
    }

    private static async Task<(Guid Meeting, Guid Unit, Guid Person)> PlanAsync(StorageNode node)
    {
        await using var context = await node.OpenAsync();
        var unit = new UnitRow { Name = "Post 3", Kind = "team" };
        var person = new People.Person { DisplayName = "Åse Ærlig", UserName = $"{Guid.CreateVersion7():N}@fjord.no" };
        context.Units.Add(unit);
        context.Users.Add(person);
        await context.SaveChangesAsync(Ct);
        var id = Guid.CreateVersion7();
        var plan = new PlanMeeting(id, unit.Id, null, "Tavlemøte", Now.AddHours(1), 20, "", "");
        (await context.PlanMeetingAsync(plan, new MeetingRecords.Hand(person.Id, Now), Ct)).ShouldBeNull();
        return (id, unit.Id, person.Id);
    }
}
