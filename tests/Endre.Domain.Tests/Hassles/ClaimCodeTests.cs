using Endre.Domain.Hassles;

namespace Endre.Domain.Tests.Hassles;

public sealed class ClaimCodeTests
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void A_code_is_sixteen_letters_and_digits_in_fours_and_never_the_same()
    {
        var codes = Enumerable.Range(0, 500).Select(_ => ClaimCode.New()).ToList();
        codes.ShouldAllBe(code => code.Length == 19 && code[4] == '-' && code[9] == '-' && code[14] == '-');
        codes.ShouldAllBe(code => code.Replace("-", "").All(letter => Letters.Contains(letter)));
        codes.Distinct().Count().ShouldBe(500);
        codes.ShouldAllBe(code => ClaimCode.Read(code) == code);
    }

    [Fact]
    public void It_is_read_however_it_is_typed()
    {
        var code = ClaimCode.New();
        ClaimCode.Read($"  {code.ToLowerInvariant().Replace('-', ' ')} ").ShouldBe(code);
        ClaimCode.Read(code.Replace("-", "")).ShouldBe(code);
        ClaimCode.Read(code.Replace('0', 'o').Replace('1', 'l')).ShouldBe(code);
        ClaimCode.Read(code.Replace('0', 'O').Replace('1', 'I')).ShouldBe(code);
    }

    [Fact]
    public void Every_wrong_letter_is_seen()
    {
        var code = ClaimCode.New();
        for (var place = 0; place < code.Length; place++)
        {
            foreach (var letter in Letters.Where(letter => code[place] is not '-' && letter != code[place]))
            {
                ClaimCode.Read(code[..place] + letter + code[(place + 1)..]).ShouldBeNull();
            }
        }
    }

    [Fact]
    public void Any_two_letters_that_have_changed_places_are_seen()
    {
        var code = ClaimCode.New().Replace("-", "");
        for (var one = 0; one < code.Length; one++)
        {
            for (var other = one + 1; other < code.Length; other++)
            {
                var swapped = code.ToCharArray();
                (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
                ClaimCode.Read(new string(swapped)).ShouldBe(code[one] == code[other] ? ClaimCode.Read(code) : null);
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7K3M")]
    [InlineData("ÆØÅM-9QPT-X2VB-4HD8")]
    [InlineData("UUUU-UUUU-UUUU-UUUU")]
    public void What_is_no_code_is_not_read(string? typed) => ClaimCode.Read(typed).ShouldBeNull();

    [Fact]
    public void A_code_of_any_length_costs_nothing() => ClaimCode.Read(new string('7', 1_000_000)).ShouldBeNull();

    [Fact]
    public void What_is_stored_is_the_same_for_the_same_code_and_does_not_hold_it()
    {
        var (one, other) = (ClaimCode.New(), ClaimCode.New());
        ClaimCode.HashOf(one).ShouldBe(ClaimCode.HashOf(one));
        ClaimCode.HashOf(one).ShouldNotBe(ClaimCode.HashOf(other));
        ClaimCode.HashOf(one).Length.ShouldBe(43);
        ClaimCode.HashOf(one).ShouldNotContain(one[..4]);
    }
}
