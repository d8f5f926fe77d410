using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Endre.Storage.Organizations;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Needs;

/// <summary>A hassle becomes a need, is worked with behov–løsning–test, and its causes are found.</summary>
public sealed class NeedTests(SharedFjord shared) : IClassFixture<SharedFjord>
{
    private readonly Fjord fjord = shared.Fjord;

    [Fact]
    public async Task A_hassle_becomes_a_need_that_shows_it_and_the_hassle_shows_the_need()
    {
        var hassle = await SaidAsync("Heisen er borte hver natt");
        using var browser = shared.App.As(fjord.Leader);
        var page = await (await browser.OpenAsync($"/plunder/{hassle}")).FollowAsync("Lag behov av dette");
        page.ValueOf("Heisen er borte hver natt").ShouldBe($"{hassle}");
        page = await State(page).PressAsync("Lag behovet");
        page.Heading.ShouldBe("Nattevaktene trenger å finne heisen");
        page.Text.ShouldContain("Fordi: de leter i ti minutter");
        page.HasLink("Heisen er borte hver natt").ShouldBeTrue();
        page.TextOf("Behov").ShouldContain("åpen");
        page.Document.QuerySelector("svg desc")!.TextContent.ShouldBe("Behov: åpen. Løsning: senere. Test: senere.");

        var said = await browser.OpenAsync($"/plunder/{hassle}");
        said.TextOf("Hva det henger sammen med").ShouldContain("Ble til");
        (await said.FollowAsync("Nattevaktene trenger å finne heisen")).Heading.ShouldBe(page.Heading);
        (await browser.OpenAsync("/behov")).Text.ShouldContain("Står på ett plunder");
    }

    [Fact]
    public async Task What_is_missing_is_told_at_its_field_and_what_was_written_stays()
    {
        using var browser = shared.App.As(fjord.Leader);
        var page = await browser.OpenAsync($"/behov/nytt?enhet={fjord.Team}");
        page = await page.Fill("Hvem trenger det?", "Nattevaktene").PressAsync("Lag behovet");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldContain("Skriv noe her først.");
        page.ValueOf("Hvem trenger det?").ShouldBe("Nattevaktene");
    }

    [Fact]
    public async Task A_need_goes_through_the_three_diamonds_and_round_again()
    {
        using var browser = shared.App.As(fjord.Leader);
        var page = await StatedAsync(browser, "å finne heisen");
        page.Text.ShouldContain("Løsninger skrives når behovet er lukket.");
        page = await page.PressAsync("Behovet er tydelig: gå til løsninger");
        var refused = await page.PressAsync("Vi har valgt: gå til test");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Messages.ShouldContain("Velg minst én løsning å prøve først.");
        page = await page.Fill("En måte å møte behovet på", "Fast plass").PressAsync("Legg til løsning");
        page = await page.PressAsync("Prøv denne: Fast plass");
        page = await page.PressAsync("Vi har valgt: gå til test");
        page = await page.Fill("Hva gjør dere, eller spør om?", "Spør Fatima")
            .Fill("Med hvem?", "Fatima")
            .Fill("Hva tror dere skjer?", "Hun finner den")
            .PressAsync("Legg til test");
        page.Text.ShouldContain("Én person: Fatima");
        page = await page.Fill("Hva skjedde?", "Hun fant den")
            .Fill("Hva lærte dere?", "Plassen må males")
            .Fill("Hva nå?", "Keep")
            .PressAsync("Lagre det som skjedde: Spør Fatima");
        page = await page.PressAsync("Det virker: ferdig");
        page.Text.ShouldContain("En test har vist at det virker.");
        page = await page.PressAsync("Åpne igjen: Løsning");
        page.HasPart("Behov–løsning–test, runde 2").ShouldBeTrue();
        page.Text.ShouldContain("Lise Leder åpnet en diamant igjen: Løsning");
    }

    [Fact]
    public async Task A_refused_test_keeps_what_was_written_and_says_what_is_wrong()
    {
        using var browser = shared.App.As(fjord.Leader);
        var page = await StatedAsync(browser, "å finne heisen");
        page = await page.PressAsync("Behovet er tydelig: gå til løsninger");
        var id = page.Path.Split('/')[2].Split('#')[0];
        page = await browser.PostAsync(
            page,
            $"/behov/{id}/losning",
            ("id", $"{Guid.CreateVersion7()}"),
            ("form", "f-losning-new"),
            ("solution", new string('x', 301))
        );
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldContain("Teksten er for lang: 301 tegn. Kort den ned til 300.");
        page.ValueOf("En måte å møte behovet på").Length.ShouldBe(301);
    }

    [Fact]
    public async Task A_solution_in_disguise_is_hinted_at_and_nothing_more()
    {
        using var browser = shared.App.As(fjord.Leader);
        var page = await StatedAsync(browser, "en app som viser heisen");
        page.Text.ShouldContain("«app» høres ut som en løsning.");
        page.HasButton("Behovet er tydelig: gå til løsninger").ShouldBeTrue();
    }

