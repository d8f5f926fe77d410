using Endre.Domain.Improvements.Drivers;

namespace Endre.Domain.Tests.Improvements.Drivers;

public sealed class DriverRulesTests
{
    private static readonly Guid Primary = Guid.CreateVersion7();
    private static readonly Guid Secondary = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();
    private static readonly Guid Idea = Guid.CreateVersion7();

    private static DriverDiagram Drawn =>
        new DriverCommand[]
        {
            new AddDriver(Primary, DriverKind.Primary, "Nøklene er der de skal", "Minutter vi leter", []),
            new AddDriver(Secondary, DriverKind.Secondary, "Fast plass", "", [Primary]),
            new AddDriver(Other, DriverKind.Secondary, "Alle vet det", "", [Primary]),
            new AddDriver(Idea, DriverKind.Idea, "Knagg ved døra", "", [Secondary, Other]),
        }.Aggregate(DriverDiagram.Empty(Guid.CreateVersion7()), Do);

    [Fact]
    public void From_the_aim_to_what_one_can_try()
    {
        var diagram = Drawn;
        diagram.Primary.Select(node => node.Text).ShouldBe(["Nøklene er der de skal"]);
        diagram.Under(diagram.Find(Primary)!).Select(node => node.Id).ShouldBe([Secondary, Other]);
        diagram.Under(diagram.Find(Other)!).Select(node => node.Id).ShouldBe([Idea]);
        DriverRules
            .Decide(diagram, new AddDriver(Idea, DriverKind.Idea, "Knagg ved døra", "", [Secondary]))
            .Events.ShouldBeEmpty();
    }

    [Fact]
    public void An_idea_serves_a_driver_and_a_secondary_driver_stands_under_one_primary()
    {
        Refused(new AddDriver(Guid.CreateVersion7(), DriverKind.Idea, "Løs", "", [])).ShouldBe("SecondaryMissing");
        Refused(new AddDriver(Guid.CreateVersion7(), DriverKind.Idea, "Løs", "", [Primary]))
            .ShouldBe("SecondaryMissing");
        Refused(new AddDriver(Guid.CreateVersion7(), DriverKind.Secondary, "Løs", "", [])).ShouldBe("PrimaryMissing");
        Refused(new AddDriver(Guid.CreateVersion7(), DriverKind.Secondary, "Løs", "", [Secondary]))
            .ShouldBe("PrimaryMissing");
        Refused(new ChangeDriver(Idea, "Knagg", "", [])).ShouldBe("SecondaryMissing");
        Refused(new AddDriver(Guid.CreateVersion7(), null, "Hva?", "", [])).ShouldBe("DriverKindMissing");
        Refused(new AddDriver(Guid.CreateVersion7(), DriverKind.Primary, " ", "", [])).ShouldBe("TextMissing");
        Refused(new AddDriver(Guid.CreateVersion7(), DriverKind.Primary, new string('a', 151), "", []))
            .ShouldBe("TextTooLong");
        Refused(new AddDriver(Guid.CreateVersion7(), DriverKind.Primary, "Ja", new string('a', 121), []))
            .ShouldBe("TextTooLong");
    }

    [Fact]
    public void A_driver_may_be_seen_by_a_measure_of_the_improvement_and_an_idea_by_none()
    {
        var measure = Guid.CreateVersion7();
        var change = new ChangeDriver(Primary, "Nøklene er der de skal", "Minutter vi leter", [], measure);
        DriverRules.Decide(Drawn, change).Refusal!.Reason.ShouldBe("DriverMeasureUnknown");
        DriverRules.Decide(Drawn, change, [Guid.CreateVersion7()]).Refusal!.Field.ShouldBe("measureId");
        var seen = DriverRules.Decide(Drawn, change, [measure]).Events.ShouldHaveSingleItem().Diagram;
        seen.Find(Primary)!.MeasureId.ShouldBe(measure);
        DriverRules.Decide(seen, change, [measure]).Events.ShouldBeEmpty();
        var idea = new ChangeDriver(Idea, "Krok ved døra", null, [Secondary], measure);
        DriverRules.Decide(seen, idea, [measure]).Events.Single().Diagram.Find(Idea)!.MeasureId.ShouldBeNull();
        var let = DriverRules.Decide(seen, change with { MeasureId = null }, [measure]).Events.Single().Diagram;
        let.Find(Primary)!.MeasureId.ShouldBeNull();
    }

