using System.Text.RegularExpressions;
using Endre.Browser.Tests.Support;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>Every page that no journey passes by: nothing that axe objects to, in light and dark, and nothing too wide.</summary>
public sealed partial class EveryPageTests(Hall hall)
{
    [Fact]
    public async Task Pages_for_everybody_are_accessible_and_fit()
    {
        var workshop = await hall.App.WorkshopAsync();
        var page = await hall.LaptopAsync();
        await ShouldAllBeWellAsync(
            page,
            ("forside", "/"),
            ("logg inn", "/logg-inn"),
            ("logg inn først", "/verksteder"),
            ("koden", "/bli-med"),
            ("feil kode", "/bli-med/000000"),
            ("ikke en kode", "/bli-med?code=12"),
            ("bli med", $"/bli-med/{workshop.Code}"),
            ("fremmed", workshop.Page),
            ("finnes ikke", "/finnes-ikke"),
            ("drivere", "/drivere-og-barrierer")
        );
        await page.GotoAsync("/logg-inn");
        await page.GetByLabel("E-post").FillAsync("ingen@example.no");
        await page.GetByLabel("Passord", new() { Exact = true }).FillAsync("feil passord");
        await page.PressAsync("Logg inn");
        await page.ShouldBeWellAsync("logg inn feil");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pages_of_a_facilitator_are_accessible_and_fit()
    {
        var workshop = await hall.App.WorkshopAsync();
        var page = await hall.LaptopAsync(workshop.Facilitator);
        await ShouldAllBeWellAsync(
            page,
            ("verksteder", "/verksteder"),
            ("hent inn", "/verksteder/importer"),
            ("oppsett", $"{workshop.Page}/oppsett"),
            ("tom tolkning", $"{workshop.Page}/tolk"),
            ("tom avslutning", $"{workshop.Page}/avslutt"),
            ("tom rapport", $"{workshop.Page}/rapport"),
            ("tom logg", $"{workshop.Page}/logg"),
            ("min side", "/min-side"),
            ("ikke lov", "/personer")
        );
        await page.GotoAsync($"{workshop.Page}/oppsett");
        await page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(one => (one.open = true))");
        await page.ShouldBeWellAsync("oppsett åpnet");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pages_of_an_administrator_are_accessible_and_fit()
    {
        var newcomer = await hall.LaptopAsync();
        await ShouldAllBeWellAsync(newcomer, ("første administrator", FirstLink().Match(hall.App.Console).Value));
        await newcomer.Context.CloseAsync();

        var administrator = await hall.App.AdministratorAsync();
        var employee = await hall.App.EmployeeAsync();
        var page = await hall.LaptopAsync(administrator);
        await ShouldAllBeWellAsync(
            page,
            ("forside innlogget", "/"),
            ("personer", "/personer"),
            ("inviter", "/personer/inviter"),
            ("en person", $"/personer/{employee.Id}"),
            ("ordne drivere", "/drivere-og-barrierer/rediger"),
            ("en driver", "/drivere-og-barrierer/rediger/driver-leadership"),
            ("ny driver", "/drivere-og-barrierer/ny"),
            ("historikk", "/drivere-og-barrierer/historikk")
        );
        await page.GotoAsync("/personer/inviter");
        await page.GetByLabel("Navn").FillAsync("Nora Ny");
        await page.GetByLabel("E-post").FillAsync("nora@example.no");
        await page.PressAsync("Lag invitasjon");
        await page.ShouldBeWellAsync("side invitasjon");
        var link = await page.GetByLabel("Engangslenke").InputValueAsync();
        await page.Context.CloseAsync();
        var invited = await hall.LaptopAsync();
        await ShouldAllBeWellAsync(invited, ("velg passord", link), ("brukt lenke", $"{link}x"));
        await invited.Context.CloseAsync();
    }

    private static async Task ShouldAllBeWellAsync(IPage page, params (string Name, string Address)[] addresses)
    {
        foreach (var (name, address) in addresses)
        {
            await page.SetViewportSizeAsync(360, 740);
            await page.GotoAsync(address);
            await page.ShouldFitAsync($"side {name} på telefon");
            await page.PictureAsync($"side {name} telefon");
            await page.SetViewportSizeAsync(1440, 900);
            await page.GotoAsync(address);
            await page.ShouldBeWellAsync($"side {name}");
        }
    }

    [GeneratedRegex("/forste-administrator/\\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstLink();
}
