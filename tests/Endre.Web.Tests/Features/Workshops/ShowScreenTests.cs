using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Presenting;
using Endre.Domain.Workshops.Running;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops;

public sealed class ShowScreenTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task The_code_stands_large_on_the_screen_while_people_arrive()
    {
        using var workshop = await BeginAsync("Skjerm Viser");
        var page = await workshop.Browser.OpenAsync(workshop.Screen);
        page.Text.ShouldContain("Skann QR-koden");
        page.Document.QuerySelectorAll("[role=img]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_questions_and_counts_are_shown_and_no_hidden_note()
    {
        using var workshop = await BeginAsync("Skjerm Skjuler");
        var (phone, _) = await workshop.JoinAsync("Kari", "g1");
        await workshop.GoToAsync("Spørsmål 1: Noter alle innspill");
        await workshop.WriteAsync(phone, "question-1", "a", "Tid til å prøve");
        var page = await workshop.Browser.OpenAsync(workshop.Screen);
        page.Text.ShouldContain("Hva kan mobilisere medarbeidernes initiativ");
        page.Document.QuerySelector("[data-count='notes']")!.TextContent.ShouldBe("1");
        page.Document.DocumentElement.OuterHtml.ShouldNotContain("Tid til å prøve");
        await workshop.GoToAsync("Spørsmål 1: Kategoriser");
        page = await workshop.Browser.OpenAsync(workshop.Screen);
        page.Document.DocumentElement.OuterHtml.ShouldNotContain("Tid til å prøve");
        phone.Dispose();
    }

    [Fact]
    public async Task A_closed_door_shows_no_code()
    {
        using var workshop = await BeginAsync("Skjerm Stenger");
        await (await workshop.OpenAsync()).PressAsync("Steng inngangen");
        var page = await workshop.Browser.OpenAsync(workshop.Screen);
        page.Document.QuerySelectorAll("[role=img]").Length.ShouldBe(0);
    }

    [Fact]
    public async Task Every_step_can_be_shown()
    {
        using var workshop = await BeginAsync("Skjerm Går");
        for (var i = 0; i < 8; i++)
        {
            (await workshop.Browser.OpenAsync(workshop.Screen)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
            var page = await workshop.OpenAsync();
            if (page.Buttons.FirstOrDefault(b => b.StartsWith("Neste:", StringComparison.Ordinal)) is { } next)
            {
                await page.PressAsync(next);
            }
        }
    }

    [Fact]
    public async Task Themes_of_several_groups_take_the_place_of_their_categories_once_they_are_shared()
    {
        var full = await FullWorkshop.WithBoardsAsync(shared.App);
        await full.InterpretAsync();
        using var browser = shared.App.As(full.Facilitator);
        var page = await browser.OpenAsync($"/verksted/{full.Id}/skjerm");
        page.Text.ShouldNotContain("Ingen vet hvem som tar imot");
        page.Text.ShouldContain("Ingen tar imot");
        await full.DoAsync(new ShareInterpretation());
        page = await browser.OpenAsync($"/verksted/{full.Id}/skjerm");
        page.Headings.ShouldContain("Temaer på tvers");
        page.Text.ShouldContain("Ingen vet hvem som tar imot");
        page.Text.ShouldContain("3 grupper · ");
    }

    [Fact]
    public async Task All_that_a_group_presents_fits_as_names_and_one_question_shows_its_notes()
    {
        const string note = "Vi vet ikke hvem vi skal si det til";
        var full = await FullWorkshop.WithBoardsAsync(shared.App);
        await full.DoAsync(new PreviousStep());
        await full.DoAsync(new StartPresentation("g1"));
        using var browser = shared.App.As(full.Facilitator);
        var page = await browser.OpenAsync($"/verksted/{full.Id}/skjerm");
        page.Heading.ShouldBe("Gruppe 1");
        page.Text.ShouldContain("Ingen tar imot");
        page.Text.ShouldContain("Tavle på vaktrommet der alle skriver det som er tungvint");
        page.Text.ShouldNotContain(note);
        await full.DoAsync(new ShowQuestion("question-1"));
        page = await browser.OpenAsync($"/verksted/{full.Id}/skjerm");
        page.Text.ShouldContain(note);
    }

    private async Task<FacilitatedWorkshop> BeginAsync(string name) =>
        await FacilitatedWorkshop.BeginAsync(shared.App, await shared.App.FacilitatorAsync(name));
}
