using Endre.Domain.Insights.SmallGroups;

namespace Endre.Domain.Tests.Insights.SmallGroups;

public sealed class SmallGroupLimitTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(100)]
    public void It_rises_or_stays(int wanted)
    {
        SmallGroupLimit.Default.Raise(wanted, out var raised).ShouldBeNull();
        raised.Value.ShouldBe(wanted);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    public void It_is_never_under_five_nor_over_a_hundred(int wanted)
    {
        var refusal = SmallGroupLimit.Default.Raise(wanted, out var raised);
        refusal!.Reason.ShouldBe("SmallGroupLimitOutOfRange");
        raised.ShouldBe(SmallGroupLimit.Default);
    }

    [Fact]
    public void It_does_not_sink_again()
    {
        var refusal = new SmallGroupLimit(10).Raise(9, out var raised);
        refusal!.Reason.ShouldBe("SmallGroupLimitOnlyRises");
        refusal.Details.ShouldBe(["10"]);
        raised.Value.ShouldBe(10);
    }
}
