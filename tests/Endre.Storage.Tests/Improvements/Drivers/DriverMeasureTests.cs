using Endre.Domain.Improvements.Drivers;
using Endre.Domain.Improvements.Measures;
using Endre.Domain.Shared;
using Endre.Storage.Improvements.Drivers;
using Endre.Storage.Improvements.Measures;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Improvements.Drivers;

public sealed class DriverMeasureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_driver_is_seen_by_a_measure_of_its_own_improvement(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        var (team, kari) = await Started.TeamAsync(context);
        var id = await Started.TryAsync(context, team, kari);
        var own = await MeasureAsync(context, id, kari);
        var others = await MeasureAsync(context, await Started.TryAsync(context, team, kari), kari);
        var hand = Started.HandOf(kari);
        var driver = new AddDriver(Guid.CreateVersion7(), DriverKind.Primary, "Fast plass", "Minutter", [], own);
        (await context.DrawDriversAsync(id, driver with { MeasureId = others }, hand, Ct)).ShouldBe(
            new Refusal("DriverMeasureUnknown", "measureId")
        );
        (await context.DrawDriversAsync(id, driver, hand, Ct)).ShouldBeNull();
        (await NodeAsync(context, id)).MeasureId.ShouldBe(own);
        var change = new ChangeDriver(driver.Id, "Fast plass", "Minutter", [], MeasureId: null);
        (await context.DrawDriversAsync(id, change, hand, Ct)).ShouldBeNull();
        (await NodeAsync(context, id)).MeasureId.ShouldBeNull();

        // What was drawn before a driver could have one.
        var before = $$"""[{"id":"{{driver.Id}}","kind":"primary","text":"Fast plass","measure":"","under":[]}]""";
        await context.DriverDiagrams.ExecuteUpdateAsync(to => to.SetProperty(row => row.Nodes, before), Ct);
        (await NodeAsync(context, id)).ShouldSatisfyAllConditions(
            one => one.Text.ShouldBe("Fast plass"),
            one => one.MeasureId.ShouldBeNull()
        );
    }

    private static async Task<DriverNode> NodeAsync(EndreContext context, Guid id) =>
        (await context.ReadDriversAsync(id, Ct)).Nodes.Single();

    private static async Task<Guid> MeasureAsync(EndreContext context, Guid improvement, Guid person)
    {
        var make = new MakeMeasure(
            Guid.CreateVersion7(),
            improvement,
            new TypedWording("Letinger", null, null, null, null),
            MeasureKind.Outcome,
            MeasureType.Count,
            MeasureRhythm.Weekly,
            IsUpBetter: false,
            $"{Guid.CreateVersion7():N}"
        );
        (await context.MakeMeasureAsync(make, Started.HandOf(person), Ct)).ShouldBeNull();
        return make.Id;
    }
}
