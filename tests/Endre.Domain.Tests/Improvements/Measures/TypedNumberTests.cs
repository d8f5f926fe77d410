using System.Globalization;
using CsCheck;
using Endre.Domain.Improvements.Measures;

namespace Endre.Domain.Tests.Improvements.Measures;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("12,5", "12.5")]
    [InlineData("12.5", "12.5")]
    [InlineData(" 1 234 ", "1234")]
    [InlineData("1 234", "1234")]
    [InlineData("1 234 567,25", "1234567.25")]
    [InlineData("−3", "-3")]
    [InlineData("-0,5", "-0.5")]
    [InlineData("+7", "7")]
    [InlineData("0", "0")]
    public void Numbers_are_read_as_they_are_typed_here(string typed, string expected)
    {
        TypedNumber.Read(typed, "number", out var number).ShouldBeNull();
        number.ShouldBe(decimal.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("tolv", "NumberUnreadable")]
    [InlineData("12 5", "NumberUnreadable")]
    [InlineData("1.234,5", "NumberUnreadable")]
    [InlineData("1e9", "NumberUnreadable")]
    [InlineData("12,", "NumberUnreadable")]
    [InlineData("٣", "NumberUnreadable")]
    [InlineData("1 000 000 001", "NumberTooLarge")]
    [InlineData("0,00001", "NumberTooFine")]
    public void What_is_no_number_of_ours_is_refused(string typed, string reason)
    {
        var refusal = TypedNumber.Read(typed, "number", out var number);
        refusal.ShouldNotBeNull().Reason.ShouldBe(reason);
        refusal.Field.ShouldBe("number");
        number.ShouldBeNull();
    }

    [Fact]
    public void Nothing_typed_is_nothing_and_not_zero()
    {
        TypedNumber.Read("  ", "number", out var number).ShouldBeNull();
        number.ShouldBeNull();
        TypedNumber.ReadAmount(MeasureType.Count, "", null, out _).ShouldNotBeNull().Reason.ShouldBe("NumberMissing");
    }

    [Fact]
    public void A_proportion_is_exactly_what_was_counted_of_how_many()
    {
        TypedNumber.ReadAmount(MeasureType.Proportion, "1", "3", out var third).ShouldBeNull();
        third.ShouldBe(new Amount(1, 3));
        TypedNumber.ReadAmount(MeasureType.Proportion, "12", "40", out var amount).ShouldBeNull();
        amount!.Value.ShouldBe(30);
        (string? Number, string? OutOf, string Reason, string Field)[] refused =
        [
            ("4", "3", "NumberOverOutOf", "number"),
            ("0", "0", "OutOfNotPositive", "outOf"),
            ("1", "", "OutOfMissing", "outOf"),
            ("1", "tre", "NumberUnreadable", "outOf"),
            ("-1", "3", "NumberNegative", "number"),
        ];
        foreach (var (number, outOf, reason, field) in refused)
        {
            var refusal = TypedNumber.ReadAmount(MeasureType.Proportion, number, outOf, out _).ShouldNotBeNull();
            (refusal.Reason, refusal.Field).ShouldBe((reason, field));
        }
        TypedNumber.ReadAmount(MeasureType.Minutes, "-1", null, out _)!.Reason.ShouldBe("NumberNegative");
        TypedNumber.ReadAmount(MeasureType.Count, "-1", null, out _).ShouldBeNull();
    }

    [Fact]
    public void Whatever_is_written_with_a_comma_is_read_back()
    {
        Gen.Long[-10_000_000_000_000, 10_000_000_000_000]
            .Sample(tenThousandths =>
            {
                var number = tenThousandths / 10_000m;
                var typed = number.ToString("#,0.####", CultureInfo.GetCultureInfo("nb-NO"));
                return TypedNumber.Read(typed, "number", out var read) is null && read == number;
            });
    }
}
