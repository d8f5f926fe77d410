using Endre.Domain.Insights;

namespace Endre.Domain.Tests.Insights;

public sealed class ParetoTests
{
    [Fact]
    public void Bars_fall_equals_stay_as_they_came_and_the_rest_stands_last_however_much_it_is()
    {
        var pareto = Pareto.Of([("b", 3), ("a", 3), ("stor", 10), ("null", 0), ("c", 1)], most: 8, other: 20);
        pareto.Bars.Select(bar => bar.Name).ShouldBe(["stor", "b", "a", "c", null]);
        pareto.Total.ShouldBe(37);
        pareto.Bars[1].CumulativeShare.ShouldBe(13.0 / 37);
        pareto.Bars[^1].ShouldBe(new ParetoBar(null, 20, 1));
    }

    [Fact]
    public void More_bars_than_there_is_room_for_lie_in_the_rest()
    {
        var pareto = Pareto.Of([("a", 5), ("b", 4), ("c", 3), ("d", 2)], most: 2);
        pareto.Bars.Select(bar => (bar.Name, bar.Count)).ShouldBe([("a", 5), ("b", 4), (null, 5)]);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void Under_thirty_is_too_few(int count, bool isTooFew) =>
        Pareto.Of([("a", count)], most: 8).IsTooFew.ShouldBe(isTooFew);

    [Fact]
    public void Nothing_counted_has_no_bars() => Pareto.Of([], most: 8).Bars.ShouldBeEmpty();

    [Fact]
    public void Whatever_is_counted_all_of_it_is_in_the_bars_and_the_line_rises_to_all()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var counts = Enumerable.Range(0, random.Next(1, 20)).Select(i => ($"k{i}", random.Next(0, 9))).ToList();
            var other = random.Next(0, 4);
            var pareto = Pareto.Of(counts, most: random.Next(1, 10), other);
            pareto.Bars.Sum(bar => bar.Count).ShouldBe(counts.Sum(one => one.Item2) + other);
            pareto.Total.ShouldBe(pareto.Bars.Sum(bar => bar.Count));
            var named = pareto.Bars.Where(bar => bar.Name is not null).Select(bar => bar.Count).ToList();
            named.ShouldBe(named.OrderDescending());
            var shares = pareto.Bars.Select(bar => bar.CumulativeShare).ToList();
            shares.ShouldBe(shares.Order());
            if (pareto.Total > 0)
                shares[^1].ShouldBe(1, tolerance: 1e-9);
        }
    }
}
