using Endre.Domain.Improvements;
using Endre.Domain.Lineage;
using Endre.Storage.Improvements;
using Endre.Storage.Lineage;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Improvements;

public sealed class ImprovementRecordsTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Hand Hand = new(null, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), Today);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task State_link_and_history_are_stored_together_and_read_back(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var start = await SomethingAsync(node);
        var origin = new RecordReference(RecordKind.Need, Guid.CreateVersion7());
        var other = await PersonAsync(node);
        await using var context = await node.OpenAsync();
        (await context.StartImprovementAsync(start, origin, Hand, Ct)).ShouldBeNull();
        var expected = ImprovementRules.Evolve(null, ImprovementRules.Start(start, Today).Events[0]);
        ImprovementCommand[] acts =
        [
            new PlanCycle(
                1,
                "Ringe klokka ni",
                "Færre «telefoner»",
                Today.AddDays(3),
                "Når?",
                CycleScale.OneShift,
                "Åse Ærlig",
                "Sørenga",
                "Tirsdag",
                "Telefoner",
                "At én må ringe opp igjen"
            ),
            new StateAim("Høyst tre", Today.AddDays(60), "Vi teller"),
            new BeginCycle(1),
            new MoveLookDay(1, Today.AddDays(5)),
            new TellCycle(1, "Fire", "Torsdag falt ut"),
            new StudyCycle(1, Verdict.Partly, "Ni er tidlig"),
            new EndCycle(1, CycleAct.Adapt, "Prøver ti", "Ringe klokka ti", "Tre", Today.AddDays(9)),
            new ResizeImprovement(ImprovementSize.Pilot),
            new ReplaceImprovementOwner(start.OwnerId, other),
            new StopImprovement("Åse Ærlig fant en bedre måte"),
            new ResumeImprovement(3, "Den bedre måten", "Null", Today.AddDays(20)),
            new ResizeImprovement(ImprovementSize.JustDoIt),
            new FinishJustDone(3, "Gjort", Verdict.AsExpected, CycleAct.Adopt),
        ];
        foreach (var act in acts)
        {
            expected = ImprovementRules.Evolve(expected, ImprovementRules.Decide(expected, act, Today).Events[0]);
            (await context.DoWithImprovementAsync(start.Id, act, Hand, Ct)).ShouldBeNull();
            (await context.DoWithImprovementAsync(start.Id, act, Hand, Ct)).ShouldBeNull();
            context.ChangeTracker.Clear();
            ShouldBeSame((await context.FindImprovementAsync(start.Id, Ct))!, expected);
            var row = await context.Improvements.AsNoTracking().SingleAsync(Ct);
            (row.LooksOn, row.EndedOn, row.Stage).ShouldBe(
                (expected.LooksOn, expected.Ending?.On, expected.Stage is { } stage ? StoredWord.Of(stage) : null)
            );
        }
        var entries = await context.ImprovementEvents.OrderBy(entry => entry.Number).ToListAsync(Ct);
        entries
            .Select(entry => entry.What)
            .ShouldBe([
                "improvement-started",
                "cycle-planned",
                "aim-stated",
                "cycle-begun",
                "look-day-moved",
                "cycle-told",
                "cycle-studied",
                "cycle-adapted",
                "improvement-resized",
                "improvement-owner-replaced",
                "improvement-stopped",
                "improvement-resumed",
                "improvement-resized",
                "improvement-just-done",
            ]);
        (entries[7].Cycle, entries[9].OwnerId).ShouldBe((2, other));
        (await context.LinksOfAsync(RecordKind.Need, origin.Id, Ct)).Single().To.Id.ShouldBe(start.Id);
    }

    [Theory, EachDatabase]
    public async Task Of_two_who_decide_at_once_one_is_told_that_the_round_is_over(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var start = await SomethingAsync(node);
        await using var context = await node.OpenAsync();
        await context.StartImprovementAsync(start, origin: null, Hand, Ct);
        foreach (
            var act in new ImprovementCommand[]
            {
                new BeginCycle(1),
                new TellCycle(1, "Fire", null),
                new StudyCycle(1, Verdict.Partly, "Ni er tidlig"),
            }
        )
        {
            await context.DoWithImprovementAsync(start.Id, act, Hand, Ct);
        }
        var refusals = await Task.WhenAll(
            new[] { "ti", "elleve" }.Select(async hour =>
            {
                await using var own = await node.OpenAsync();
                var end = new EndCycle(1, CycleAct.Adapt, $"Prøver {hour}", $"Klokka {hour}", "Tre", Today.AddDays(9));
                return await own.DoWithImprovementAsync(start.Id, end, Hand, Ct);
            })
        );

        refusals.Select(refusal => refusal?.Reason).Order().ShouldBe([null, "CycleOver"]);
        context.ChangeTracker.Clear();
        (await context.FindImprovementAsync(start.Id, Ct))!.Cycles.Count.ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task The_same_form_is_one_improvement_also_when_ten_send_it_at_once(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var start = await SomethingAsync(node);
        var refusals = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(async _ =>
                {
                    await using var own = await node.OpenAsync();
                    return await own.StartImprovementAsync(start, origin: null, Hand, Ct);
                })
        );
        refusals.ShouldAllBe(refusal => refusal == null);
        await using var context = await node.OpenAsync();
        (await context.ImprovementEvents.CountAsync(Ct)).ShouldBe(1);
        (await context.StartImprovementAsync(start with { Trying = "Noe annet" }, null, Hand, Ct))!.Reason.ShouldBe(
            "IdTaken"
        );
        (await context.DoWithImprovementAsync(Guid.CreateVersion7(), new BeginCycle(1), Hand, Ct))!.Reason.ShouldBe(
            "ImprovementUnknown"
        );
    }

    [Theory, EachDatabase]
    public async Task A_name_that_is_erased_stands_nowhere(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var start = await SomethingAsync(node);
        await using var context = await node.OpenAsync();
        const string name = "Åse Ærlig";
        await context.StartImprovementAsync(
            start with
            {
                Trying = $"La {name} ringe",
                Prediction = $"{name} blir glad",
            },
            origin: null,
            Hand,
            Ct
        );
        ImprovementCommand[] acts =
        [
            new PlanCycle(
                1,
                $"La {name} ringe",
                $"{name} blir glad",
                Today.AddDays(7),
                $"Vil {name}?",
                null,
                name,
                $"Hos {name}",
                $"Når {name} kan",
                $"{name} teller",
                $"At {name} glemmer"
            ),
            new StateAim($"Som {name}", Today, $"{name} ser det"),
            new BeginCycle(1),
            new TellCycle(1, $"{name} ringte", $"{name} var syk"),
            new StudyCycle(1, Verdict.Partly, $"{name} kan det"),
            new EndCycle(1, CycleAct.Adopt, $"{name} vil"),
        ];
        foreach (var act in acts)
        {
            (await context.DoWithImprovementAsync(start.Id, act, Hand, Ct)).ShouldBeNull();
        }
        context.ChangeTracker.Clear();
        var row = await context.Improvements.SingleAsync(Ct);
        var version = row.Version;
        row.EraseName(name);
        await context.SaveChangesAsync(Ct);

        context.ChangeTracker.Clear();
        row = await context.Improvements.AsNoTracking().SingleAsync(Ct);
        (row.Trying + $"{row.ToImprovement()}" + row.Parts).ShouldNotContain("Ærlig");
        row.Parts.ShouldNotContain("\\u00C6rlig");
        row.Version.ShouldBe(version + 1);
        row.EraseName(name);
        row.Version.ShouldBe(version + 1);
    }

    // An immutable list is equal to no other.
    private static void ShouldBeSame(Improvement stored, Improvement expected)
    {
        stored.Cycles.ShouldBe(expected.Cycles);
        (stored with { Cycles = expected.Cycles }).ShouldBe(expected);
    }

    private static async Task<StartImprovement> SomethingAsync(StorageNode node)
    {
        var unit = new UnitRow { Name = "Vaktmestrene", Kind = "team" };
        await using var context = await node.OpenAsync();
        context.Units.Add(unit);
        await context.SaveChangesAsync(Ct);
        return new StartImprovement(
            Guid.CreateVersion7(),
            unit.Id,
            "Ringe runden klokka ti",
            "Halvparten så mange telefoner",
            Today.AddDays(7),
            ImprovementSize.Pdca,
            await PersonAsync(node)
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
