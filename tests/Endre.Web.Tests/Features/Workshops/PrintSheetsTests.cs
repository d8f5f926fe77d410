using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops;

/// <summary>What a facilitator prints before a meeting.</summary>
public sealed class PrintSheetsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task All_that_the_plan_has_use_for_is_ready_to_print()
    {
        var workshop = await shared.App.WorkshopAsync(groups: 2);
        using var browser = shared.App.As(workshop.Facilitator);
        var page = await browser.OpenAsync($"{workshop.Page}/papir");
        Sheets(page)
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "De tre beste 1-2",
                "De tre beste 2-2",
                "Kategorier 1-1",
                "Kategorier 2-1",
                "Lappeark 1-1A",
                "Lappeark 1-1B",
                "Lappeark 1-2A",
                "Lappeark 1-2B",
                "Lappeark 2-1A",
                "Lappeark 2-1B",
                "Lappeark 2-2A",
                "Lappeark 2-2B",
                "Veggark 1-1",
                "Veggark 1-2",
                "Veggark 2-1",
                "Veggark 2-2",
            ]);
        page.Text.ShouldContain("Det blir 16 A4-ark. 64 lapper til sammen.");
        var wall = Sheet(page, "Veggark 2-1");
        wall.ShouldContain("Gruppe 2");
        wall.ShouldContain("Hva kan mobilisere");
        wall.ShouldContain("2-1B");
        wall.ShouldContain($"{workshop.Code[..3]} {workshop.Code[3..]}");
        Sheet(page, "Lappeark 2-1A").ShouldContain("Mobiliserer");
        Sheet(page, "De tre beste 1-2").ShouldContain("Kan vi gjøre selv");
        Sheet(page, "Kategorier 1-1").ShouldContain("Suksessfaktor");
    }

    [Fact]
    public async Task One_chooses_with_a_plain_form_and_keeps_the_choice_in_the_address()
    {
        var workshop = await shared.App.WorkshopAsync(groups: 2);
        using var browser = shared.App.As(workshop.Facilitator);
        var page = await browser.OpenAsync($"{workshop.Page}/papir");
        page.Fill("Lapper på hvert lappeark", "4").Fill("Lappeark av hvert slag", "2");
        page.Fill("Gruppe 1", "g2");
        page = await page.PressAsync("Vis arkene");
        page.Text.ShouldContain("64 lapper til sammen");

        page = await browser.OpenAsync(
            $"{workshop.Page}/papir?valgt=1&ark=notes&sporsmal=question-2&gruppe=g2&lapper=6&antall=1"
        );
        Sheets(page).ShouldBe(["Lappeark 2-2A", "Lappeark 2-2B"]);
        page.Text.ShouldContain("12 lapper til sammen");
    }

    [Fact]
    public async Task Nothing_chosen_and_too_much_are_told_in_words()
    {
        var workshop = await shared.App.WorkshopAsync(groups: 60);
        using var browser = shared.App.As(workshop.Facilitator);
        var page = await browser.OpenAsync($"{workshop.Page}/papir?valgt=1&ark=wall");
        page.Text.ShouldContain("Ingen ark er valgt");
        page = await browser.OpenAsync($"{workshop.Page}/papir?antall=20");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("vi viser høyst 300 om gangen");
        Sheets(page).ShouldBeEmpty();
    }

    [Fact]
    public async Task Strange_choices_in_the_address_harm_nothing()
    {
        var workshop = await shared.App.WorkshopAsync(groups: 1);
        using var browser = shared.App.As(workshop.Facilitator);
        var page = await browser.OpenAsync(
            $"{workshop.Page}/papir?valgt=1&ark=99&ark=<b>&ark=wall&sporsmal=question-1&gruppe=g1&lapper=-1&antall=x"
        );
        Sheets(page).ShouldBe(["Veggark 1-1"]);
    }

    [Theory]
    [InlineData("nn", "Kva ark?", "Ingen namn på folk")]
    [InlineData("en", "Which sheets?", "No names of people")]
    public async Task The_page_and_the_sheets_are_in_the_readers_language(string language, string title, string hint)
    {
        var workshop = await shared.App.WorkshopAsync(groups: 1);
        using var browser = shared.App.As(workshop.Facilitator).Speaks(language);
        var page = await browser.OpenAsync($"{workshop.Page}/papir");
        page.Language.ShouldBe(language);
        page.Text.ShouldContain(title);
        page.Text.ShouldContain(hint);
    }

    [Fact]
    public async Task The_way_to_paper_stands_on_the_facilitators_page_and_the_plan()
    {
        var workshop = await shared.App.WorkshopAsync(groups: 1);
        using var browser = shared.App.As(workshop.Facilitator);
        var page = await browser.OpenAsync($"{workshop.Page}/styr");
        page = await page.FollowAsync("Papir");
        page.Heading.ShouldBe("Papir");
        page = await page.FollowAsync("Skriv inn fra papir");
        page.Heading.ShouldBe("Skriv inn fra papir");
        page = await browser.OpenAsync($"{workshop.Page}/oppsett");
        (await page.FollowAsync("Skriv ut ark")).Heading.ShouldBe("Papir");
    }

    [Fact]
    public async Task A_stranger_finds_nothing()
    {
        var workshop = await shared.App.WorkshopAsync(groups: 1);
        var other = await shared.App.FacilitatorAsync($"Stine {Guid.CreateVersion7():N}");
        using var stranger = shared.App.As(other);
        (await stranger.OpenAsync($"{workshop.Page}/papir")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.OpenAsync($"{workshop.Page}/papir/skriv-inn")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = shared.App.Browser();
        (await nobody.OpenAsync($"{workshop.Page}/papir")).Path.ShouldStartWith("/logg-inn");
    }

    private static IReadOnlyList<string> Sheets(TestPage page) =>
        [.. page.Document.QuerySelectorAll("article[aria-label]").Select(a => a.GetAttribute("aria-label")!)];

    private static string Sheet(TestPage page, string name) =>
        string.Join(
            ' ',
            page.Document.QuerySelector($"article[aria-label='{name}']")!
                .TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
}
