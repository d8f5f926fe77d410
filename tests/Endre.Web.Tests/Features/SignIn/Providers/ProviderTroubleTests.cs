using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Features.SignIn.Providers;

/// <summary>The provider is away, says no, or changes its keys: everybody is told what to do, and the local way in remains.</summary>
public sealed class ProviderTroubleTests
{
    [Theory]
    [InlineData("nb", "Fjordvik-konto svarer ikke", "Prøv igjen med Fjordvik-konto")]
    [InlineData("nn", "Fjordvik-konto svarar ikkje", "Prøv igjen med Fjordvik-konto")]
    [InlineData("en", "Fjordvik-konto does not answer", "Try again with Fjordvik-konto")]
    public async Task A_provider_that_is_down_is_said_and_the_password_still_works(
        string language,
        string heading,
        string retry
    )
    {
        await using var provided = await ProvidedApp.OpenAsync();
        var ada = await provided.App.AdministratorAsync();
        await provided.Provider.StopAsync();
        using var browser = provided.App.Browser().Speaks(language);
        var page = await browser.OpenAsync(ProvidedApp.Start);
        page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Heading.ShouldBe(heading);
        page.AddressOf(retry).ShouldBe(ProvidedApp.Start);

        page = await browser.OpenAsync("/logg-inn/lokal");
        page = await browser.PostAsync(page, "/logg-inn", ("email", ada.Email), ("password", TestPerson.Password));
        page.Status.ShouldBe(HttpStatusCode.OK);
        (await browser.OpenAsync("/personer")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Endre_starts_without_the_provider_and_uses_it_when_it_comes()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        await provided.Provider.StopAsync();
        using var browser = provided.App.Browser();
        (await browser.OpenAsync(ProvidedApp.Start)).Heading.ShouldBe("Fjordvik-konto svarer ikke");
        await provided.Provider.ReturnAsync();
        (await provided.SignInAsync(browser)).Heading.ShouldBe("Min side");
    }

    [Fact]
    public async Task A_provider_that_goes_down_on_the_way_is_said_and_nobody_is_in()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var browser = provided.App.Browser();
        var answer = await ProvidedApp.AskAsync(browser);
        await provided.Provider.StopAsync();
        var page = await browser.OpenAsync(answer.ToString());
        page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Heading.ShouldBe("Fjordvik-konto svarer ikke");
        await ProvidedApp.ShouldBeOutsideAsync(browser);
    }

    [Theory]
    [InlineData("access_denied", HttpStatusCode.Forbidden, "Fjordvik-konto slapp deg ikke inn")]
    [InlineData("temporarily_unavailable", HttpStatusCode.ServiceUnavailable, "Fjordvik-konto svarer ikke")]
    [InlineData("server_error", HttpStatusCode.ServiceUnavailable, "Fjordvik-konto svarer ikke")]
    [InlineData("unauthorized_client", HttpStatusCode.BadGateway, "Oppsettet hos Fjordvik-konto stemmer ikke")]
    public async Task A_provider_that_says_no_is_said_in_its_own_way(
        string error,
        HttpStatusCode status,
        string heading
    )
    {
        await using var provided = await ProvidedApp.OpenAsync();
        provided.Provider.Refuses = error;
        using var browser = provided.App.Browser();
        var page = await browser.OpenAsync(ProvidedApp.Start);
        page.Status.ShouldBe(status);
        page.Heading.ShouldBe(heading);
        page.HasLink("Logg inn med passord eller passnøkkel").ShouldBeTrue();
        // What the provider writes about the person is not passed on.
        page.Text.ShouldNotContain("kari.fjord@");
        await ProvidedApp.ShouldBeOutsideAsync(browser);
    }

    [Fact]
    public async Task A_secret_that_is_not_the_one_is_a_fault_in_the_setup()
    {
        await using var provided = await ProvidedApp.OpenAsync("--signin-fjordvik-client-secret", "feil hemmelighet");
        using var browser = provided.App.Browser();
        (await browser.OpenAsync(ProvidedApp.Start)).Heading.ShouldBe("Oppsettet hos Fjordvik-konto stemmer ikke");
        provided.App.Log.All.ShouldContain(line =>
            line.Contains("Setup (OpenIdConnectProtocolException invalid_client", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task New_keys_are_fetched_when_a_token_is_signed_with_one_that_is_unknown()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using (var before = provided.App.Browser())
            (await provided.SignInAsync(before)).Heading.ShouldBe("Min side");
        provided.Provider.RotateKey();
        using var after = provided.App.Browser();
        (await provided.SignInAsync(after)).Heading.ShouldBe("Min side");
    }
}
