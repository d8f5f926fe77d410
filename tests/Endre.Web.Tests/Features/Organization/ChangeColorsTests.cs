using System.Net;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Organization;

public sealed class ChangeColorsTests
{
    [Theory, EachDatabase]
    public async Task Colors_are_seen_first_and_saved_afterwards_and_then_stand_on_every_page(DatabaseKind database)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        using var ada = app.As(await app.AdministratorAsync("Ada Fjell"));
        using var stranger = app.Browser();
        var page = await ada.OpenAsync("/virksomhet/utseende");
        page.Text.ShouldContain("Dette er Endres egne farger");
        LookUnderTest.SheetOf(page).ShouldBeNull();

        page = await page.Fill("Hovedfarge (valgfritt)", "#F5C400").PressAsync("Vis før du lagrer");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Bare du ser disse fargene");
        page.Text.ShouldContain("Hovedfarge: #f5c400 er for lys til tekst (1,6:1 mot hvitt, kravet er 4,5:1)");
        page.Text.ShouldContain("Tekst og lenker får den mørkere varianten #725b00");
        page.Text.ShouldContain("Knappene skiller seg lite fra siden");
        page.Text.ShouldContain("designsystemet 1.15.0");
        var trial = page.Document.QuerySelector("main link[rel=stylesheet]")!.GetAttribute("href")!;
        var tried = await ada.Client.GetStringAsync(trial);
        LookUnderTest.Variable(tried, "--ds-color-accent-base-default").ShouldBe("#f5c400");
        LookUnderTest.SheetOf(await stranger.OpenAsync("/")).ShouldBeNull();
        (await stranger.Client.GetAsync(trial)).StatusCode.ShouldNotBe(HttpStatusCode.OK);

