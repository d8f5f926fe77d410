using System.Collections.Immutable;
using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Drivers;
using Endre.Domain.Improvements.Holding;
using Endre.Domain.Improvements.Voices;
using Endre.Domain.Meetings;
using Endre.Domain.Organizations;
using Endre.Storage.Improvements;
using Endre.Storage.Improvements.Drivers;
using Endre.Storage.Improvements.Holding;
using Endre.Storage.Improvements.Voices;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Improvements;

/// <summary>What stands beside an improvement: who was heard, what holds it, and what drives it.</summary>
public sealed class ImprovementPartsTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Those_of_the_unit_are_told_and_where_it_has_none_those_above(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        var top = Add(context, new UnitRow { Name = "Kommunen", Kind = "team" }).Id;
        var team = Add(
            context,
            new UnitRow
            {
                Name = "Post 3",
                Kind = "team",
                ParentId = top,
            }
        ).Id;
        var (union, safety, former) = (Person(context, "Una"), Person(context, "Vidar"), Person(context, "Før"));
        Place(context, union, team, UnitRole.UnionRepresentative, null);
        Place(context, safety, top, UnitRole.SafetyRepresentative, null);
        Place(context, former, team, UnitRole.SafetyRepresentative, Today.AddDays(-1));
        await context.SaveChangesAsync(Ct);
        var id = await Started.TryAsync(context, team, union);

        var say = new SayWorkEffect(WorkEffect.Yes, Today.AddDays(10));
        (await context.SayWorkEffectAsync(id, say, HandOf(null), Ct)).ShouldBeNull();
        (await context.SayWorkEffectAsync(id, say, HandOf(null), Ct)).ShouldBeNull();
        context.ChangeTracker.Clear();
        var asked = await context.ReadConsultationAsync(id, Ct);
        asked
            .Voices.Select(voice => (voice.PersonId, voice.Role))
            .ShouldBe(
                [(union, AttendeeRole.UnionRepresentative), (safety, AttendeeRole.SafetyRepresentative)],
                ignoreOrder: true
            );
        (await context.GiveViewAsync(id, "Drøft turnusen", HandOf(union), Ct)).ShouldBeNull();
        (await context.GiveViewAsync(id, "Drøft turnusen", HandOf(union), Ct)).ShouldBeNull();
        (await context.GiveViewAsync(id, "Jeg også", HandOf(former), Ct))!.Reason.ShouldBe("ViewNotAsked");
        context.ChangeTracker.Clear();
        (await context.ReadConsultationAsync(id, Ct))
            .Of(union)!
            .Views.ShouldBe([new VoiceView("Drøft turnusen", Today, AfterBegin: false)]);
        (await WordsAsync(context, id)).ShouldBe(["improvement-started", "work-effect-said", "view-given"]);

        // Begun: what is said now stands beside.
        await ChangeAsync(
            context,
            id,
            improvement => improvement with { Cycles = [improvement.Cycles[0] with { BegunOn = Today }] }
        );
        await context.GiveViewAsync(id, "Det er drøftet", HandOf(union), Ct);
        context.ChangeTracker.Clear();
        (await context.ReadConsultationAsync(id, Ct)).Of(union)!.Views.Count.ShouldBe(2);
        (await context.SayWorkEffectAsync(Guid.CreateVersion7(), say, HandOf(null), Ct))!.Reason.ShouldBe(
            "ImprovementUnknown"
        );
    }

    [Theory, EachDatabase]
    public async Task Views_that_are_given_at_once_are_all_kept(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        var team = Add(context, new UnitRow { Name = "Post 3", Kind = "team" }).Id;
        var people = Enumerable.Range(0, 6).Select(i => Person(context, $"Tillitsvalgt {i}")).ToList();
        people.ForEach(person => Place(context, person, team, UnitRole.UnionRepresentative, null));
        await context.SaveChangesAsync(Ct);
        var id = await Started.TryAsync(context, team, people[0]);
        await context.SayWorkEffectAsync(id, new(WorkEffect.Yes, Today.AddDays(3)), HandOf(null), Ct);
        await Task.WhenAll(
            people.Select(async person =>
            {
                await using var own = await node.OpenAsync();
                (await own.GiveViewAsync(id, $"Syn {person}", HandOf(person), Ct)).ShouldBeNull();
            })
        );
        context.ChangeTracker.Clear();
        var heard = await context.ReadConsultationAsync(id, Ct);
        heard.Voices.ShouldAllBe(voice => voice.IsHeard);
        (await WordsAsync(context, id)).Count.ShouldBe(8);
    }

    [Theory, EachDatabase]
    public async Task What_holds_an_improvement_is_read_back_and_its_routine_stands_in_the_meeting(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        var team = Add(context, new UnitRow { Name = "Post 3", Kind = "team" }).Id;
        var (kari, ola) = (Person(context, "Kari"), Person(context, "Ola"));
        await context.SaveChangesAsync(Ct);
        var id = await Started.TryAsync(context, team, kari);
        var agree = new AgreeOnRoutine("Nøklene henger ved døra", kari, "Alle på dagvakt");
        (await context.DoWithHeldRoutineAsync(id, agree, HandOf(kari), Ct))!.Reason.ShouldBe("ImprovementNotAdopted");
        await ChangeAsync(
            context,
            id,
            improvement => improvement with { State = ImprovementState.Adopted, Ending = new("Det virker", Today) }
        );
        (await context.DoWithHeldRoutineAsync(id, agree, HandOf(kari), Ct)).ShouldBeNull();
        (await context.DoWithHeldRoutineAsync(id, agree, HandOf(kari), Ct)).ShouldBeNull();
        var answers = ImmutableSortedDictionary.CreateRange([
            KeyValuePair.Create(SustainFactor.SeniorLeaders, SustainAnswer.Partly),
            KeyValuePair.Create(SustainFactor.Fit, SustainAnswer.No),
        ]);
        (await context.DoWithHeldRoutineAsync(id, new CheckSustain(answers), HandOf(kari), Ct)).ShouldBeNull();
        context.ChangeTracker.Clear();
        var routine = (await context.Routines.SingleAsync(Ct)).ToRoutine();
        (routine.Id, routine.UnitId, routine.Text, routine.IsUsed).ShouldBe(
            (id, team, "Nøklene henger ved døra", true)
        );
        (await context.RoutineEvents.SingleAsync(Ct)).MeetingId.ShouldBeNull();

        (await WaitingAsync(context, Today.AddMonths(3).AddDays(-1))).ShouldBeEmpty();
        var late = Today.AddMonths(3);
        (await WaitingAsync(context, late)).Select(one => (one.Improvement.Id, one.Months)).ShouldBe([(id, 3)]);
        var use = new CheckUse(3, InUse.Gone, "Vi prøver på nytt");
        (await context.DoWithHeldRoutineAsync(id, use, HandOf(ola) with { Today = late }, Ct)).ShouldBeNull();
        (await context.DoWithHeldRoutineAsync(id, new ReplaceLineOwner(ola), HandOf(null), Ct)).ShouldBeNull();
        context.ChangeTracker.Clear();
        var improvement = (await context.FindImprovementAsync(id, Ct))!;
        var held = (await context.ReadHeldRoutineAsync(improvement, Ct))!;
        held.Checks.ShouldBe([new UseCheck(3, InUse.Gone, "Vi prøver på nytt", late)]);
        held.Factors.ShouldBe(answers);
        (held.LineOwnerId, held.Trained, held.AdoptedOn).ShouldBe((ola, "Alle på dagvakt", Today));
        (await WaitingAsync(context, late)).ShouldBeEmpty();
        (await WaitingAsync(context, Today.AddMonths(12))).Single().Months.ShouldBe(12);

        // Other words are the same routine; one that the meeting stopped is taken up again.
        await context.Routines.ExecuteUpdateAsync(to => to.SetProperty(row => row.IsUsed, false), Ct);
        await context.DoWithHeldRoutineAsync(id, agree with { Routine = "På knaggen" }, HandOf(kari), Ct);
        context.ChangeTracker.Clear();
        var after = await context.Routines.SingleAsync(Ct);
        (after.Text, after.IsUsed).ShouldBe(("På knaggen", true));
        (
            await context.RoutineEvents.OrderBy(entry => entry.Number).Select(entry => entry.What).ToListAsync(Ct)
        ).ShouldBe(["added", "change"]);
        (await WordsAsync(context, id)).ShouldBe([
            "improvement-started",
            "new-routine-agreed",
            "sustain-checked",
            "use-checked",
            "line-owner-replaced",
            "new-routine-agreed",
        ]);
    }

    [Theory, EachDatabase]
    public async Task A_driver_diagram_is_read_back_and_those_who_draw_at_once_lose_nothing(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        var team = Add(context, new UnitRow { Name = "Post 3", Kind = "team" }).Id;
        var kari = Person(context, "Kari");
        await context.SaveChangesAsync(Ct);
        var id = await Started.TryAsync(context, team, kari);
        (await context.ReadDriversAsync(id, Ct)).Nodes.ShouldBeEmpty();
        var primary = Guid.CreateVersion7();
        var first = new AddDriver(primary, DriverKind.Primary, "Fast plass", "Minutter", []);
        (await context.DrawDriversAsync(id, first, HandOf(kari), Ct)).ShouldBeNull();
        await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(async i =>
                {
                    await using var own = await node.OpenAsync();
                    var add = new AddDriver(Guid.CreateVersion7(), DriverKind.Secondary, $"Driver {i}", "", [primary]);
                    (await own.DrawDriversAsync(id, add, HandOf(kari), Ct)).ShouldBeNull();
                })
        );
        context.ChangeTracker.Clear();
        var drawn = await context.ReadDriversAsync(id, Ct);
        drawn.Under(drawn.Find(primary)!).Count().ShouldBe(5);
        drawn.Find(primary)!.Measure.ShouldBe("Minutter");
        (await WordsAsync(context, id)).Count(word => word == "drivers-drawn").ShouldBe(1);
        var later = HandOf(kari) with { At = HandOf(kari).At.AddHours(2) };
        await context.DrawDriversAsync(id, new ReorderDriver(drawn.Nodes[1].Id, Up: false), later, Ct);
        (await WordsAsync(context, id)).Count(word => word == "drivers-drawn").ShouldBe(2);
        (await context.DrawDriversAsync(Guid.CreateVersion7(), first, HandOf(kari), Ct))!.Reason.ShouldBe(
            "ImprovementUnknown"
        );
    }

    private static Task<IReadOnlyList<WaitingUse>> WaitingAsync(EndreContext context, DateOnly day) =>
        context.ReadWaitingUsesAsync(day, context.Improvements, Ct);

    private static Hand HandOf(Guid? person) =>
        new(person, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), Today);

    private static async Task ChangeAsync(EndreContext context, Guid id, Func<Improvement, Improvement> change)
    {
        var row = await context.Improvements.SingleAsync(row => row.Id == id, Ct);
        row.Take(change(row.ToImprovement()));
        await context.SaveChangesAsync(Ct);
        context.ChangeTracker.Clear();
    }

    private static async Task<IReadOnlyList<string>> WordsAsync(EndreContext context, Guid id) =>
        await context
            .ImprovementEvents.Where(entry => entry.ImprovementId == id)
            .OrderBy(entry => entry.Number)
            .Select(entry => entry.What)
            .ToListAsync(Ct);

    private static T Add<T>(EndreContext context, T row)
        where T : class => context.Add(row).Entity;

    private static Guid Person(EndreContext context, string name) =>
        Add(context, new People.Person { DisplayName = name, UserName = $"{Guid.CreateVersion7():N}@fjord.no" }).Id;

    private static void Place(EndreContext context, Guid person, Guid unit, string role, DateOnly? until) =>
        Add(
            context,
            new Membership
            {
                PersonId = person,
                UnitId = unit,
                Role = role,
                Until = until,
            }
        );
}
