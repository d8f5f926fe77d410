using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Components.Forms;

/// <summary>Bjørg Åsen has her name in her address. Browsers refuse it in a field of the type email; Endre takes it.</summary>
public sealed class EmailFieldTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task An_address_with_Norwegian_letters_is_invited_and_no_field_stands_in_the_way()
    {
        using var ada = shared.App.As(await shared.App.AdministratorAsync("Ada Inviterer"));
        var page = await ada.OpenAsync("/personer/inviter");
        NoFieldRefuses(page);
        page = await page.Fill("Navn", "Bjørg Åsen")
            .Fill("E-post", "bjørg.åsen@fjordvik.no")
            .PressAsync("Lag invitasjon");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldBe("Lenken til Bjørg Åsen");
    }

    [Fact]
    public async Task One_may_sign_in_with_it_too()
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync("/logg-inn");
        NoFieldRefuses(page);
        // A phone still shows the keys for an address, and writes no capital letter first.
        var field = page.Document.GetElementById("email")!;
        field.GetAttribute("inputmode").ShouldBe("email");
        field.GetAttribute("autocapitalize").ShouldBe("none");
        field.GetAttribute("autocomplete").ShouldBe("username webauthn");
    }

    private static void NoFieldRefuses(TestPage page) =>
        page.Document.QuerySelectorAll("input[type=email]").ShouldBeEmpty();
}