        page = await page.PressAsync("Lagre fargene");
        page.Text.ShouldContain("Fargene er lagret");
        page.Text.ShouldContain("Sist endret 2. mars 2026 av Ada Fjell.");
        foreach (var address in new[] { "/", "/logg-inn", "/finnes-ikke", "/bli-med" })
        {
            var sheet = LookUnderTest.SheetOf(await stranger.OpenAsync(address)).ShouldNotBeNull(address);
            (await stranger.Client.GetStringAsync(sheet)).ShouldBe(tried);
        }
        var history = await app.InStorageAsync(context => context.LookChanges.SingleAsync());
        history.ToLooks().After.Colors.Main.ToString().ShouldBe("#f5c400");
        var audit = await app.InStorageAsync(context =>
            context.AuditEntries.SingleAsync(entry => entry.Act == "ChangeLook")
        );
        (audit.ActorId, audit.Details).ShouldBe((history.PersonId, """{"main":"#f5c400"}"""));
    }

    [Fact]
    public async Task The_sheet_is_named_by_what_it_holds_and_kept_for_good()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var page = await ada.OpenAsync("/virksomhet/utseende");
        page = await page.Fill("Hovedfarge (valgfritt)", "0f5f8c").PressAsync("Lagre fargene");
        var first = LookUnderTest.SheetOf(page)!;
        using var answer = await ada.Client.GetAsync(first);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");

        page = await page.Fill("Hovedfarge (valgfritt)", "#5b2d8e").PressAsync("Lagre fargene");
        LookUnderTest.SheetOf(page).ShouldNotBe(first);
        (await ada.Client.GetAsync(first)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page = await page.Fill("Hovedfarge (valgfritt)", "").PressAsync("Lagre fargene");
        LookUnderTest.SheetOf(page).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_no_color_is_told_at_its_field_and_what_was_typed_stays()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        foreach (
            var (language, message) in new[]
            {
                ("nb", "Dette er ikke en farge vi kjenner"),
                ("nn", "Dette er ikkje ein farge vi kjenner"),
                ("en", "This is not a color that we know"),
            }
        )
        {
            var page = await ada.Speaks(language).OpenAsync("/virksomhet/utseende");
            page = await ada.PostAsync(
                page,
                "/virksomhet/utseende/farger",
                ("main", "#0f5f8c"),
                ("support", "</style><script>"),
                ("secondSupport", "")
            );
            page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            page.Messages.ShouldHaveSingleItem().ShouldStartWith(message);
            page.Document.GetElementById("support")!.GetAttribute("value").ShouldBe("</style><script>");
            page.Document.GetElementById("main")!.GetAttribute("value").ShouldBe("#0f5f8c");
        }
        (await app.InStorageAsync(context => context.Looks.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_color_that_carries_neither_black_nor_white_text_is_moved_and_that_is_told()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var page = await (await ada.OpenAsync("/virksomhet/utseende"))
            .Fill("Hovedfarge (valgfritt)", "#f00e3f")
            .PressAsync("Vis før du lagrer");
        page.Text.ShouldContain("#f00e3f er flyttet til #ee0e3e");
        page.Text.ShouldContain("Hovedfarge: tekst på knapp 4,5:1");
        page.Text.ShouldNotContain("for svakt.");
    }

    [Fact]
    public async Task Two_who_save_at_once_both_get_what_they_saved()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync("Ada Først"));
        using var bo = app.As(await app.AdministratorAsync("Bo Samtidig"));
        var hers = await ada.OpenAsync("/virksomhet/utseende");
        var his = await bo.OpenAsync("/virksomhet/utseende");
        await Task.WhenAll(
            hers.Fill("Hovedfarge (valgfritt)", "#0f5f8c").PressAsync("Lagre fargene"),
            his.Fill("Navnet på virksomheten (valgfritt)", "Fjordvik kommune").PressAsync("Lagre navn og språk")
        );
        var look = (await app.InStorageAsync(context => context.Looks.SingleAsync())).ToLook();
        (look.Name, look.Colors.Main.ToString()).ShouldBe(("Fjordvik kommune", "#0f5f8c"));
    }

    [Fact]
    public async Task A_sheet_that_an_older_Endre_made_is_made_again()
    {
        await using var storage = await TestDatabase.UpgradedAsync(DatabaseKind.Sqlite);
        await using (var first = await AppUnderTest.StartAsync(new AppSetup { Storage = storage }))
        {
            using var ada = first.As(await first.AdministratorAsync());
            await (await ada.OpenAsync("/virksomhet/utseende"))
                .Fill("Hovedfarge (valgfritt)", "#0f5f8c")
                .PressAsync("Lagre fargene");
            await first.InStorageAsync(context =>
                context.Looks.ExecuteUpdateAsync(set =>
                    set.SetProperty(look => look.Sheet, "old").SetProperty(look => look.SheetMaker, "older")
                )
            );
        }
        await using var second = await AppUnderTest.StartAsync(new AppSetup { Storage = storage });
        using var reader = second.Browser();
        var sheet = LookUnderTest.SheetOf(await reader.OpenAsync("/"))!;
        (await reader.Client.GetStringAsync(sheet)).ShouldContain("--ds-color-accent-base-default:#0f5f8c");
    }

    [Fact]
    public async Task Only_an_administrator_changes_the_look()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var mari = app.As(await app.EmployeeAsync());
        using var frode = app.As(await app.FacilitatorAsync());
        foreach (var browser in new[] { mari, frode })
        {
            (await browser.OpenAsync("/virksomhet/utseende")).Status.ShouldBe(HttpStatusCode.Forbidden);
            var page = await browser.OpenAsync("/");
            foreach (var act in new[] { "farger", "navn", "logo", "logo/fjern" })
            {
                page = await browser.PostAsync(page, $"/virksomhet/utseende/{act}", ("main", "#0f5f8c"));
                page.Status.ShouldBe(HttpStatusCode.Forbidden);
                page = await browser.OpenAsync("/");
            }
            page.HasLink("Utseende").ShouldBeFalse();
        }
        (await app.InStorageAsync(context => context.Looks.CountAsync())).ShouldBe(0);
    }
}
