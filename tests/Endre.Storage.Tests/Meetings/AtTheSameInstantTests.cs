using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Holding;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Series;
using Endre.Storage.Organizations;
using Endre.Testing;

namespace Endre.Storage.Tests.Meetings;

/// <summary>Two who do something with one meeting, each having read it before the other has stored: both stand.</summary>
public sealed class AtTheSameInstantTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid Rota = Guid.CreateVersion7();
    private static readonly Guid Cars = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Two_who_mark_different_matters_both_stand(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var hall = await PlanAsync(node);
        await BothAsync(node, hall, Ask(Rota, hall.Union), Ask(Cars, hall.Safety));
        var meeting = await hall.ReadAsync(node);
        meeting.Matters.Single(matter => matter.Id == Rota).AsksUnion.ShouldBeTrue();
        meeting.Matters.Single(matter => matter.Id == Cars).AsksSafety.ShouldBeTrue();
        meeting.People.Select(place => place.PersonId).ShouldBe([hall.Union, hall.Safety], ignoreOrder: true);

        Func<Meeting, MeetingCommand> Ask(Guid matter, Guid person) =>
            meeting => new AskForRepresentatives(matter, person == hall.Union, person == hall.Safety)
            {
                Agenda = meeting.Matters,
                Representatives = hall.Representatives,
            };
    }

    [Theory, EachDatabase]
    public async Task One_who_moves_a_matter_and_one_who_times_another_both_stand(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var hall = await PlanAsync(node);
        await BothAsync(
            node,
            hall,
            meeting => new MoveMatter(Cars, -1) { Agenda = meeting.Matters },
            meeting => new ChangeMatter(Rota, "Ny turnus", 7) { Agenda = meeting.Matters }
        );
        var meeting = await hall.ReadAsync(node);
        meeting.Matters.Select(matter => (matter.Id, matter.Minutes)).ShouldBe([(Cars, null), (Rota, 7)]);
    }

    [Theory, EachDatabase]
    public async Task What_is_marked_while_another_begins_the_meeting_is_marked_in_it(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var hall = await PlanAsync(node);
        await BothAsync(
            node,
            hall,
            meeting => new BeginMeeting(hall.Leader) { Agenda = meeting.Matters },
            meeting => new AskForRepresentatives(Rota, Union: true, Safety: false) { Agenda = meeting.Matters }
        );
        var meeting = await hall.ReadAsync(node);
        meeting.State.ShouldBe(MeetingState.Running);
        meeting.Matters.Single(matter => matter.Id == Rota).AsksUnion.ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task Whom_the_matters_left_need_are_asked_once_by_two_nodes(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var hall = await PlanAsync(node);
        await using (var context = await node.OpenAsync())
        {
            var ask = new AskForRepresentatives(Rota, Union: false, Safety: true);
            foreach (
                var command in new MeetingCommand[]
                {
                    new BeginMeeting(hall.Leader),
                    ask,
                    new TickMatter(Cars),
                    new EndMeeting(),
                }
            )
            {
                (await context.DoWithMeetingAsync(hall.Meeting, command, hall.Hand, Ct)).ShouldBeNull();
            }
        }
        var next = await PlanAsync(node, hall, Now.AddHours(2));
        var later = await PlanAsync(node, hall, Now.AddHours(3));
        var told = 0;
        await Task.WhenAll(AskAsync(next), AskAsync(next), AskAsync(later));
        told.ShouldBe(1);
        (await hall.ReadAsync(node, next))
            .People.Select(place => (place.PersonId, place.Role))
            .ShouldBe([(hall.Safety, AttendeeRole.SafetyRepresentative)]);
        (await hall.ReadAsync(node, later)).People.ShouldBeEmpty("only the next meeting takes up what was left");

        async Task AskAsync(Guid id)
        {
            await using var own = await node.OpenAsync();
            var refusal = await own.AskWhomItNeedsAsync(
                id,
                Today,
                hall.Hand,
                (_, _, _) =>
                {
                    own.SavedChanges += (_, _) => Interlocked.Increment(ref told);
                    return Task.CompletedTask;
                },
                Ct
            );
            refusal.ShouldBeNull();
        }
    }

    // Both have read the meeting before either stores.
    private static async Task BothAsync(
        StorageNode node,
        Hall hall,
        Func<Meeting, MeetingCommand> one,
        Func<Meeting, MeetingCommand> other
    )
    {
        var waiting = 2;
        var bothHaveRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var refusals = await Task.WhenAll(DoAsync(one), DoAsync(other));
        refusals.ShouldBe([null, null]);

        async Task<Refusal?> DoAsync(Func<Meeting, MeetingCommand> wanted)
        {
            await using var own = await node.OpenAsync();
            return await own.DoWithMeetingAsync(
                hall.Meeting,
                async meeting =>
                {
                    if (Interlocked.Decrement(ref waiting) <= 0)
                    {
                        bothHaveRead.TrySetResult();
                    }
                    await bothHaveRead.Task.WaitAsync(Ct);
                    return wanted(meeting);
                },
                hall.Hand,
                Ct
            );
        }
    }

    private static async Task<Hall> PlanAsync(StorageNode node)
    {
        await using var context = await node.OpenAsync();
        var unit = new UnitRow { Name = "Post 3", Kind = "team" };
        context.Units.Add(unit);
        var people = new List<Guid>();
        foreach (var role in new[] { UnitRole.Leader, UnitRole.UnionRepresentative, UnitRole.SafetyRepresentative })
        {
            var person = new People.Person { DisplayName = role, UserName = $"{Guid.CreateVersion7():N}@fjord.no" };
            context.Users.Add(person);
            await context.SaveChangesAsync(Ct);
            context.Add(
                new Membership
                {
                    PersonId = person.Id,
                    UnitId = unit.Id,
                    Role = role,
                }
            );
            people.Add(person.Id);
        }
        await context.SaveChangesAsync(Ct);
        var hall = new Hall(Guid.Empty, unit.Id, people[0], people[1], people[2]);
        var meeting = await PlanAsync(node, hall, Now.AddHours(1));
        foreach (var (id, title) in new[] { (Rota, "Ny turnus"), (Cars, "Bilene") })
        {
            var add = new AddMatter(id, title, Minutes: null, hall.Leader);
            (await context.DoWithMeetingAsync(meeting, add, hall.Hand, Ct)).ShouldBeNull();
        }
        return hall with { Meeting = meeting };
    }

    private static async Task<Guid> PlanAsync(StorageNode node, Hall hall, DateTimeOffset at)
    {
        await using var context = await node.OpenAsync();
        var id = Guid.CreateVersion7();
        var plan = new PlanMeeting(id, hall.Unit, null, "Tavlemøte", at, 20, "", "");
        (await context.PlanMeetingAsync(plan, hall.Hand, Ct)).ShouldBeNull();
        return id;
    }

    private sealed record Hall(Guid Meeting, Guid Unit, Guid Leader, Guid Union, Guid Safety)
    {
        public MeetingRecords.Hand Hand => new(Leader, Now);

        public IReadOnlyDictionary<Guid, AttendeeRole> Representatives =>
            new Dictionary<Guid, AttendeeRole>
            {
                [Union] = AttendeeRole.UnionRepresentative,
                [Safety] = AttendeeRole.SafetyRepresentative,
            };

        public async Task<Meeting> ReadAsync(StorageNode node, Guid? id = null)
        {
            await using var context = await node.OpenAsync();
            return (await context.FindMeetingAsync(id ?? Meeting, Ct))!;
        }
    }
}
