using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Account;

public sealed class AccountTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_new_name_is_shown_at_once()
    {
        using var browser = shared.App.As(await shared.App.EmployeeAsync("Mari Før"));
        var page = await (await browser.OpenAsync("/min-side"))
            .Fill("Navn som andre ser", "Mari Etter")
            .PressAsync("Lagre navn");
        page.Text.ShouldContain("Navnet er lagret");
        (await browser.OpenAsync("/")).Heading.ShouldBe("Hei, Mari Etter");
    }

    [Fact]
    public async Task A_person_has_a_name()
    {
        using var browser = shared.App.As(await shared.App.EmployeeAsync("Mari Navnløs"));
        var page = await (await browser.OpenAsync("/min-side"))
            .Fill("Navn som andre ser", "  ")
            .PressAsync("Lagre navn");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Skriv et navn."]);
    }

    [Fact]
    public async Task A_new_password_works_and_signs_out_everywhere_else()
    {
        await using var app = await AppUnderTest.StartAsync();
        var mari = await app.EmployeeAsync();
        using var laptop = app.As(mari);
        using var phone = app.As(mari);
        var page = await laptop.OpenAsync("/min-side");
        page = await page.Fill("Nåværende passord", TestPerson.Password)
            .Fill("Nytt passord", "tre grønne båter")
            .PressAsync("Endre passord");
        page.Text.ShouldContain("Passordet er endret");
        app.Time.Advance(TimeSpan.FromMinutes(2));
        (await laptop.OpenAsync("/min-side")).Heading.ShouldBe("Min side");
        var elsewhere = await phone.OpenAsync("/min-side");
        elsewhere.Heading.ShouldBe("Logg inn");
        elsewhere = await elsewhere
            .Fill("E-post", mari.Email)
            .Fill("Passord", "tre grønne båter")
            .PressAsync("Logg inn");
        elsewhere.Heading.ShouldBe("Min side");
    }

    [Fact]
    public async Task The_old_password_is_asked_for()
    {
        using var browser = shared.App.As(await shared.App.EmployeeAsync("Mari Gammel"));
        var page = await browser.OpenAsync("/min-side");
        page = await page.Fill("Nåværende passord", "noe annet enn det")
            .Fill("Nytt passord", "tre grønne båter")
            .PressAsync("Endre passord");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Det nåværende passordet er feil."]);
    }

    [Fact]
    public async Task Nobody_has_a_page_of_their_own_without_signing_in()
    {
        using var browser = shared.App.Browser();
        (await browser.OpenAsync("/min-side")).Heading.ShouldBe("Logg inn");
    }
}
