using Endre.Domain.Insights.SmallGroups;
using Endre.Domain.Organizations;

namespace Endre.Domain.Tests.Insights.SmallGroups;

public sealed class CountTreeTests
{
    private static readonly DateTimeOffset Then = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Guid Top = Id(1);
    private static readonly Guid North = Id(2);
    private static readonly Guid South = Id(3);
    private static readonly Guid Old = Id(4);
    private static readonly IReadOnlySet<Guid> Nobody = new HashSet<Guid>();

    [Fact]
    public void What_was_said_to_a_closed_unit_counts_once_where_it_went_on()
    {
        var counts = Tree(new Unit(Old, Top, "Gammel", UnitKind.Team, ClosedAt: Then, HeirId: North));
        counts.Add(Old, 0, 7, 7);
        counts.Add(North, 0, 6, 6);
        var shown = Decide(counts, Nobody);
        shown.All.Whole(North, 0, 0).ShouldBe(13);
        shown.All.Whole(Top, 0, 0).ShouldBe(23);
        shown.Part.Whole(Top, 0, 0).ShouldBe(13);
        counts.Under(Top).Select(unit => unit.Id).ShouldBe([North, South], ignoreOrder: true);
    }

    [Fact]
    public void One_that_nobody_took_over_stays_a_part_of_the_one_above()
    {
        var counts = Tree(new Unit(Old, Top, "Gammel", UnitKind.Team, ClosedAt: Then));
        counts.Add(Old, 0, 7, 7);
        counts.Add(North, 0, 6, 6);
        Decide(counts, Nobody).All.Whole(Old, 0, 0).ShouldBe(7);
        counts.Under(Top).ShouldContain(unit => unit.Id == Old);
    }

    [Fact]
    public void What_only_the_actor_may_list_protects_nobody_and_counts_in_the_sum()
    {
        var counts = Tree();
        counts.Add(North, 0, 4, 4);
        counts.Add(North, 0, 3, 3, isKnown: true);
        Decide(counts, Nobody).All.Whole(North, 0, 0).ShouldBeNull();
        counts.Add(North, 0, 1, 1);
        Decide(counts, Nobody).All.Whole(North, 0, 0).ShouldBe(8);
    }

    [Fact]
    public void Heirs_in_a_circle_and_units_that_do_not_exist_stop_nothing()
    {
        var counts = new CountTree(
            new UnitTree([
                new Unit(North, South, "Nord", UnitKind.Team, ClosedAt: Then, HeirId: South),
                new Unit(South, North, "Sør", UnitKind.Team),
            ]),
            1
        );
        counts.Add(Top, 0, 9, 9);
        counts.Add(North, 0, 9, 9);
        Decide(counts, Nobody).All.Whole(South, 0, 0).ShouldBe(9);
    }

    // The top and the south have enough of their own to be shown.
    private static CountTree Tree(params Unit[] more)
    {
        var counts = new CountTree(
            new UnitTree([
                new Unit(Top, null, "Kommunen", UnitKind.Municipality),
                new Unit(North, Top, "Nord", UnitKind.Team),
                new Unit(South, Top, "Sør", UnitKind.Team),
                .. more,
            ]),
            1
        );
        counts.Add(Top, 0, 5, 0);
        counts.Add(South, 0, 5, 0);
        return counts;
    }

    private static ShownParts Decide(CountTree counts, IReadOnlySet<Guid> known) =>
        counts.Decide([SliceLevel.Whole(1)], SmallGroupLimit.Default, known);

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
