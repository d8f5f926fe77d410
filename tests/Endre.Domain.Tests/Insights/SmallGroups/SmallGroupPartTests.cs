using Endre.Domain.Insights.SmallGroups;

namespace Endre.Domain.Tests.Insights.SmallGroups;

public sealed class SmallGroupPartTests
{
    private static readonly Guid Top = Id(1);
    private static readonly Guid North = Id(2);
    private static readonly Guid South = Id(3);
    private static readonly IReadOnlySet<Guid> Nobody = new HashSet<Guid>();

    [Fact]
    public void That_everything_or_nothing_was_answered_may_be_shown()
    {
        var shown = Decide([Unit(Top, null, 10, 5), Unit(North, Top, 9, 9), Unit(South, Top, 8, 0)]);
        shown.All.Whole(North, 0, 0).ShouldBe(9);
        shown.Part.Whole(North, 0, 0).ShouldBe(9);
        shown.Part.Whole(South, 0, 0).ShouldBe(0);
    }

    [Fact]
    public void A_few_who_wait_hide_the_answers_and_not_what_was_said()
    {
        var shown = Decide([Unit(Top, null, 30, 15), Unit(North, Top, 12, 10), Unit(South, Top, 20, 10)]);
        shown.All.Whole(North, 0, 0).ShouldBe(12);
        shown.Part.Whole(North, 0, 0).ShouldBeNull();
        // Or the two who wait would be what is left of the whole.
        shown.Part.Whole(South, 0, 0).ShouldBeNull();
        shown.Part.Whole(Top, 0, 0).ShouldBe(35);
    }

    [Fact]
    public void Where_what_was_said_is_hidden_so_are_the_answers()
    {
        var shown = Decide([Unit(Top, null, 30, 15), Unit(North, Top, 4, 0), Unit(South, Top, 20, 10)]);
        shown.All.Whole(South, 0, 0).ShouldBeNull();
        shown.Part.Whole(South, 0, 0).ShouldBeNull();
        shown.Part.Whole(North, 0, 0).ShouldBeNull();
    }

    [Fact]
    public void What_the_actor_may_list_is_shown_and_its_sub_units_are_not()
    {
        CountedUnit[] units = [Unit(Top, null, 3, 1), Unit(North, Top, 3, 1), Unit(South, Top, 40, 20)];
        var shown = SmallGroupRules.DecideParts(
            units,
            [SliceLevel.Whole(1)],
            SmallGroupLimit.Default,
            new HashSet<Guid> { Top }
        );
        shown.All.Own(Top, 0, 0).ShouldBe(3);
        shown.Part.Own(Top, 0, 0).ShouldBe(1);
        shown.All.Whole(North, 0, 0).ShouldBeNull();
        shown.All.Whole(South, 0, 0).ShouldBeNull();
    }

    [Fact]
    public void More_answered_than_said_is_a_fault() =>
        Should.Throw<ArgumentException>(() => Decide([Unit(Top, null, 5, 6)]));

    private static ShownParts Decide(CountedUnit[] units) =>
        SmallGroupRules.DecideParts(units, [SliceLevel.Whole(1)], SmallGroupLimit.Default, Nobody);

    private static CountedUnit Unit(Guid id, Guid? parent, int all, int part) =>
        new(id, parent, [all]) { OwnPart = [part] };

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
