using Endre.Domain.Insights.SmallGroups;

namespace Endre.Domain.Tests.Insights.SmallGroups;

public sealed class SmallGroupTests
{
    private static readonly Guid Top = Id(1);
    private static readonly Guid North = Id(2);
    private static readonly Guid South = Id(3);
    private static readonly Guid East = Id(4);
    private static readonly IReadOnlySet<Guid> Nobody = new HashSet<Guid>();

    [Fact]
    public void Counts_of_five_or_more_are_all_shown()
    {
        var shown = Decide([Unit(Top, null, 5), Unit(North, Top, 6), Unit(South, Top, 7)]);
        shown.Whole(Top, 0, 0).ShouldBe(18);
        shown.Own(Top, 0, 0).ShouldBe(5);
        shown.Whole(North, 0, 0).ShouldBe(6);
        shown.Whole(South, 0, 0).ShouldBe(7);
    }

    [Fact]
    public void Under_five_is_not_shown_and_counts_in_the_sum()
    {
        var shown = Decide([Unit(Top, null, 20), Unit(North, Top, 4), Unit(South, Top, 7), Unit(East, Top, 9)]);
        shown.Whole(North, 0, 0).ShouldBeNull();
        shown.Whole(Top, 0, 0).ShouldBe(40);
    }

    [Fact]
    public void The_next_smallest_sibling_hides_what_subtraction_would_show()
    {
        var shown = Decide([Unit(Top, null, 20), Unit(North, Top, 4), Unit(South, Top, 7), Unit(East, Top, 9)]);
        shown.Whole(South, 0, 0).ShouldBeNull();
        shown.Whole(East, 0, 0).ShouldBe(9);
    }

    [Fact]
    public void Two_small_ones_that_are_less_than_five_together_take_a_third()
    {
        var shown = Decide([Unit(Top, null, 20), Unit(North, Top, 1), Unit(South, Top, 2), Unit(East, Top, 9)]);
        shown.Whole(East, 0, 0).ShouldBeNull();
        shown.Own(Top, 0, 0).ShouldBe(20);
        shown.Whole(Top, 0, 0).ShouldBe(32);
    }

    [Fact]
    public void Where_nobody_can_hide_it_the_sum_is_withheld_too()
    {
        var shown = Decide([Unit(Top, null, 0), Unit(North, Top, 4), Unit(South, Top, 0)]);
        shown.Whole(Top, 0, 0).ShouldBeNull();
    }

    [Fact]
    public void A_leader_who_knows_her_own_unit_cannot_find_the_neighbors()
    {
        CountedUnit[] units = [Unit(Top, null, 20), Unit(North, Top, 4), Unit(South, Top, 7), Unit(East, Top, 9)];
        var shown = SmallGroupRules.Decide(
            units,
            [SliceLevel.Whole(1)],
            SmallGroupLimit.Default,
            new HashSet<Guid> { South }
        );
        shown.Whole(South, 0, 0).ShouldBe(7);
        shown.Whole(North, 0, 0).ShouldBeNull();
        shown.Whole(East, 0, 0).ShouldBeNull();
    }

    [Fact]
    public void A_month_under_five_leaves_the_quarters()
    {
        CountedUnit[] units =
        [
            new(Top, null, [9, 9, 9, 9, 9, 9]),
            new(North, Top, [1, 4, 3, 6, 6, 6]),
            new(South, Top, [8, 8, 8, 8, 8, 8]),
        ];
        SliceLevel[] levels = [SliceLevel.Whole(6), SliceLevel.By(6, 3), SliceLevel.Each(6)];
        var shown = SmallGroupRules.Decide(units, levels, SmallGroupLimit.Default, Nobody);
        shown.FinestLevel(North, 3).ShouldBe(1);
        shown.Whole(North, 1, 0).ShouldBe(8);
        shown.Whole(North, 2, 3).ShouldBeNull();
        shown.Whole(South, 2, 0).ShouldBeNull();
        shown.Whole(Top, 2, 0).ShouldBe(18);
    }

    [Fact]
    public void A_higher_limit_hides_more()
    {
        CountedUnit[] units = [Unit(Top, null, 20), Unit(North, Top, 6), Unit(South, Top, 30)];
        var shown = SmallGroupRules.Decide(units, [SliceLevel.Whole(1)], new SmallGroupLimit(10), Nobody);
        shown.Whole(North, 0, 0).ShouldBeNull();
    }

    [Fact]
    public void A_level_that_is_the_same_count_under_another_name_is_a_fault() =>
        Should.Throw<ArgumentException>(() =>
            SmallGroupRules.Decide(
                [new CountedUnit(Top, null, [9, 9])],
                [SliceLevel.Each(2), SliceLevel.Each(2)],
                SmallGroupLimit.Default,
                Nobody
            )
        );

    [Fact]
    public void Units_in_a_circle_are_a_fault() =>
        Should.Throw<ArgumentException>(() => Decide([Unit(North, South, 9), Unit(South, North, 9)]));

    private static ShownCounts Decide(CountedUnit[] units) =>
        SmallGroupRules.Decide(units, [SliceLevel.Whole(1)], SmallGroupLimit.Default, Nobody);

    private static CountedUnit Unit(Guid id, Guid? parent, int own) => new(id, parent, [own]);

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
