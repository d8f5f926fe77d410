using System.Text.RegularExpressions;
using Endre.Browser.Tests.Support;
using Endre.Domain.Hassles;
using Endre.Domain.Organizations;
using Endre.Storage.Hassles;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;
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
            ("logg inn lokalt", "/logg-inn/lokal"),
            ("logget ut", "/logg-ut/ferdig"),
            ("nødinngang brukt", "/nodinngang/brukt"),
            ("logg inn først", "/verksteder"),
            ("koden", "/bli-med"),
            ("feil kode", "/bli-med/000000"),
            ("ikke en kode", "/bli-med?code=12"),
            ("bli med", $"/bli-med/{workshop.Code}"),
            ("fremmed", workshop.Page),
            ("finnes ikke", "/finnes-ikke"),
            ("drivere", "/drivere-og-barrierer"),
            ("velg enhet", "/si-fra"),
            ("avvik eller varsel", "/si-fra/avvik-eller-varsel"),
            ("svarkode", "/si-fra/svar")
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
            ("maler", "/verksteder/maler"),
            ("en mal", "/verksteder/maler/mdi"),
            ("oppsett", $"{workshop.Page}/oppsett"),
            ("tom tolkning", $"{workshop.Page}/tolk"),
            ("tom avslutning", $"{workshop.Page}/avslutt"),
            ("tom rapport", $"{workshop.Page}/rapport"),
            ("tom logg", $"{workshop.Page}/logg"),
            ("min side", "/min-side"),
            ("søk", "/sok"),
            ("søk med treff", "/sok?q=sykehjem"),
            ("søk uten treff", "/sok?q=qwertyqwerty"),
            ("søk etter for mye", $"/sok?q={new string('a', 201)}"),
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
            ("import", "/personer/import"),
            ("automatisk", "/personer/automatisk"),
            ("en person", $"/personer/{employee.Id}"),
            ("ordne drivere", "/drivere-og-barrierer/rediger"),
            ("en driver", "/drivere-og-barrierer/rediger/driver-leadership"),
            ("ny driver", "/drivere-og-barrierer/ny"),
            ("historikk", "/drivere-og-barrierer/historikk"),
            ("personvern", "/personvern"),
            ("lagret om meg", "/min-side/lagret"),
            ("personverninnstillinger", "/personverninnstillinger"),
            ("avvik og varsling", "/avvik-og-varsling"),
            ("svarfrist", "/svarfrist"),
            ("slett en person", $"/personer/{employee.Id}/slett")
        );
        var reader = await hall.LaptopAsync(await hall.App.PersonAsync("Tor Sikkerhet", "security-reader"));
        await ShouldAllBeWellAsync(reader, ("sporingslogg", "/sporingslogg"));
        await reader.Context.CloseAsync();
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

    [Fact]
    public async Task Pages_of_units_people_and_change_teams_are_accessible_and_fit()
    {
        var ada = await hall.App.AdministratorAsync("Ada Enheter");
        var per = await hall.App.LeaderAsync("Per Leder Enheter");
        var place = await hall.App.InStorageAsync(context =>
            context.Memberships.SingleAsync(row => row.PersonId == per.Id)
        );
        var team = new ChangeTeam { UnitId = place.UnitId, Name = "Team for enheter" };
        var closed = new UnitRow
        {
            Name = "Nedlagt enhet",
            Kind = UnitKind.Team,
            ParentId = place.UnitId,
            ClosedAt = TimeProvider.System.GetUtcNow(),
        };
        await hall.App.InStorageAsync(context =>
        {
            context.AddRange(team, closed);
            return context.SaveChangesAsync();
        });
        var unit = $"/enheter/{place.UnitId}";
        var page = await hall.LaptopAsync(ada);
        await ShouldAllBeWellAsync(
            page,
            ("enheter", "/enheter"),
            ("søk i enheter", "/enheter?sok=per"),
            ("en enhet", unit),
            ("ny enhet", "/enheter/ny"),
            ("endre enhet", $"{unit}/navn"),
            ("flytt enhet", $"{unit}/flytt"),
            ("slå sammen", $"{unit}/sla-sammen"),
            ("del enhet", $"{unit}/del"),
            ("legg ned", $"{unit}/legg-ned"),
            ("ny stilling", $"/personer/{per.Id}/stillinger/ny"),
            ("en stilling", $"/personer/{per.Id}/stillinger/{place.Id}"),
            ("tilknytning", $"/personer/{per.Id}/tilknytning"),
            ("slutter", $"/personer/{per.Id}/slutter"),
            ("endringsteam", "/endringsteam"),
            ("nytt endringsteam", "/endringsteam/nytt"),
            ("et endringsteam", $"/endringsteam/{team.Id}"),
            ("løs opp endringsteam", $"/endringsteam/{team.Id}/opplos"),
            ("åpne enhet igjen", $"/enheter/{closed.Id}/apne-igjen")
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Numbers_shown_and_hidden_are_accessible_and_fit()
    {
        var leader = await hall.App.LeaderAsync("Tallfest Leder");
        var unit = await hall.App.InStorageAsync(async context =>
        {
            var place = await context.Memberships.SingleAsync(at => at.PersonId == leader.Id);
            context.Units.Add(
                new UnitRow
                {
                    Name = "Tallfest team",
                    Kind = UnitKind.Team,
                    ParentId = place.UnitId,
                }
            );
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            for (var row = 0; row < 140; row++)
            {
                context.Hassles.Add(
                    new HassleRow
                    {
                        Id = Guid.CreateVersion7(),
                        UnitId = place.UnitId,
                        Speaker = "anonymous",
                        Text = "Det tar for lang tid",
                        Week = HassleRules.WeekOf(today.AddDays(-7 * (row / 2))),
                        State = "waiting",
                    }
                );
            }
            await context.SaveChangesAsync();
            return place.UnitId;
        });
        var page = await hall.LaptopAsync(leader);
        await ShouldAllBeWellAsync(
            page,
            ("tall", "/tall"),
            ("tall for en enhet", $"/tall?enhet={unit}"),
            ("tall etter kvartal", $"/tall?enhet={unit}&tid=kvartal"),
            ("tall etter måned", $"/tall?enhet={unit}&tid=maned")
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_preview_of_an_import_its_errors_and_a_key_are_accessible_and_fit()
    {
        var page = await hall.LaptopAsync(await hall.App.AdministratorAsync("Ada Importerer"));
        await UploadAsync("E-post;Navn;Rolle\nkari;Kari;konge");
        await ShouldAllBeWellAsync(page, ("importfeil", new Uri(page.Url).AbsolutePath));
        await UploadAsync(
            "E-post;Navn;Enhet;Rolle\nkari.import@example.no;Kari Import;Bruskvik / Helse / Team nord;leder"
        );
        await ShouldAllBeWellAsync(page, ("forhåndsvisning", new Uri(page.Url).AbsolutePath));
        await page.PressAsync("Gjennomfør importen");
        await page.ShouldBeWellAsync("side import gjennomført");

        await page.GotoAsync("/personer/automatisk");
        await page.GetByLabel("Navn").FillAsync("Entra ID");
        await page.PressAsync("Lag nøkkel");
        await page.ShouldBeWellAsync("side nøkkel");
        await page.Context.CloseAsync();

        async Task UploadAsync(string text)
        {
            await page.GotoAsync("/personer/import");
            await page.GetByLabel("Fil", new() { Exact = true })
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "personer.csv",
                        MimeType = "text/csv",
                        Buffer = System.Text.Encoding.UTF8.GetBytes(text),
                    }
                );
            await page.PressAsync("Se hva som vil bli endret");
        }
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
