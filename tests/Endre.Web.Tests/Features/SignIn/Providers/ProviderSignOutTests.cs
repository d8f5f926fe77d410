using System.Net;
using Endre.Testing;
using Endre.Testing.Providers;

namespace Endre.Web.Tests.Features.SignIn.Providers;

/// <summary>Signing out here, there, and here because of there.</summary>
public sealed class ProviderSignOutTests
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    [Fact]
    public async Task Signing_out_closes_the_door_here_first_and_then_there()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var browser = provided.App.Browser();
        var page = await provided.SignInAsync(browser);
        page = await page.PressAsync("Logg ut");
        page.Heading.ShouldBe("Du er logget ut");
        page.Document.QuerySelector("meta[http-equiv=refresh]")!
            .GetAttribute("content")!
            .ShouldStartWith($"0; url={provided.Provider.Authority}connect/logout?");
        page.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("form-action 'self';");
        await ProvidedApp.ShouldBeOutsideAsync(browser);

        page = await page.FollowAsync("Logg ut hos Fjordvik-konto");
        page.Path.ShouldBe("/logg-ut/ferdig");
        page.Text.ShouldContain("Du er logget ut av Endre på denne enheten");
        provided.Provider.LastSignOut["client_id"].ShouldBe(ProviderUnderTest.ClientId);
        provided.Provider.LastSignOut["id_token_hint"].Split('.').Length.ShouldBe(3);
    }

    [Fact]
    public async Task Signing_out_stays_here_when_the_settings_say_so()
    {
        await using var provided = await ProvidedApp.OpenAsync("--signin-fjordvik-sign-out-there", "false");
        using var browser = provided.App.Browser();
        (await (await provided.SignInAsync(browser)).PressAsync("Logg ut")).Path.ShouldBe("/");
        await ProvidedApp.ShouldBeOutsideAsync(browser);
    }

    [Fact]
    public async Task Signing_out_works_also_when_the_provider_is_down()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var browser = provided.App.Browser();
        var page = await provided.SignInAsync(browser);
        await provided.Provider.StopAsync();
        (await page.PressAsync("Logg ut")).Heading.ShouldBe("Du er logget ut");
        await ProvidedApp.ShouldBeOutsideAsync(browser);
    }

    [Fact]
    public async Task Whoever_came_in_with_a_password_is_sent_nowhere()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var browser = provided.App.As(await provided.App.EmployeeAsync());
        (await (await browser.OpenAsync("/min-side")).PressAsync("Logg ut")).Path.ShouldBe("/");
    }

    [Fact]
    public async Task The_provider_ends_one_session_by_its_id()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var office = provided.App.Browser();
        using var phone = provided.App.Browser();
        provided.Provider.Person = new ProviderPerson { SessionId = "økt-1" };
        await provided.SignInAsync(office);
        provided.Provider.Person = new ProviderPerson { SessionId = "økt-2" };
        await provided.SignInAsync(phone);
        for (var i = 0; i < 2; i++)
            (await TellAsync(provided, SignOut(provided, new() { ["sid"] = "økt-1" }))).ShouldBe(HttpStatusCode.OK);
        provided.App.Time.Advance(TimeSpan.FromMinutes(2));
        (await office.OpenAsync("/min-side")).Heading.ShouldBe("Logg inn");
        (await phone.OpenAsync("/min-side")).Heading.ShouldBe("Min side");
    }

    [Fact]
    public async Task The_provider_ends_all_sessions_of_a_person()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var office = provided.App.Browser();
        await provided.SignInAsync(office);
        (await TellAsync(provided, SignOut(provided, new() { ["sub"] = new ProviderPerson().Subject }))).ShouldBe(
            HttpStatusCode.OK
        );
        provided.App.Time.Advance(TimeSpan.FromMinutes(2));
        (await office.OpenAsync("/min-side")).Heading.ShouldBe("Logg inn");
    }

    [Theory]
    [InlineData("signed by somebody else")]
    [InlineData("an ID token")]
    [InlineData("for another client")]
    [InlineData("expired")]
    [InlineData("nothing")]
    public async Task What_is_no_sign_out_ends_nothing(string kind)
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var office = provided.App.Browser();
        provided.Provider.Person = new ProviderPerson { SessionId = "økt-1" };
        await provided.SignInAsync(office);
        var good = SignOut(provided, new() { ["sid"] = "økt-1" });
        var token = kind switch
        {
            "signed by somebody else" => ForgedToken.BySomebodyElse(provided.Provider, good),
            "an ID token" => ForgedToken.Saying(provided.Provider, good, t => t["nonce"] = "n"),
            "for another client" => ForgedToken.Saying(provided.Provider, good, t => t["aud"] = "en-annen"),
            "expired" => ForgedToken.Saying(provided.Provider, good, t => t["exp"] = 1_700_000_000),
            _ => "",
        };
        (await TellAsync(provided, token)).ShouldBe(HttpStatusCode.BadRequest);
        provided.App.Time.Advance(TimeSpan.FromMinutes(2));
        (await office.OpenAsync("/min-side")).Heading.ShouldBe("Min side");
    }

    [Fact]
    public async Task A_frame_at_the_provider_ends_the_session_with_the_id_it_names()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var office = provided.App.Browser();
        provided.Provider.Person = new ProviderPerson { SessionId = "økt-1" };
        await provided.SignInAsync(office);
        using var frame = provided.App.Api();
        var issuer = Uri.EscapeDataString(provided.Provider.Authority.ToString());
        await frame.GetAsync(
            $"/logg-inn/svar/fjordvik/slutt?iss=https%3A%2F%2Fond.example&sid={Uri.EscapeDataString("økt-1")}"
        );
        provided.App.Time.Advance(TimeSpan.FromMinutes(2));
        (await office.OpenAsync("/min-side")).Heading.ShouldBe("Min side");
        await frame.GetAsync($"/logg-inn/svar/fjordvik/slutt?iss={issuer}&sid={Uri.EscapeDataString("økt-1")}");
        provided.App.Time.Advance(TimeSpan.FromMinutes(2));
        (await office.OpenAsync("/min-side")).Heading.ShouldBe("Logg inn");
    }

    private static string SignOut(ProvidedApp provided, Dictionary<string, object> about)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return provided.Provider.Sign(
            new Dictionary<string, object>(about)
            {
                ["iss"] = provided.Provider.Authority.ToString(),
                ["aud"] = ProviderUnderTest.ClientId,
                ["iat"] = now,
                ["exp"] = now + 120,
                ["jti"] = Guid.CreateVersion7().ToString(),
                ["events"] = new Dictionary<string, object> { [Event] = new Dictionary<string, object>() },
            }
        );
    }

    private static async Task<HttpStatusCode> TellAsync(ProvidedApp provided, string token)
    {
        using var server = provided.App.Api();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", token)]);
        return (await server.PostAsync("/api/v1/sign-out/fjordvik", form)).StatusCode;
    }
}
