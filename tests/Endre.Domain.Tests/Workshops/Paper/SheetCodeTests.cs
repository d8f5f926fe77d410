using System.Globalization;
using CsCheck;
using Endre.Domain.Workshops.Paper;

namespace Endre.Domain.Tests.Workshops.Paper;

public sealed class SheetCodeTests
{
    private static readonly Gen<SheetCode> Codes = Gen.Select(
        Gen.Int[1, 60],
        Gen.Int[1, 120],
        Gen.Int[0, 2],
        (group, question, half) =>
            new SheetCode(
                group,
                question,
                half switch
                {
                    0 => null,
                    1 => "a",
                    _ => "b",
                }
            )
    );

    [Fact]
    public void A_code_says_group_question_and_half()
    {
        new SheetCode(2, 1, "a").ToString().ShouldBe("2-1A");
        new SheetCode(12, 3, null).ToString().ShouldBe("12-3");
    }

    [Fact]
    public void Every_code_is_read_as_it_was_written() =>
        Codes.Sample(code =>
        {
            Read(code.ToString()).ShouldBe((code, null));
            Read($"  {code.ToString().ToLowerInvariant().Replace('-', ' ')} ").ShouldBe((code, null));
            Read($"482 913 · {code}").ShouldBe((code, "482913"));
            Read(string.Create(CultureInfo.InvariantCulture, $"482913-{code.Group}.{code.Question} {code.Half}"))
                .ShouldBe((code, "482913"));
        });

    [Theory]
    [InlineData("21a")]
    [InlineData("2–1A")]
    [InlineData("2 / l a")]
    [InlineData("2_I_A")]
    [InlineData("2-1-A.")]
    public void What_is_typed_in_haste_is_understood(string typed) =>
        Read(typed).ShouldBe((new SheetCode(2, 1, "a"), null));

    [Fact]
    public void The_letter_o_is_a_zero() => Read("1O-2B").ShouldBe((new SheetCode(10, 2, "b"), null));

    [Fact]
    public void The_workshops_six_digits_may_stand_right_before_it() =>
        Read("48291321b").ShouldBe((new SheetCode(2, 1, "b"), "482913"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  - ")]
    [InlineData("2")]
    [InlineData("A")]
    [InlineData("121A")]
    [InlineData("2-1C")]
    [InlineData("A2-1")]
    [InlineData("2A-1B")]
    [InlineData("0-1A")]
    [InlineData("2-0")]
    [InlineData("1-2-3")]
    [InlineData("482913")]
    [InlineData("gruppe 2")]
    [InlineData("2-1å")]
    [InlineData("٢-١")]
    [InlineData("99999999999999999999-1")]
    public void What_is_no_code_is_refused(string? typed)
    {
        SheetCode.Read(typed, out var code, out _).ShouldNotBeNull().Reason.ShouldBe("SheetCodeMalformed");
        code.ShouldBeNull();
    }

    [Fact]
    public void Whatever_is_typed_is_read_or_refused_and_never_thrown_at() =>
        Gen.String.Sample(typed => (SheetCode.Read(typed, out var code, out _) is null) == (code is not null));

    private static (SheetCode?, string?) Read(string typed)
    {
        SheetCode.Read(typed, out var code, out var joinCode).ShouldBeNull();
        return (code, joinCode);
    }
}
