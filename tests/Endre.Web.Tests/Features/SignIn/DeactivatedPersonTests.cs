using System.Net;
using Endre.Testing;
using Endre.Testing.Providers;
using Endre.Web.Tests.Features.SignIn.Providers;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.SignIn;

/// <summary>Who has left comes in by no door, and who is in is out within a minute.</summary>
public sealed class DeactivatedPersonTests
{
    [Fact]
    public async Task The_right_password_tells_why_and_a_wrong_one_tells_nothing()
    {
        await using var app = await AppUnderTest.StartAsync();
        var kari = await app.EmployeeAsync();
        await DeactivateAsync(app, kari.Email);
        using var browser = app.Browser();
        var page = await browser.OpenAsync("/logg-inn");
        page = await page.Fill("E-post", kari.Email).Fill("Passord", "noe helt annet her").PressAsync("Logg inn");
        page.Text.ShouldContain("E-postadressen eller passordet er feil");
        page = await page.Fill("Passord", TestPerson.Password).PressAsync("Logg inn");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Brukeren din er deaktivert");
        (await browser.OpenAsync("/min-side")).Heading.ShouldBe("Logg inn");
    }

    [Fact]
    public async Task Sessions_and_tokens_and_links_end()
    {
        await using var app = await AppUnderTest.StartAsync();
        var kari = await app.EmployeeAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var link = (await (await ada.OpenAsync($"/personer/{kari.Id}")).PressAsync("Lag ny lenke")).ValueOf(
            "Engangslenke"
        );
        using var phone = app.As(kari);
        using var program = app.Api(kari.Token);
        (await phone.OpenAsync("/min-side")).Heading.ShouldBe("Min side");
        (await program.GetAsync("/min-side")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await DeactivateAsync(app, kari.Email);
        app.Time.Advance(TimeSpan.FromMinutes(2));
        (await phone.OpenAsync("/min-side")).Heading.ShouldBe("Logg inn");
        (await program.GetAsync("/min-side")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var stranger = app.Browser();
        (await stranger.OpenAsync(link)).Heading.ShouldBe("Lenken virker ikke lenger");
        (await ada.OpenAsync("/personer")).Text.ShouldContain("Har sluttet");
    }

    [Theory]
    [InlineData("nb", "Brukeren din er deaktivert")]
    [InlineData("nn", "Brukaren din er deaktivert")]
    [InlineData("en", "Your account is deactivated")]
    public async Task The_provider_opens_nothing_for_who_has_left(string language, string heading)
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using (var first = provided.App.Browser())
            await provided.SignInAsync(first);
        await DeactivateAsync(provided.App, new ProviderPerson().Email!);
        using var browser = provided.App.Browser().Speaks(language);
        var page = await browser.OpenAsync(ProvidedApp.Start);
        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Heading.ShouldBe(heading);
        browser.Cookies.ShouldNotContain(cookie =>
            cookie.Name.StartsWith("endre-innlogging", StringComparison.Ordinal)
        );
    }

    private static async Task DeactivateAsync(AppUnderTest app, string email)
    {
        var now = app.Time.GetUtcNow();
        var changed = await app.InStorageAsync(context =>
            context
                .Users.Where(person => person.Email == email)
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.DeactivatedAt, now))
        );
        changed.ShouldBe(1);
    }
}
