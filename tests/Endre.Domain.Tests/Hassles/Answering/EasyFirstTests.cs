using CsCheck;
using Endre.Domain.Hassles.Answering;

namespace Endre.Domain.Tests.Hassles.Answering;

public sealed class EasyFirstTests
{
    private static readonly DateOnly Old = new(2026, 1, 5);
    private static readonly DateOnly Young = new(2026, 3, 2);

    private static readonly bool?[] Reaches = [true, false, null];
    private static readonly int?[] Minutes = [null, 1, 10, 11, 30, 31, 240];

    private static readonly Gen<Ease> Any =
        from reach in Gen.Int[0, Reaches.Length - 1].Select(at => Reaches[at])
        from isLifted in Gen.Bool
        from minutes in Gen.Int[0, Minutes.Length - 1].Select(at => Minutes[at])
        from days in Gen.Int[0, 60]
        select new Ease(reach, isLifted, minutes, Old.AddDays(days));

    [Fact]
    public void Each_reason_goes_before_the_next_whatever_the_next_says()
    {
        Ease[] easyFirst =
        [
            new(true, true, 240, Young),
            new(null, false, 240, Young),
            new(null, true, 5, Young),
            new(null, true, null, Old),
            new(null, true, 20, Young),
            new(null, true, 31, Old),
            new(false, false, 1, Old),
        ];
        EasyFirst.Order(easyFirst.Reverse(), ease => ease).ShouldBe(easyFirst);
    }

    [Fact]
    public void A_large_cost_never_moves_anything_forward() =>
        Any.Sample(ease =>
        {
            var costly = ease with { Minutes = 240 };
            var small = ease with { Minutes = 5 };
            return EasyFirst.Order([costly, small], one => one).First() == small;
        });

    [Fact]
    public void Among_equals_the_oldest_is_first_and_of_the_same_age_nothing_moves()
    {
        EasyFirst
            .Order([(1, Young), (2, Old), (3, Young), (4, Old)], pair => new Ease(null, false, null, pair.Item2))
            .Select(pair => pair.Item1)
            .ShouldBe([2, 4, 1, 3]);
    }

    [Fact]
    public void The_order_does_not_hang_on_how_they_came() =>
        Any.Array[0, 12]
            .Sample(all =>
                EasyFirst.Order(all, ease => ease).SequenceEqual(EasyFirst.Order(all.Reverse(), ease => ease), Comparer)
            );

    // Minutes of one size are the same.
    private static readonly IEqualityComparer<Ease> Comparer = EqualityComparer<Ease>.Create(
        (x, y) => x! with { Minutes = Size(x.Minutes) } == y! with { Minutes = Size(y.Minutes) },
        _ => 0
    );

    private static int Size(int? minutes) =>
        minutes <= 10 ? 0
        : minutes > 30 ? 2
        : 1;
}
