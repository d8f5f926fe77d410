using Endre.Domain.Lineage;
using Endre.Domain.Needs;
using Endre.Storage.Lineage;
using Endre.Storage.Needs;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Needs;

public sealed class NeedRecordsTests
{
    private static readonly NeedRecords.Hand Hand = new(null, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task State_links_and_history_are_stored_together_and_read_back(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var (hassle, other, cause, test, solution) = (New(), New(), New(), New(), New());
        var state = await SomethingAsync(node, hassle);
        var note = new RecordReference(RecordKind.Note, New(), New());
        await using var context = await node.OpenAsync();
        (await context.StateNeedAsync(state, [note], Hand, Ct)).ShouldBeNull();
        var expected = NeedRules.Evolve(null, NeedRules.State(state).Events[0]);
        NeedCommand[] acts =
        [
            new TieHassles([other]),
            new AnswerWhy(cause, null, "Ingen plass er heisens – «ikke sant?»", null, "rooms"),
            new JudgeCause(cause, "Ingen plass er heisens", Influence.Partly, "Så i uke 9", IsChecked: true),
            new NameCategory("rooms", "Rom"),
            new CloseDiamond(Diamond.Need),
            new WriteSolution(solution, "Fast plass"),
            new ChooseSolution(solution, IsChosen: true),
            new CloseDiamond(Diamond.Solution),
            new PlanTest(test, solution, "Spør Fatima", "Fatima", 1, "Hun finner den", new DateOnly(2026, 3, 3)),
            new TellTest(test, "Ja", "Mal plassen", NextStep.Adjust),
            new DescribeSheet("Heisen er borte", "Under ett minutt", "Uke 14"),
            new WritePlanLine(New(), "Merke plassen", "Fatima", new DateOnly(2026, 4, 1), IsDone: false),
        ];
        foreach (var act in acts)
        {
            expected = NeedRules.Evolve(expected, NeedRules.Decide(expected, act).Events[0]);
            (await context.DoWithNeedAsync(state.Id, act, Hand, Ct)).ShouldBeNull();
            (await context.DoWithNeedAsync(state.Id, act, Hand, Ct)).ShouldBeNull();
        }
        var stored = (await context.FindNeedAsync(state.Id, Ct))!;
        stored.HassleIds.Order().ShouldBe(expected.HassleIds.Order());
        stored.Causes.ShouldBe(expected.Causes);
        stored.Categories.ShouldBe(expected.Categories);
        stored.Solutions.ShouldBe(expected.Solutions);
        stored.Tests.ShouldBe(expected.Tests);
        stored.Sheet.Plan.ShouldBe(expected.Sheet.Plan);
        (stored.Statement, stored.Blt, stored.Sheet.Goal).ShouldBe(
            (expected.Statement, expected.Blt, "Under ett minutt")
        );
        var entries = await context.NeedEvents.OrderBy(entry => entry.Number).ToListAsync(Ct);
        entries.Count.ShouldBe(acts.Length + 1);
        (entries[0].What, entries[2].What, entries[5].Diamond).ShouldBe(("need-stated", "why-answered", "need"));

        (await context.LinksWithinAsync(note.Within!.Value, Ct)).Single().To.Id.ShouldBe(state.Id);
        (await context.LinksOfAsync(RecordKind.Hassle, other, Ct)).Single().To.ShouldBe(new(RecordKind.Need, state.Id));
        (await context.LinksOfAsync(RecordKind.Need, state.Id, Ct)).Count.ShouldBe(3);
        (await context.DoWithNeedAsync(state.Id, new UntieHassle(other), Hand, Ct)).ShouldBeNull();
        (await context.LinksOfAsync(RecordKind.Hassle, other, Ct)).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_same_form_is_one_need_also_when_ten_send_it_at_once_and_a_refusal_stores_nothing(
        DatabaseKind kind
    )
    {
        await using var node = await StorageNode.OnAsync(kind);
        var state = await SomethingAsync(node, New());
        var refusals = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(async _ =>
                {
                    await using var own = await node.OpenAsync();
                    return await own.StateNeedAsync(state, [], Hand, Ct);
                })
        );
        refusals.ShouldAllBe(refusal => refusal == null);
        await using var context = await node.OpenAsync();
        (await context.NeedEvents.CountAsync(Ct)).ShouldBe(1);
        (await context.LineageLinks.CountAsync(Ct)).ShouldBe(1);
        (await context.StateNeedAsync(state with { What = "noe annet" }, [], Hand, Ct))!.Reason.ShouldBe("IdTaken");
        (await context.DoWithNeedAsync(state.Id, new CloseDiamond(Diamond.Test), Hand, Ct))!.Reason.ShouldBe(
            "DiamondNotOpen"
        );
        (await context.DoWithNeedAsync(New(), new CloseDiamond(Diamond.Need), Hand, Ct))!.Reason.ShouldBe(
            "NeedUnknown"
        );
        (await context.NeedEvents.CountAsync(Ct)).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Those_who_write_at_the_same_instant_lose_nothing(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var state = await SomethingAsync(node, New());
        await using var context = await node.OpenAsync();
        await context.StateNeedAsync(state, [], Hand, Ct);
        await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(async i =>
                {
                    await using var own = await node.OpenAsync();
                    var why = new AnswerWhy(New(), null, $"Fordi {i}", null, null);
                    (await own.DoWithNeedAsync(state.Id, why, Hand, Ct)).ShouldBeNull();
                })
        );
        (await context.FindNeedAsync(state.Id, Ct))!.Causes.Count.ShouldBe(5);
        (await context.NeedEvents.CountAsync(Ct)).ShouldBe(6);
    }

    private static async Task<StateNeed> SomethingAsync(StorageNode node, Guid hassle)
    {
        var unit = new UnitRow { Name = "Post 3", Kind = "team" };
        await using var context = await node.OpenAsync();
        context.Units.Add(unit);
        await context.SaveChangesAsync(Ct);
        return new StateNeed(New(), unit.Id, "Nattevaktene", "å finne heisen", "de leter", [hassle]);
    }

    private static Guid New() => Guid.CreateVersion7();
}
