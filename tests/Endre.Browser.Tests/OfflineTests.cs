using Endre.Browser.Tests.Support;
using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>Something is said where there is no network: kept, sent once, and never another's.</summary>
public sealed class OfflineTests(Hall hall)
{
    private const string Waiting = "Lagret på denne telefonen, ikke sendt";

    [Fact]
    public async Task What_is_said_without_network_survives_a_reload_and_is_sent_once_with_its_code()
    {
        var team = await UnitAsync("Team uten dekning");
        var phone = await hall.PhoneAsync();
        await phone.GotoAsync($"/si-fra?enhet={team}");
        await ShellIsKeptAsync(phone);
        await phone.Context.SetOfflineAsync(true);
        await SayAsync(phone, "Anonym", "Døra til lageret går ikke igjen");
        await phone.ShouldShowAsync(Waiting);
        await phone.ShouldShowAsync("Svarkoden er");
        await phone.ShouldBeWellAsync("usendt");
        (await CountAsync("Døra til lageret")).ShouldBe(0);

        // Loaded anew without a network: the form is there, for the unit of the address, and what waits.
        await phone.ReloadAsync();
        await phone.ShouldShowAsync("Siden ligger på telefonen");
        await phone.ShouldShowAsync("Døra til lageret går ikke igjen");
        await phone.ShouldShowAsync(Waiting);
        await Assertions.Expect(phone.GetByLabel("Enhet", new() { Exact = true })).ToHaveValueAsync($"{team}");
        await phone.ShouldBeWellAsync("uten nett");
        await SayAsync(phone, "Anonym", "Lyset i gangen blinker");
        await Assertions.Expect(phone.Locator("[data-unsent]").GetByText(Waiting)).ToHaveCountAsync(2);

        // Changed before it is sent: it stands in the form again, and no longer in the list.
        await phone.PressAsync("Endre: Lyset i gangen blinker");
        await Assertions.Expect(phone.GetByLabel("Hva er det?")).ToHaveValueAsync("Lyset i gangen blinker");
        await Assertions.Expect(phone.Locator("[data-unsent]").GetByText(Waiting)).ToHaveCountAsync(1);
        await SayAsync(phone, "Anonym", "Lyset i gangen blinker hele natta");
        await SayAsync(phone, "Anonym", "Dette skal slettes");
        await phone.PressAsync("Kast: Dette skal slettes");

        await phone.Context.SetOfflineAsync(false);
        await phone.ShouldShowAsync("er sendt");
        await Assertions.Expect(phone.Locator("[data-unsent]").GetByText(Waiting)).ToHaveCountAsync(0);
        await Assertions.Expect(phone.Locator(".endre-claim-code")).ToHaveCountAsync(2);
        await phone.ShouldBeWellAsync("sendt etterpå");
        var code = (await phone.Locator(".endre-claim-code").First.TextContentAsync())!;
        await phone.ReloadAsync();
        (await CountAsync("Døra til lageret")).ShouldBe(1);
        (await CountAsync("Lyset i gangen")).ShouldBe(1);
        (await CountAsync("Dette skal slettes")).ShouldBe(0);

        await phone.GotoAsync("/si-fra/svar");
        await phone.GetByLabel("Svarkode").FillAsync(code);
        await phone.PressAsync("Vis svaret");
        await phone.ShouldShowAsync("Døra til lageret går ikke igjen");
        await phone.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_shared_phone_nobody_reads_or_sends_what_another_wrote()
    {
        var kari = await hall.App.EmployeeAsync("Kari Skriver");
        var nils = await hall.App.EmployeeAsync("Nils Etterpå");
        var team = await UnitAsync("Team deletelefon", kari.Id, nils.Id);
        var phone = await hall.PhoneAsync();
        await BecomeAsync(phone, kari);
        await phone.GotoAsync($"/si-fra?enhet={team}");
        await ShellIsKeptAsync(phone);
        await phone.Context.SetOfflineAsync(true);
        await SayAsync(phone, "Med navn", "Bilen mangler kart");
        await phone.ShouldShowAsync(Waiting);

        // Kari's sign-in ends, and Nils's begins, while the line to what she wrote is cut.
        await phone.Context.RouteAsync("**/api/v1/hassles", route => route.AbortAsync());
        await phone.Context.SetOfflineAsync(false);
        var asked = "";
        phone.Dialog += async (_, dialog) =>
        {
            asked = dialog.Message;
            await dialog.AcceptAsync();
        };
        await phone.GotoAsync($"/si-fra?enhet={team}");
        await phone.ShouldShowAsync("Bilen mangler kart");
        await phone.EvaluateAsync("() => document.querySelector('form[action=\"/logg-ut\"]').requestSubmit()");
        await phone.WaitForURLAsync(address => !address.Contains("si-fra", StringComparison.Ordinal));
        asked.ShouldContain("ingen andre ser det");
        await phone.Context.UnrouteAsync("**/api/v1/hassles");
        await BecomeAsync(phone, nils);
        await phone.GotoAsync($"/si-fra?enhet={team}");
        await Assertions.Expect(phone.Locator("[data-unsent]")).ToBeHiddenAsync();
        await phone.ShouldNotShowAsync("Bilen mangler kart");
        await phone.Context.SetOfflineAsync(true);
        await SayAsync(phone, "Navn bare til leder", "Bilen mangler skrape");
        await phone.ShouldShowAsync("Bilen mangler skrape");
        await phone.ShouldNotShowAsync("Bilen mangler kart");
        await phone.Context.SetOfflineAsync(false);
        await Eventually.ShouldBeAsync(() => CountAsync("Bilen mangler skrape"), 1);
        (await CountAsync("Bilen mangler kart")).ShouldBe(0);

        await BecomeAsync(phone, kari);
        await phone.GotoAsync($"/si-fra?enhet={team}");
        await Eventually.ShouldBeAsync(() => CountAsync("Bilen mangler kart"), 1);
        var owners = await hall.App.InStorageAsync(d =>
            d.Hassles.Where(row => row.UnitId == team).ToDictionaryAsync(row => row.Text, row => row.PersonId)
        );
        owners["Bilen mangler kart"].ShouldBe(kari.Id);
        owners["Bilen mangler skrape"].ShouldBe(nils.Id);
        await phone.Context.CloseAsync();
    }

    [Fact]
    public async Task What_the_server_refuses_stays_with_its_reason_and_can_be_mended()
    {
        var team = await UnitAsync("Team som retter");
        var phone = await hall.PhoneAsync();
        await phone.GotoAsync($"/si-fra?enhet={team}");
        await ShellIsKeptAsync(phone);
        await phone.Context.SetOfflineAsync(true);
        await SayAsync(phone, "Anonym", "Det gjelder 13097248022 og nøklene");
        await phone.Context.SetOfflineAsync(false);
        await phone.ShouldShowAsync("Ikke sendt.");
        await phone.ShouldBeWellAsync("avvist etterpå");
        await phone.PressAsync("Rett på den: Det gjelder 13097248022 og nøklene");
        await phone.GetByLabel("Hva er det?").FillAsync("Det gjelder nøklene i skapet");
        await phone.PressAsync("Send");
        await phone.ShouldHaveHeadingAsync("Takk, det er sendt");
        (await CountAsync("Det gjelder nøklene i skapet")).ShouldBe(1);

        // What looks like a name is asked about once, also when it was said without a network.
        await phone.GotoAsync($"/si-fra?enhet={team}");
        await ShellIsKeptAsync(phone);
        await phone.Context.SetOfflineAsync(true);
        await SayAsync(phone, "Anonym", "Kari Nordmann har nøkkelen hjemme");
        await phone.Context.SetOfflineAsync(false);
        await phone.ShouldShowAsync("Ser ut som et navn");
        (await CountAsync("Kari Nordmann har nøkkelen hjemme")).ShouldBe(0);
        await phone.PressAsync("Send slik det er: Kari Nordmann har nøkkelen hjemme");
        await Eventually.ShouldBeAsync(() => CountAsync("Kari Nordmann har nøkkelen hjemme"), 1);
        await phone.Context.CloseAsync();
    }

    [Fact]
    public async Task The_worker_that_is_new_keeps_the_files_of_an_open_page_and_deletes_older_ones()
    {
        var team = await UnitAsync("Team oppdatering");
        var phone = await hall.PhoneAsync();
        await phone.GotoAsync($"/si-fra?enhet={team}");
        await ShellIsKeptAsync(phone);
        await phone.EvaluateAsync(
            """
            async () => {
                const registration = await navigator.serviceWorker.ready;
                await registration.unregister();
                for (const name of await caches.keys()) await caches.delete(name);
                for (const name of ['endre-files-a', 'endre-files-b']) {
                    const cache = await caches.open(name);
                    await cache.put('/dist/gammel.js', new Response(name));
                }
            }
            """
        );
        await phone.GotoAsync($"/si-fra?enhet={team}");
        await ShellIsKeptAsync(phone);
        // The newest of those before is kept, because a page may still be open that needs it; the older one is gone.
        await Eventually.ShouldBeAsync(
            () => phone.EvaluateAsync<bool>("async () => !(await caches.has('endre-files-a'))"),
            true
        );
        (await phone.EvaluateAsync<bool>("() => caches.has('endre-files-b')")).ShouldBeTrue();
        (
            await phone.EvaluateAsync<int>(
                "async () => (await caches.keys()).filter(name => name.startsWith('endre-files-')).length"
            )
        ).ShouldBe(2);
        await phone.Context.CloseAsync();
    }

    private async Task BecomeAsync(IPage phone, TestPerson person)
    {
        await phone.Context.AddCookiesAsync([
            new Cookie
            {
                Name = person.SignInCookie.Name,
                Value = person.SignInCookie.Value,
                Url = hall.App.Address.ToString(),
            },
        ]);
    }

    private static async Task SayAsync(IPage phone, string way, string text)
    {
        await phone.GetByRole(AriaRole.Radio, new() { Name = way }).CheckAsync();
        await phone.GetByLabel("Hva er det?").FillAsync(text);
        await phone.PressAsync("Send");
        await Assertions.Expect(phone.GetByLabel("Hva er det?")).ToHaveValueAsync("");
    }

    private static Task ShellIsKeptAsync(IPage phone) =>
        Eventually.ShouldBeAsync(
            () =>
                phone.EvaluateAsync<bool>(
                    "async () => !!navigator.serviceWorker.controller && !!(await caches.match('/si-fra/uten-nett'))"
                ),
            true
        );

    private Task<int> CountAsync(string beginning) =>
        hall.App.InStorageAsync(d => d.Hassles.CountAsync(row => row.Text.StartsWith(beginning)));

    private async Task<Guid> UnitAsync(string name, params Guid[] people)
    {
        var unit = new UnitRow { Name = name, Kind = UnitKind.Team };
        await hall.App.InStorageAsync(async database =>
        {
            database.Units.Add(unit);
            foreach (var person in people)
            {
                database.Memberships.Add(
                    new Membership
                    {
                        PersonId = person,
                        UnitId = unit.Id,
                        Role = UnitRole.Employee,
                    }
                );
            }
            return await database.SaveChangesAsync();
        });
        return unit.Id;
    }
}
