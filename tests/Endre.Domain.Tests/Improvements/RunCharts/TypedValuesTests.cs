using Endre.Domain.Improvements.RunCharts;

namespace Endre.Domain.Tests.Improvements.RunCharts;

public sealed class TypedValuesTests
{
    [Theory]
    [InlineData("12 13 11", new[] { 12.0, 13, 11 })]
    [InlineData("12,5\n13\r\n11.25", new[] { 12.5, 13, 11.25 })]
    [InlineData("12, 13, 11,5", new[] { 12, 13, 11.5 })]
    [InlineData("1;2;3", new[] { 1.0, 2, 3 })]
    [InlineData("−4 -3", new[] { -4.0, -3 })]
    [InlineData("  7  ", new[] { 7.0 })]
    public void Values_are_read_as_people_type_them(string text, double[] wanted)
    {
        TypedValues.Read(text, out var values).ShouldBeNull();
        values.ShouldBe(wanted.Select(value => (double?)value));
    }

    [Theory]
    [InlineData("12 - 11")]
    [InlineData("12\t\t11")]
    [InlineData("12;;11")]
    [InlineData("12 – 11")]
    public void A_hyphen_or_an_empty_cell_is_missing(string text)
    {
        TypedValues.Read(text, out var values).ShouldBeNull();
        values.ShouldBe([12, null, 11]);
    }

    [Theory]
    [InlineData(null, "ValuesMissing")]
    [InlineData(" \n ", "ValuesMissing")]
    [InlineData("12 tolv 13", "ValueUnreadable")]
    [InlineData("1e5", "ValueUnreadable")]
    [InlineData("1.2.3", "ValueUnreadable")]
    public void What_is_no_number_is_told_with_its_place(string? text, string reason)
    {
        var refusal = TypedValues.Read(text, out var values);
        refusal!.Reason.ShouldBe(reason);
        refusal.Field.ShouldBe("values");
        values.ShouldBeEmpty();
    }

    [Fact]
    public void Too_much_is_refused()
    {
        TypedValues.Read(new string('1', 6_001), out _)!.Reason.ShouldBe("TextTooLong");
        TypedValues.Read(string.Join(' ', Enumerable.Repeat("1", 1_001)), out _)!.Reason.ShouldBe("TooManyValues");
    }

    [Fact]
    public void A_baseline_is_frozen_only_when_it_is_chance_alone()
    {
        double?[] values = [12, 15, 11, 14, 13, 16, 12, 15, 11, 14, 8, 7, 9];
        Baseline.Freeze(values, 10, RunChartRules.Anhoej, out var median).ShouldBeNull();
        median.ShouldBe(13.5);
        Baseline.Freeze(values, 8, RunChartRules.Anhoej, out _)!.Reason.ShouldBe("BaselineTooShort");
        Baseline.Freeze(values, 14, RunChartRules.Anhoej, out _)!.Reason.ShouldBe("BaselineOutOfRange");
        Baseline.Freeze(values, 0, RunChartRules.Anhoej, out _)!.Reason.ShouldBe("BaselineOutOfRange");
        double?[] sinking = [20, 19, 18, 17, 16, 9, 8, 7, 6, 5];
        Baseline.Freeze(sinking, 10, RunChartRules.Anhoej, out _)!.Reason.ShouldBe("BaselineShowsSignal");
    }
}
