using CsCheck;
using Endre.Domain.Hassles.Pulses;
using Endre.Domain.Insights.SmallGroups;

namespace Endre.Domain.Tests.Hassles.Pulses;

public sealed class PulseResultTests
{
    [Fact]
    public void Many_are_shown_few_are_not_and_one_more_hides_with_a_small_one()
    {
        PulseResult.Of(12, 8, 6, SmallGroupLimit.Default).ShouldBe(new PulseResult(26, 12, 8, 6));
        PulseResult.Of(2, 1, 1, SmallGroupLimit.Default).ShouldBe(new PulseResult(null, null, null, null));
        PulseResult.Of(12, 3, 6, SmallGroupLimit.Default).ShouldBe(new PulseResult(21, 12, null, null));
        PulseResult.Of(0, 0, 0, SmallGroupLimit.Default).ShouldBe(new PulseResult(null, null, null, null));
    }

    [Fact]
    public void No_number_under_the_limit_is_shown_or_follows_from_the_others() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[5, 12])
            .Sample(
                (yes, some, no, least) =>
                {
                    var result = PulseResult.Of(yes, some, no, new SmallGroupLimit(least));
                    var all = new (int True, int? Shown)[] { (yes, result.Yes), (some, result.Some), (no, result.No) };
                    all.ShouldAllBe(one => one.Shown == null || (one.Shown == one.True && one.True >= least));
                    var hidden = all.Where(one => one.Shown is null).ToList();
                    if (result.All is { } sum)
                    {
                        sum.ShouldBe(yes + some + no);
                        sum.ShouldBeGreaterThanOrEqualTo(least);
                        hidden.Count.ShouldNotBe(1);
                        (hidden.Count == 0 || hidden.Sum(one => one.True) >= least).ShouldBeTrue();
                    }
                    else
                    {
                        hidden.Count.ShouldBeGreaterThan(0, "the sum must not follow from its parts");
                    }
                }
            );
}
