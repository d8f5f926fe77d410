using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Shared;

public sealed class NationalIdentityNumberTests
{
    [Theory]
    [InlineData("01019012345")]
    [InlineData("Hun heter Kari, 01019012345, og bor i 2. etasje")]
    [InlineData("fnr:01019012345.")]
    [InlineData("99999999999")]
    [InlineData("０１０１９０１２３４５")]
    [InlineData("٠١٠١٩٠١٢٣٤٥")]
    [InlineData("𝟎𝟏𝟎𝟏𝟗𝟎𝟏𝟐𝟑𝟒𝟓")]
    public void Eleven_digits_together_are_one(string text) => NationalIdentityNumber.StandsIn(text).ShouldBeTrue();

    [Theory]
    [InlineData("010190 12345")]
    [InlineData("010190-12345")]
    [InlineData("010190.12345")]
    [InlineData("010190/12345")]
    [InlineData("010190–12345")]
    [InlineData("010190\u201112345")]
    [InlineData("010190\u00A012345")]
    [InlineData("010190\u202F12345")]
    [InlineData("010190 - 12345")]
    [InlineData("010190\n12345")]
    [InlineData("０１０１９０ １２３４５")]
    [InlineData("123456 010190 12345")]
    [InlineData("120000 15000 og 010190 12345")]
    public void A_birth_date_and_five_digits_are_one(string text) =>
        NationalIdentityNumber.StandsIn(text).ShouldBeTrue();

    [Theory]
    [InlineData("410190 12345", "D-number: 40 is added to the day")]
    [InlineData("710190 12345", "D-number on the 31st")]
    [InlineData("014190 12345", "H-number: 40 is added to the month")]
    [InlineData("018190 12345", "synthetic: 80 is added to the month")]
    [InlineData("016690 12345", "synthetic: 65 is added to the month")]
    [InlineData("41019012345", "D-number together")]
    public void Numbers_that_stand_for_a_birth_number_are_found_too(string text, string what) =>
        NationalIdentityNumber.StandsIn(text).ShouldBeTrue(what);

    [Theory]
    [InlineData("0101901234", "ten digits")]
    [InlineData("010190123456", "twelve digits")]
    [InlineData("010190 1234", "six and four")]
    [InlineData("010190 123456", "six and six")]
    [InlineData("10190 12345", "five and five")]
    [InlineData("1010190 12345", "seven and five")]
    [InlineData("120000 15000", "not a date: sums of money")]
    [InlineData("321390 12345", "not a date")]
    [InlineData("2026-03-02 09:00", "a date and a time")]
    [InlineData("02.03.2026 kl. 09.00", "a date and a time in words")]
    [InlineData("20260302 0900", "a date and a time without signs")]
    [InlineData("020326-0900", "a short date and a time")]
    [InlineData("Ring 47 90 12 34 56", "a telephone number")]
    [InlineData("1234.56.78901", "an account number as banks write it")]
    [InlineData("010190 og 12345", "words between")]
    [InlineData("a01019012345f", "inside a key of letters and digits")]
    [InlineData("", "nothing")]
    public void Other_numbers_may_stand(string text, string what) =>
        NationalIdentityNumber.StandsIn(text).ShouldBeFalse(what);
}
