using Endre.Browser.Tests.Support;
using Endre.Testing;
using Endre.Testing.Providers;

namespace Endre.Browser.Tests;

/// <summary>Signing in and out with a provider in a real browser, under the strict policy.</summary>
public sealed class ProviderTests(Hall hall)
{
    [Theory]
    [InlineData("nb", "Logg inn med Fjordvik-konto", "Logg ut", "Du er logget ut")]
    [InlineData("en", "Sign in with Fjordvik-konto", "Sign out", "You are signed out")]
    public async Task One_signs_in_and_out_and_is_told_what_went_wrong(
        string language,
        string signIn,
        string signOut,
        string signedOut
    )
    {
        await using var provider = await ProviderUnderTest.StartAsync();
        await using var app = await AppUnderTest.StartAsync(
            new AppSetup { Args = provider.Settings("--signin-fjordvik-new-people", "make"), UsesRealTime = true }
        );
        await provider.RegisterAsync(app.Address);
        var page = await hall.PhoneAsync(language, line: app.Address);
        await page.GotoAsync("/logg-inn?returnTo=/min-side");
        await page.ShouldBeWellAsync($"leverandør logg inn {language}");
        await page.LinkAsync(signIn);
        await page.WaitForURLAsync("**/min-side");
        await page.ShouldBeWellAsync($"leverandør min side {language}");

        await page.Locator("details.endre-preferences > summary").ClickAsync();
        await page.PressAsync(signOut);
        // By our page, to the provider, and back: the browser's form-action stops nothing on the way.
        await page.WaitForURLAsync("**/logg-ut/ferdig");
        await page.ShouldHaveHeadingAsync(signedOut);
        await page.ShouldBeWellAsync($"leverandør logget ut {language}");
        provider.LastSignOut.Keys.ShouldContain("id_token_hint");

        foreach (var error in new[] { "access_denied", "unauthorized_client", "server_error" })
        {
            provider.Refuses = error;
            await page.GotoAsync("/logg-inn/med/fjordvik");
            await page.ShouldBeWellAsync($"leverandør {error} {language}");
        }

        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync("/logg-inn");
        await page.ShouldBeWellAsync($"leverandør logg inn bred {language}");
        await page.Context.CloseAsync();
    }
}