    [Fact]
    public void What_has_something_under_it_is_not_removed()
    {
        Refused(new RemoveDriver(Primary)).ShouldBe("DriverHasMoreUnderIt");
        Refused(new RemoveDriver(Other)).ShouldBe("DriverHasMoreUnderIt");
        var without = Do(Do(Drawn, new ChangeDriver(Idea, "Knagg ved døra", "", [Secondary])), new RemoveDriver(Other));
        without.Nodes.Select(node => node.Id).ShouldBe([Primary, Secondary, Idea]);
        DriverRules.Decide(without, new RemoveDriver(Other)).Events.ShouldBeEmpty();
        DriverRules.Decide(without, new ChangeDriver(Other, "x", "", [])).Refusal!.Reason.ShouldBe("DriverUnknown");
    }

    [Fact]
    public void Neighbors_change_places_and_the_first_stays_first()
    {
        Do(Drawn, new ReorderDriver(Other, Up: true))
            .Nodes.Where(node => node.Kind == DriverKind.Secondary)
            .Select(node => node.Id)
            .ShouldBe([Other, Secondary]);
        DriverRules.Decide(Drawn, new ReorderDriver(Secondary, Up: true)).Events.ShouldBeEmpty();
        DriverRules.Decide(Drawn, new ReorderDriver(Other, Up: false)).Events.ShouldBeEmpty();
    }

    [Fact]
    public void There_is_room_for_so_many_and_no_more()
    {
        var full = DriverDiagram.Empty(Guid.CreateVersion7());
        for (var i = 0; i < DriverDiagram.MostPrimary; i++)
            full = Do(full, new AddDriver(Guid.CreateVersion7(), DriverKind.Primary, $"Driver {i}", "", []));
        DriverRules
            .Decide(full, new AddDriver(Guid.CreateVersion7(), DriverKind.Primary, "Én til", "", []))
            .Refusal!.Reason.ShouldBe("TooManyDrivers");
        var served = Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var id in served)
            full = Do(full, new AddDriver(id, DriverKind.Secondary, $"{id}", "", [full.Nodes[0].Id]));
        DriverRules
            .Decide(full, new AddDriver(Guid.CreateVersion7(), DriverKind.Idea, "Alt", "", [.. served]))
            .Refusal!.Reason.ShouldBe("TooManyServed");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_done_every_idea_serves_a_driver_and_nothing_is_lost_by_moving(int seed)
    {
        var chance = new Random(seed);
        var diagram = DriverDiagram.Empty(Guid.CreateVersion7());
        for (var step = 0; step < 2000; step++)
        {
            Guid Any() => diagram.Nodes.IsEmpty ? Guid.Empty : diagram.Nodes[chance.Next(diagram.Nodes.Count)].Id;
            DriverCommand command = chance.Next(8) switch
            {
                0 => new AddDriver(Guid.CreateVersion7(), DriverKind.Primary, $"p{step}", "m", []),
                1 or 2 => new AddDriver(Guid.CreateVersion7(), DriverKind.Secondary, $"s{step}", "", [Any()]),
                3 or 4 => new AddDriver(Guid.CreateVersion7(), DriverKind.Idea, $"i{step}", "", [Any(), Any()]),
                5 => new ChangeDriver(Any(), $"c{step}", "", [Any()]),
                6 => new ReorderDriver(Any(), chance.Next(2) == 0),
                _ => new RemoveDriver(Any()),
            };
            var before = diagram.Nodes.Count;
            diagram = DriverRules.Decide(diagram, command).Events.SingleOrDefault()?.Diagram ?? diagram;
            if (command is ChangeDriver or ReorderDriver)
                diagram.Nodes.Count.ShouldBe(before);
            diagram.Nodes.Select(node => node.Id).ShouldBeUnique();
            foreach (var node in diagram.Nodes)
            {
                var above = node.Under.Select(id => diagram.Find(id)!.Kind).ToList();
                (
                    node.Kind switch
                    {
                        DriverKind.Primary => above.Count == 0,
                        DriverKind.Secondary => above is [DriverKind.Primary],
                        _ => above.Count > 0 && above.TrueForAll(kind => kind == DriverKind.Secondary),
                    }
                ).ShouldBeTrue($"{node}");
            }
            foreach (var kind in Enum.GetValues<DriverKind>())
                diagram.Nodes.Count(node => node.Kind == kind).ShouldBeLessThanOrEqualTo(DriverDiagram.MostOf(kind));
        }
    }

    private static DriverDiagram Do(DriverDiagram diagram, DriverCommand command) =>
        DriverRules.Decide(diagram, command).Events.ShouldHaveSingleItem().Diagram;

    private static string? Refused(DriverCommand command) => DriverRules.Decide(Drawn, command).Refusal?.Reason;
}
