using CsCheck;
using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Shared;

public sealed class FreeTextTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n\t ")]
    [InlineData("\u200B\u200D\uFEFF")]
    [InlineData("\u202E\u2066\u00AD")]
    [InlineData("\uFE0F")]
    [InlineData("\u2800\u3164\u115F")]
    [InlineData("\0\u0007")]
    public void A_text_that_nobody_can_see_is_missing(string? text)
    {
        FreeText.Require(text, 500, "text", out var clean).ShouldBe(new Refusal("TextMissing", "text"), "reason");
        clean.ShouldBe("");
    }

    [Fact]
    public void What_every_keyboard_writes_is_kept_as_it_is_but_for_its_ends()
    {
        // The short way for nearly every text gives what the long way gives, which the mark at the end forces.
        var letters = Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\u00A0', '\u00AC'], Gen.Char['\u00AE', '\u017F']);
        Gen.OneOf(letters, Gen.Const('\n'), Gen.Const('\t'))
            .Array[0, 60]
            .Select(all => new string(all))
            .Sample(text => FreeText.Tidy(text) == FreeText.Tidy(text + "\u200B"));
    }

    [Fact]
    public void A_text_may_be_empty_where_it_may_be_left_out()
    {
        FreeText.Accept("  ", 500, "name", out var clean).ShouldBeNull();
        clean.ShouldBe("");
    }

    [Theory]
    [InlineData(500, null)]
    [InlineData(501, "TextTooLong")]
    public void The_limit_counts_characters_as_people_see_them_and_not_their_code_units(int count, string? reason)
    {
        var text = string.Concat(Enumerable.Repeat("😀", count));
        FreeText.Require(text, 500, "text", out _)?.Reason.ShouldBe(reason);
        FreeText.Require(new string('å', count), 500, "text", out _)?.Reason.ShouldBe(reason);
        (FreeText.Require(text, 500, "text", out _) is null).ShouldBe(reason is null);
    }

    [Fact]
    public void A_text_over_the_limit_is_told_how_long_it_may_be_and_is()
    {
        var refusal = FreeText.Require(new string('x', 501), 500, "text", out var clean)!;
        refusal.Details.ShouldBe(["500", "501"]);
        clean.ShouldBe("");
    }

    [Fact]
    public void A_megabyte_is_refused_before_it_is_worked_on() =>
        FreeText.Accept(new string('x', 1_000_000), 500, "text", out _)!.Reason.ShouldBe("TextTooLong");

    [Fact]
    public void What_is_trimmed_away_does_not_count() =>
        FreeText.Require($"  {new string('x', 500)}\u200B\n", 500, "text", out _).ShouldBeNull();

    [Theory]
    [InlineData("  mer tid \n", "mer tid")]
    [InlineData("mer\u200Btid", "mertid")]
    [InlineData("\u202Egnp.exe\u202C", "gnp.exe")]
    [InlineData("a\u2066b\u2069\u200E\u200F", "ab")]
    [InlineData("myk\u00ADe", "myke")]
    [InlineData("\uFEFFstart", "start")]
    [InlineData("a\u0000b\u0008c", "abc")]
    [InlineData("en\r\nto\rtre\u2028fire", "en\nto\ntre\nfire")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("A\u030A", "Å")]
    [InlineData("e\u0301n", "én")]
    [InlineData("x\uFE0Fy", "xy")]
    [InlineData("hvite\u2800rom", "hviterom")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("čđŋšŧž á", "čđŋšŧž á")]
    public void A_text_is_kept_as_it_looks(string text, string kept)
    {
        FreeText.Tidy(text).ShouldBe(kept);
        FreeText.Require(text, 500, "text", out var clean).ShouldBeNull();
        clean.ShouldBe(kept);
    }

    [Fact]
    public void Half_a_character_becomes_a_sign_that_something_is_wrong() =>
        FreeText.Tidy(string.Concat("a", ((char)0xD800).ToString(), "b")).ShouldBe("a\uFFFDb");

    [Theory]
    [InlineData("👩\u200D💻")]
    [InlineData("👩🏽\u200D🔬")]
    [InlineData("👨\u200D👩\u200D👧\u200D👦")]
    [InlineData("🏳\uFE0F\u200D🌈")]
    [InlineData("❤\uFE0F\u200D🔥")]
    [InlineData("🤷🏿\u200D♀\uFE0F")]
    [InlineData("1\uFE0F\u20E3 først")]
    [InlineData("☎\uFE0F")]
    public void An_emoji_of_several_parts_stays_whole(string emoji) => FreeText.Tidy(emoji).ShouldBe(emoji);

    [Theory]
    [InlineData("a\u200Db", "ab")]
    [InlineData("😀\u200D", "😀")]
    [InlineData("😀\u200D\u200D😀", "😀\u200D😀")]
    [InlineData("😀\u200Dx", "😀x")]
    public void A_joiner_that_joins_nothing_goes(string text, string kept) => FreeText.Tidy(text).ShouldBe(kept);

    [Fact]
    public void A_national_identity_number_is_refused_with_the_reason() =>
        FreeText
            .Require("Pasient 01019012345 ventet", 500, "text", out _)
            .ShouldBe(new Refusal("NationalIdentityNumber", "text"), "reason");

    [Fact]
    public void A_national_identity_number_cannot_hide_behind_what_nobody_sees() =>
        FreeText.Require("010190\u200B12345", 500, "text", out _)!.Reason.ShouldBe("NationalIdentityNumber");

    [Fact]
    public void Tidying_twice_changes_nothing_more() =>
        Gen.OneOf(Gen.Char, Gen.Char['\u2000', '\u206F'], Gen.Char['\uD83C', '\uDFFF'], Gen.Char['\u0300', '\u036F'])
            .Array[0, 20]
            .Select(chars => new string(chars))
            .Sample(text => FreeText.Tidy(FreeText.Tidy(text)) == FreeText.Tidy(text), iter: 20_000);

    [Fact]
    public void Each_language_of_a_wording_is_tidied() =>
        FreeText.Tidy(new Wording(" Ja\u200B ", "\u200B", " Yes")).ShouldBe(new Wording("Ja", Nn: null, "Yes"));
}