    [Fact]
    public async Task The_why_tree_is_drawn_listed_and_worked_in_without_script()
    {
        var hassle = await SaidAsync("Heisen sto i dusjen");
        using var browser = shared.App.As(fjord.Leader);
        var need = await StatedAsync(browser, "å finne heisen", hassle);
        var page = await need.FollowAsync("Årsaker");
        page = await page.Fill("Hvorfor er det slik? (valgfritt)", "Ingen plass er heisens")
            .PressAsync("Legg til svaret");
        page = await page.Fill("Hvorfor: Ingen plass er heisens? (valgfritt)", "Alle plasser er fulle")
            .PressAsync("Legg til svaret: Ingen plass er heisens");
        page = await page.Fill("Eller et plunder som viser det", $"{hassle}").PressAsync("Legg til svaret");
        var drawn = page.Document.QuerySelector("svg.endre-tree")!;
        drawn.QuerySelectorAll("rect").Length.ShouldBe(4);
        drawn.QuerySelector("title")!.TextContent.ShouldBe("Hvorfor-tre");
        page.TextOf("Svarene").ShouldContain("Heisen sto i dusjen");

        page = await page.Fill("Kan vi gjøre noe med det?", "Yes")
            .Tick("Noen har sjekket at det stemmer")
            .PressAsync("Lagre");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldContain("Skriv hvordan dere vet det, før årsaken regnes som sjekket.");
        page = await page.Fill("Hvordan vet vi det? (valgfritt)", "Så i uke 9")
            .Fill("Kan vi gjøre noe med det?", "Yes")
            .PressAsync("Lagre");
        page.TextOf("Svarene").ShouldContain("sjekket: Så i uke 9");
    }

    [Fact]
    public async Task The_fishbone_sorts_the_same_causes_and_its_bones_are_renamed()
    {
        using var browser = shared.App.As(fjord.Leader);
        var page = await (await StatedAsync(browser, "å finne heisen")).FollowAsync("Årsaker");
        page = await page.Fill("Hvorfor er det slik?", "Ingen plass er heisens").PressAsync("Legg til svaret");
        page = await page.FollowAsync("Fiskebein");
        page.Text.ShouldContain("Ikke sortert");
        page = await page.Fill("Hører til", "rooms").PressAsync("Flytt: Ingen plass er heisens");
        Bone(page, "Lokaler").ShouldContain("Ingen plass er heisens");
        page.Document.QuerySelector("svg.endre-fish")!.TextContent.ShouldContain("Ingen plass er heisens");
        page = await page.Fill("Nytt bein", "Været").PressAsync("Legg til beinet");
        Bone(page, "Været").ShouldNotBeEmpty();
        page = await page.PressAsync("Ta bort beinet: Lokaler");
        page.Text.ShouldContain("Ikke sortert");
    }

    [Fact]
    public async Task The_a3_fills_itself_and_is_a_valid_file_for_word()
    {
        var hassle = await SaidAsync("Heisen er på en annen avdeling");
        using var browser = shared.App.As(fjord.Leader);
        var page = await (await StatedAsync(browser, "å finne heisen", hassle)).FollowAsync("Årsaker");
        page = await page.Fill("Hvorfor er det slik? (valgfritt)", "Ingen plass er heisens")
            .PressAsync("Legg til svaret");
        page = await page.FollowAsync("A3");
        page = await page.Fill("Tittel (valgfritt)", "Heisen er borte")
            .Fill("Mål (valgfritt)", "Under ett minutt")
            .PressAsync("Lagre");
        page = await page.Fill("Hva", "Merke plassen")
            .Fill("Hvem", "Fatima")
            .Fill("Når (valgfritt)", "i mai")
            .PressAsync("Legg til i planen");
        page.Messages.ShouldBe(["Skriv dagen slik: 24.12.2026, eller la feltet stå tomt."]);
        page = await page.Fill("Når (valgfritt)", "4.5.2026").PressAsync("Legg til i planen");
        page.TextOf("Plan").ShouldContain("4. mai 2026");
        page.TextOf("Bakgrunn").ShouldContain("Heisen er på en annen avdeling");
        page.TextOf("Slik er det nå").ShouldContain("for få til å slutte noe av");
        page.TextOf("Mål").ShouldContain("Under ett minutt");
        page.TextOf("Årsaker").ShouldContain("Ingen plass er heisens");
        page.TextOf("Plan").ShouldContain("Fatima");
        page.Document.QuerySelectorAll("svg.endre-pareto").Length.ShouldBe(1);
        foreach (var language in new[] { "nb", "nn", "en" })
        {
            using var reader = shared.App.As(fjord.Leader).Speaks(language);
            var answer = await reader.Client.GetAsync(page.AddressOf("Last ned til Word"));
            answer.EnsureSuccessStatusCode();
            using var file = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
            new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(file)
                .Select(e => e.Description)
                .ShouldBeEmpty();
            var text = file.MainDocumentPart!.Document!.Body!.InnerText;
            foreach (
                var part in new[]
                {
                    "Heisen er borte",
                    "Heisen er på en annen avdeling",
                    "Ingen plass er heisens",
                    "Merke plassen",
                }
            )
                text.ShouldContain(part);
        }
    }

