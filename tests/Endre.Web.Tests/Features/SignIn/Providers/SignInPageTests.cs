using System.Net;
using Endre.Testing;
using Endre.Testing.Providers;

namespace Endre.Web.Tests.Features.SignIn.Providers;

public sealed class SignInPageTests
{
    [Fact]
    public async Task The_provider_stands_first_and_the_password_after_it()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var browser = provided.App.Browser();
        var page = await browser.OpenAsync("/logg-inn?returnTo=/min-side");
        page.AddressOf(ProvidedApp.Button).ShouldBe("/logg-inn/med/fjordvik?returnTo=%2Fmin-side");
        page.Headings.ShouldContain("Med passord eller passnøkkel");
        page.Text.IndexOf(ProvidedApp.Button, StringComparison.Ordinal)
            .ShouldBeLessThan(page.Text.IndexOf("Passord", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_password_can_be_hidden_and_is_still_there_for_who_needs_it()
    {
        await using var provided = await ProvidedApp.OpenAsync("--signin-local", "hidden");
        var ada = await provided.App.AdministratorAsync();
        using var browser = provided.App.Browser();
        var page = await browser.OpenAsync("/logg-inn");
        page.HasButton("Logg inn").ShouldBeFalse();
        page = await page.FollowAsync("Logg inn med passord eller passnøkkel");
        page = await page.Fill("E-post", ada.Email).Fill("Passord", "feil feil feil").PressAsync("Logg inn");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page = await page.Fill("Passord", TestPerson.Password).PressAsync("Logg inn");
        page.Status.ShouldBe(HttpStatusCode.OK);
        (await browser.OpenAsync("/personer")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_providers_do_not_mix()
    {
        await using var feide = await ProviderUnderTest.StartAsync();
        await using var provider = await ProviderUnderTest.StartAsync();
        await using var app = await AppUnderTest.StartAsync(
            new AppSetup
            {
                Args =
                [
                    .. provider.SettingsAs("en", "generic", "--signin-en-new-people", "make"),
                    .. feide.SettingsAs("to", "generic", "--signin-to-new-people", "make"),
                    "--signin-providers",
                    "en,to",
                ],
                Now = TimeProvider.System.GetUtcNow(),
            }
        );
        await provider.RegisterAsync(app.Address, "en");
        await feide.RegisterAsync(app.Address, "to");
        // The same subject at another provider is another person.
        feide.Person = new ProviderPerson { Name = "En annen", Email = "annen@fjordvik.no" };
        using var one = app.Browser();
        (await one.OpenAsync("/logg-inn/med/en?returnTo=/min-side")).Text.ShouldContain("kari.fjord@fjordvik.no");
        using var two = app.Browser();
        (await two.OpenAsync("/logg-inn/med/to?returnTo=/min-side")).Text.ShouldContain("annen@fjordvik.no");

        // The answer of one is no answer to the other.
        using var mixed = app.Browser();
        var question = await mixed.Client.GetAsync(new Uri("/logg-inn/med/en", UriKind.Relative));
        var answer = (await mixed.Client.GetAsync(question.Headers.Location)).Headers.Location!.ToString();
        var page = await mixed.OpenAsync(answer.Replace("/svar/en", "/svar/to", StringComparison.Ordinal));
        page.Heading.ShouldBe("Innloggingen er brukt eller utløpt");
        await ProvidedApp.ShouldBeOutsideAsync(mixed);
    }

    [Fact]
    public async Task A_provider_that_does_not_exist_is_not_found()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var browser = provided.App.Browser();
        (await browser.OpenAsync("/logg-inn/med/okta")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync("/logg-inn/svar/okta/slutt?iss=a&sid=b")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var server = provided.App.Api();
        using var nothing = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", "x")]);
        (await server.PostAsync("/api/v1/sign-out/okta", nothing)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
