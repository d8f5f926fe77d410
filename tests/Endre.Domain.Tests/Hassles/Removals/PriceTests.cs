using CsCheck;
using Endre.Domain.Hassles.Removals;

namespace Endre.Domain.Tests.Hassles.Removals;

public sealed class PriceTests
{
    [Fact]
    public void What_nobody_knows_is_never_nought()
    {
        new Price(null, 0).Saved.ShouldBeNull();
        new Price(40, null).Saved.ShouldBeNull();
        new Price(40, 0).Saved.ShouldBe(40);
        new Price(40, 60).Saved.ShouldBe(-20, "what got worse is not hidden");
        HoursSum.Over([]).ShouldBe(new HoursSum(null, 0, 0));
        HoursSum.Over([null, null]).ShouldBe(new HoursSum(null, 0, 2));
        HoursSum.Over([null, 0]).ShouldBe(new HoursSum(0, 1, 2));
    }

    [Fact]
    public void A_sum_is_of_what_is_known_and_says_of_how_many() =>
        Gen.Select(Gen.Bool, Gen.Double[0, 2000])
            .Select(pair => pair.Item1 ? pair.Item2 : (double?)null)
            .Array[0, 30]
            .Sample(hours =>
            {
                var sum = HoursSum.Over(hours);
                sum.Count.ShouldBe(hours.Length);
                sum.Known.ShouldBe(hours.Count(one => one is not null));
                (sum.Hours is null).ShouldBe(sum.Known == 0);
                (sum.Hours ?? 0).ShouldBe(hours.Sum() ?? 0, 0.001);
            });
}