    [Fact]
    public async Task What_its_writer_takes_back_is_gone_from_the_need_as_well()
    {
        var hassle = await SaidAsync("Navnet på en pasient sto her");
        using var browser = shared.App.As(fjord.Leader);
        var need = await StatedAsync(browser, "å finne heisen", hassle);
        using var writer = shared.App.As(fjord.Kari);
        await (await writer.OpenAsync($"/det-jeg-har-sagt/{hassle}")).PressAsync("Trekk tilbake og slett teksten");
        foreach (var side in new[] { "", "/arsaker", "/a3" })
        {
            var page = await browser.OpenAsync(need.Path.Split('#')[0] + side);
            page.Document.DocumentElement.TextContent.ShouldNotContain("Navnet på en pasient");
        }
        (await browser.OpenAsync(need.Path)).Text.ShouldContain("Trukket tilbake av den som skrev det");
    }

    [Fact]
    public async Task Those_who_see_the_units_hassles_see_its_needs_and_those_who_answer_change_them()
    {
        using var leader = shared.App.As(fjord.Leader);
        var path = (await StatedAsync(leader, "å finne heisen")).Path.Split('#')[0];
        foreach (var reader in new[] { fjord.Kari, fjord.Union, fjord.Safety })
        {
            using var browser = shared.App.As(reader);
            var page = await browser.OpenAsync(path);
            page.Heading.ShouldBe("Nattevaktene trenger å finne heisen");
            page.Buttons.ShouldNotContain("Behovet er tydelig: gå til løsninger");
            (await browser.PostAsync(page, $"{path}/lukk", ("diamond", "need"))).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
            (await browser.OpenAsync($"/behov/nytt?enhet={fjord.Team}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        foreach (var stranger in new[] { fjord.Outsider, fjord.Administrator })
        {
            using var browser = shared.App.As(stranger);
            foreach (var side in new[] { "", "/arsaker", "/fiskebein", "/a3", "/a3.docx" })
                (await browser.OpenAsync(path + side)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.OpenAsync("/behov")).Text.ShouldNotContain("å finne heisen");
        }
    }

    [Fact]
    public async Task A_member_of_the_units_change_team_works_with_its_needs()
    {
        var member = await shared.App.EmployeeAsync("Mette Endring");
        await shared.App.InStorageAsync(storage =>
        {
            var team = new ChangeTeam { UnitId = fjord.Department, Name = "Endringsteamet" };
            storage.Add(team);
            storage.Add(new ChangeTeamMember { TeamId = team.Id, PersonId = member.Id });
            return storage.SaveChangesAsync();
        });
        using var leader = shared.App.As(fjord.Leader);
        var path = (await StatedAsync(leader, "å finne heisen")).Path.Split('#')[0];
        using var browser = shared.App.As(member);
        var page = await (await browser.OpenAsync(path)).PressAsync("Behovet er tydelig: gå til løsninger");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Mette Endring lukket en diamant: Behov");
    }

    [Fact]
    public async Task The_form_sent_twice_makes_one_need()
    {
        using var browser = shared.App.As(fjord.Leader);
        var page = State(await browser.OpenAsync($"/behov/nytt?enhet={fjord.Team}"), "å finne den én gang");
        var first = await page.PressAsync("Lag behovet");
        var second = await page.PressAsync("Lag behovet");
        second.Path.ShouldBe(first.Path);
        var made = await shared.App.InStorageAsync(storage =>
            storage.Needs.CountAsync(need => need.What == "å finne den én gang")
        );
        made.ShouldBe(1);
    }

    private static TestPage State(TestPage page, string what = "å finne heisen") =>
        page.Fill("Hvem trenger det?", "Nattevaktene")
            .Fill("Hva trenger de?", what)
            .Fill("Hvorfor?", "de leter i ti minutter");

    private async Task<TestPage> StatedAsync(TestBrowser browser, string what, Guid? hassle = null)
    {
        var page = await browser.OpenAsync(
            hassle is { } id ? $"/behov/nytt?plunder={id}" : $"/behov/nytt?enhet={fjord.Team}"
        );
        return await State(page, what).PressAsync("Lag behovet");
    }

    private async Task<Guid> SaidAsync(string text)
    {
        await fjord.SayAsync(fjord.Kari, "Med navn", text);
        return await shared.App.InStorageAsync(storage =>
            storage.Hassles.Where(row => row.Text == text).Select(row => row.Id).SingleAsync()
        );
    }

    private static string Bone(TestPage page, string name) =>
        page
            .Document.QuerySelectorAll("tbody tr")
            .First(row => row.QuerySelector("th")!.TextContent == name)
            .TextContent;
}
