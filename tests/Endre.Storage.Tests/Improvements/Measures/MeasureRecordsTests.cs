using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Measures;
using Endre.Domain.Improvements.RunCharts;
using Endre.Storage.Improvements;
using Endre.Storage.Improvements.Measures;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Improvements.Measures;

public sealed class MeasureRecordsTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Hand Hand = new(null, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), Today);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_measure_and_its_history_are_stored_together_and_read_back(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var make = await MakeAsync(node, MeasureType.Proportion);
        await using var context = await node.OpenAsync();
        (await context.MakeMeasureAsync(make, Hand, Ct)).ShouldBeNull();
        (await context.MakeMeasureAsync(make, Hand, Ct)).ShouldBeNull();
        var expected = MeasureRules.Evolve(null, MeasureRules.Make(make, 0).Events[0]);
        MeasureCommand[] acts =
        [
            new ChooseRules(RunChartRules.Perla),
            new NamePhase(Today, "Sommer «ærlig»"),
            new RenewLink("ny"),
            new UseMeasure(IsInUse: false),
            new UseMeasure(IsInUse: true),
        ];
        foreach (var act in acts)
        {
            expected = MeasureRules.Evolve(expected, MeasureRules.Decide(expected, [], act, Today).Events[0]);
            (await context.DoWithMeasureAsync(make.Id, act, Hand, Ct)).ShouldBeNull();
            (await context.DoWithMeasureAsync(make.Id, act, Hand, Ct)).ShouldBeNull();
            context.ChangeTracker.Clear();
            var stored = (await context.FindMeasureAsync(make.Id, Ct)).ShouldNotBeNull();
            stored.Phases.ShouldBe(expected.Phases);
            (stored with { Phases = expected.Phases }).ShouldBe(expected);
        }
        (await context.FindMeasureByLinkAsync("ny", Ct))!.Id.ShouldBe(make.Id);
        (await context.FindMeasureByLinkAsync("hemmelig", Ct)).ShouldBeNull();
        (await context.FindMeasureByLinkAsync("", Ct)).ShouldBeNull();
        var entries = await context
            .MeasureEvents.OrderBy(entry => entry.Number)
            .Select(entry => entry.What)
            .ToListAsync(Ct);
        entries.ShouldBe([
            "measure-made",
            "rules-chosen",
            "phase-named",
            "link-renewed",
            "measure-retired",
            "measure-brought-back",
        ]);
    }

    [Theory, EachDatabase]
    public async Task Numbers_are_exact_and_corrections_keep_what_was(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var make = await MakeAsync(node, MeasureType.Proportion);
        await using var context = await node.OpenAsync();
        await context.MakeMeasureAsync(make, Hand, Ct);
        var enter = new EnterMeasurement(Guid.CreateVersion7(), Today, At: null, "0,1234", "3");
        (await context.EnterMeasurementAsync(make.Id, enter, by: null, Hand, Ct)).ShouldBeNull();
        (await context.EnterMeasurementAsync(make.Id, enter, by: null, Hand, Ct)).ShouldBeNull();
        var stored = (await context.MeasurementsOfAsync(make.Id, Ct)).ShouldHaveSingleItem();
        stored.Amount.ShouldBe(new Amount(0.1234m, 3));
        await CorrectAsync("2", "3", Corrector.Member);
        await CorrectAsync("", "", Corrector.Leader);
        await CorrectAsync("", "", Corrector.Leader);
        var again = enter with { Id = Guid.CreateVersion7(), Number = "1" };
        (await context.EnterMeasurementAsync(make.Id, again, Corrector.Owner, Hand, Ct)).ShouldBeNull();
        (await context.MeasurementsOfAsync(make.Id, Ct)).ShouldHaveSingleItem().Amount.ShouldBe(new Amount(1, 3));
        var changes = await context.MeasurementChanges.OrderBy(change => change.Number).ToListAsync(Ct);
        changes
            .Select(change => (change.NumberBefore, change.NumberAfter, change.OutOfAfter, change.Role))
            .ShouldBe([(0.1234m, 2m, 3m, "member"), (2m, null, null, "leader"), (null, 1m, 3m, "owner")]);
        (
            await context.CorrectMeasurementAsync(make.Id, Guid.CreateVersion7(), ("1", "2"), Corrector.Owner, Hand, Ct)
        )!.Reason.ShouldBe("MeasurementUnknown");

        async Task CorrectAsync(string number, string outOf, Corrector by) =>
            (await context.CorrectMeasurementAsync(make.Id, enter.Id, (number, outOf), by, Hand, Ct)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task Four_phones_that_tell_the_number_of_a_week_at_once_tell_one(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var make = await MakeAsync(node, MeasureType.Count);
        await using (var context = await node.OpenAsync())
        {
            await context.MakeMeasureAsync(make, Hand, Ct);
        }
        var refusals = await Task.WhenAll(
            Enumerable
                .Range(1, 4)
                .Select(async number =>
                {
                    await using var own = await node.OpenAsync();
                    var enter = new EnterMeasurement(Guid.CreateVersion7(), Today, At: null, $"{number}", OutOf: null);
                    return await own.EnterMeasurementAsync(make.Id, enter, by: null, Hand, Ct);
                })
        );
        refusals.Count(refusal => refusal is null).ShouldBe(1);
        refusals.OfType<Domain.Shared.Refusal>().ShouldAllBe(refusal => refusal.Reason == "MeasuredAlready");
        await using var after = await node.OpenAsync();
        (await after.Measurements.CountAsync(Ct)).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_list_is_stored_once_and_replaces_only_when_that_is_wanted(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var make = await MakeAsync(node, MeasureType.Count);
        await using var context = await node.OpenAsync();
        await context.MakeMeasureAsync(make, Hand, Ct);
        var measure = (await context.FindMeasureAsync(make.Id, Ct)).ShouldNotBeNull();
        var source = Guid.CreateVersion7();
        (await StoreAsync(false, "2.3.2026|5", "23.2.2026|6")).New.Count.ShouldBe(2);
        (await StoreAsync(false, "2.3.2026|5", "23.2.2026|6")).Same.ShouldBe(2);
        (await StoreAsync(false, "2.3.2026|9")).Others.Count.ShouldBe(1);
        (await context.MeasurementsOfAsync(make.Id, Ct))[^1].Amount.ShouldBe(new Amount(5));
        (await StoreAsync(true, "2.3.2026|9")).Others.Count.ShouldBe(1);
        (await context.MeasurementsOfAsync(make.Id, Ct))[^1].Amount.ShouldBe(new Amount(9));
        (await context.MeasurementChanges.SingleAsync(Ct)).Role.ShouldBe("member");

        Task<MeasurementList> StoreAsync(bool replaces, params string[] rows) =>
            context.StoreMeasurementsAsync(
                make.Id,
                source,
                there =>
                    MeasurementList.Read(
                        measure,
                        [.. rows.Select((row, at) => new ListedRow(at + 1, row.Split('|')))],
                        there,
                        first: null,
                        Today
                    ),
                replaces,
                Corrector.Member,
                Hand,
                Ct
            );
    }

    private static async Task<MakeMeasure> MakeAsync(StorageNode node, MeasureType type)
    {
        var unit = new UnitRow
        {
            Id = Guid.CreateVersion7(),
            Kind = "team",
            Name = "Team nord",
        };
        await using var context = await node.OpenAsync();
        context.Add(unit);
        var improvement = new Improvement(
            Guid.CreateVersion7(),
            unit.Id,
            "Henge nøklene ved døra",
            ImprovementSize.Pdca,
            OwnerId: null,
            ImprovementState.Ongoing,
            Aim.None,
            "",
            [new Cycle(1, new CyclePlan("a", "b", Today), BegunOn: null, Done: null, Study: null, Ending: null)],
            Ending: null
        );
        context.Add(ImprovementRow.Of(improvement));
        await context.SaveChangesAsync(Ct);
        return new MakeMeasure(
            Guid.CreateVersion7(),
            improvement.Id,
            new TypedWording("Letinger", "Hver gang", null, "3,5", null),
            MeasureKind.Outcome,
            type,
            MeasureRhythm.Weekly,
            IsUpBetter: false,
            "hemmelig"
        );
    }
}
