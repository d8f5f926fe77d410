using Endre.Domain.Organizations;

namespace Endre.Domain.Tests.Organizations;

public sealed class OrganizationLookTests
{
    [Fact]
    public void A_name_is_tidied_and_kept_with_its_language()
    {
        OrganizationLook.Plain.Describe("  Fjordvik \n kommune\u200b ", "nn", true, out var look).ShouldBeNull();
        look.Name.ShouldBe("Fjordvik kommune");
        look.Language.ShouldBe("nn");
        look.LanguageGoesBeforeBrowser.ShouldBeTrue();
    }

    [Fact]
    public void An_empty_name_takes_the_name_away()
    {
        var named = OrganizationLook.Plain with { Name = "Fjordvik" };
        named.Describe("   ", "nb", false, out var look).ShouldBeNull();
        look.Name.ShouldBeNull();
    }

    [Fact]
    public void English_is_no_form_of_norwegian_to_go_before_the_browsers()
    {
        OrganizationLook.Plain.Describe("Fjordvik", "en", true, out var look).ShouldBeNull();
        look.LanguageGoesBeforeBrowser.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Fjordvik", "se", "LanguageUnknown", "language")]
    [InlineData("Fjordvik", null, "LanguageUnknown", "language")]
    public void A_language_that_Endre_does_not_speak_is_refused(string name, string? language, string why, string field)
    {
        var refusal = OrganizationLook.Plain.Describe(name, language, false, out var look).ShouldNotBeNull();
        (refusal.Reason, refusal.Field).ShouldBe((why, field));
        look.ShouldBe(OrganizationLook.Plain);
    }

    [Fact]
    public void A_name_that_is_too_long_is_refused()
    {
        var refusal = OrganizationLook.Plain.Describe(new string('a', 101), "nb", false, out _).ShouldNotBeNull();
        (refusal.Reason, refusal.Field).ShouldBe(("TextTooLong", "name"));
    }

    [Fact]
    public void Every_color_that_cannot_be_read_is_told_and_an_empty_one_is_Endres_own()
    {
        var colors = LookColors.Read("#0f5f8c", "blå", "#12", out var refusals);
        colors.Main.ShouldBe(HexColor.Find("#0f5f8c"));
        refusals
            .Select(r => (r.Reason, r.Field))
            .ShouldBe([("ColorUnreadable", "support"), ("ColorUnreadable", "secondSupport")]);
        LookColors.Read("", null, " ", out var none).ShouldBe(LookColors.Own);
        none.ShouldBeEmpty();
    }
}
