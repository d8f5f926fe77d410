using Endre.Browser.Tests.Support;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>A passkey in Chromium itself, with the authenticator that it has for tests: script, server and device together.</summary>
public sealed class PasskeyTests(Hall hall)
{
    [Fact]
    public async Task A_passkey_is_added_opens_the_door_gets_a_name_and_is_removed()
    {
        var kari = await hall.App.FacilitatorAsync("Kari Passnes");
        // A passkey belongs to a name, never to a bare address.
        var phone = await hall.PhoneAsync(line: new Uri($"http://localhost:{hall.App.Address.Port}"));
        var device = await phone.Context.NewCDPSessionAsync(phone);
        await GiveAuthenticatorAsync(device);

        await phone.GotoAsync("/logg-inn?returnTo=/min-side");
        await phone.GetByLabel("E-post").FillAsync(kari.Email);
        await phone.GetByLabel("Passord", new() { Exact = true }).FillAsync(TestPerson.Password);
        await phone.PressAsync("Logg inn");
        await phone.GetByLabel("Navn på enheten").FillAsync("Jobbtelefonen");
        await phone.PressAsync("Legg til passnøkkel");
        await phone.ShouldShowAsync("Passnøkkelen er lagt til.");
        await phone.ShouldBeWellAsync("passnøkkel lagt til");

        await SignOutAsync(phone);
        await phone.PressAsync("Logg inn med passnøkkel");
        await phone.ShouldHaveHeadingAsync("Min side");

        await phone.LinkAsync("Gi nytt navn: Jobbtelefonen");
        await phone.ShouldBeWellAsync("passnøkkel nytt navn");
        await phone.GetByLabel("Navn på enheten").FillAsync("Vaktrommet");
        await phone.PressAsync("Lagre navn");
        await phone.ShouldShowAsync("Navnet på passnøkkelen er lagret.");
        await SignOutAsync(phone);
        await phone.PressAsync("Logg inn med passnøkkel");
        await phone.ShouldHaveHeadingAsync("Min side");

        await phone.PressAsync("Fjern passnøkkelen Vaktrommet");
        await phone.ShouldShowAsync("Passnøkkelen er fjernet.");
        await SignOutAsync(phone);
        // The device still has it; the server does not know it any more.
        await phone.PressAsync("Logg inn med passnøkkel");
        await phone.ShouldShowAsync("Passnøkkelen ble ikke godtatt.");
        await phone.GotoAsync("/min-side");
        await phone.ShouldHaveHeadingAsync("Logg inn");
        await phone.Context.CloseAsync();
    }

    private static async Task SignOutAsync(IPage phone)
    {
        await phone.Locator("details.endre-preferences > summary").ClickAsync();
        await phone.PressAsync("Logg ut");
        await phone.WaitForURLAsync("**/");
        await phone.GotoAsync("/logg-inn?returnTo=/min-side");
    }

    private static async Task GiveAuthenticatorAsync(ICDPSession device)
    {
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }
}
