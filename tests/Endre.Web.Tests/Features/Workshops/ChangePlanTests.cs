using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops;

public sealed class ChangePlanTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_step_is_added_moved_and_removed()
    {
        using var workshop = await BeginAsync("Plan Legger");
        var page = await workshop.Browser.OpenAsync(workshop.Plan);
        page = await workshop.Browser.PostAsync(
            page,
            $"{workshop.Plan}/nytt-trinn",
            ("title", "Kaffepause"),
            ("kind", "Talk"),
            ("minutes", "15"),
            ("places", "3"),
            ("after", "welcome")
        );
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Headings.ShouldContain("Kaffepause");
        page = await page.PressAsync("Flytt Kaffepause ned");
        page.HasButton("Flytt Kaffepause opp").ShouldBeTrue();
        page = await page.PressAsync("Fjern Kaffepause");
        page.Headings.ShouldNotContain("Kaffepause");
    }

    [Fact]
    public async Task A_text_that_is_left_alone_keeps_its_languages_and_a_new_one_replaces_them()
    {
        using var workshop = await BeginAsync("Språk Røkter");
        var page = await workshop.Browser.OpenAsync(workshop.Plan);
        page = await workshop.Browser.PostAsync(
            page,
            $"{workshop.Plan}/sporsmal",
            ("questionId", "question-2"),
            ("title", "Spørsmål 2"),
            ("text", "Hva gjør vi på mandag?")
        );
        page.Text.ShouldContain("Hva gjør vi på mandag?");
        workshop.Browser.Speaks("en");
        var english = await workshop.Browser.OpenAsync(workshop.Plan);
        english.Headings.ShouldContain("Question 2");
        english.Text.ShouldContain("Hva gjør vi på mandag?");
    }

    [Fact]
    public async Task What_is_done_stays_done()
    {
        using var workshop = await BeginAsync("Gjort Gjort");
        await workshop.GoToAsync("Spørsmål 1: Kategoriser");
        var page = await workshop.Browser.OpenAsync(workshop.Plan);
        page.HasButton("Fjern Spørsmål 1: Noter alle innspill").ShouldBeFalse();
        var refused = await workshop.Browser.PostAsync(
            page,
            $"{workshop.Plan}/fjern-trinn",
            ("stepId", page.Document.QuerySelector("li[id^=step-]")!.Id!["step-".Length..])
        );
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Underway_what_lies_ahead_is_added_to_reordered_and_asked_and_what_is_written_stays()
    {
        using var workshop = await BeginAsync("Under Veis");
        var (phone, _) = await workshop.JoinAsync("Kari", "g1");
        await workshop.GoToAsync("Spørsmål 1: Noter alle innspill");
        await workshop.WriteAsync(phone, "question-1", "a", "Skrevet før endringen");
        await workshop.GoToAsync("Spørsmål 1: Kategoriser");
        var page = await workshop.Browser.OpenAsync(workshop.Plan);
        page = await workshop.Browser.PostAsync(
            page,
            $"{workshop.Plan}/nytt-sporsmal",
            ("title", "Spørsmål 3"),
            ("text", "Hva med møtene?")
        );
        var question = page.Document.QuerySelectorAll("li[id^=question-]").Last().Id!["question-".Length..];
        page = await workshop.Browser.PostAsync(
            page,
            $"{workshop.Plan}/nytt-trinn",
            ("title", "Spørsmål 3: Skriv"),
            ("kind", "Write"),
            ("minutes", "4"),
            ("places", "3"),
            ("questionIds", question)
        );
        // New steps come last; this one moves to be the next.
        while (page.Document.QuerySelectorAll("li[id^=step-] h3").Index().First(h => Is(h.Item)).Index > 3)
        {
            page = await page.PressAsync("Flytt Spørsmål 3: Skriv opp");
        }
        page = await workshop.Browser.PostAsync(
            page,
            $"{workshop.Plan}/sporsmal",
            ("questionId", "question-1"),
            ("title", "Spørsmål 1"),
            ("text", "Klarere sagt?"),
            ("labelA", "Hjelper"),
            ("textA", "Hva hjelper?"),
            ("labelB", "Bremser"),
            ("textB", "Hva bremser?")
        );
        page.Text.ShouldContain("Hva hjelper?");
        var refused = await workshop.Browser.PostAsync(
            page,
            $"{workshop.Plan}/sporsmal",
            ("questionId", "question-1"),
            ("title", "Spørsmål 1"),
            ("text", "Uten halvdeler"),
            ("labelA", ""),
            ("textA", ""),
            ("labelB", ""),
            ("textB", "")
        );
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        var run = await workshop.OpenAsync();
        run.HasButton("Neste: Spørsmål 3: Skriv").ShouldBeTrue();
        run.Text.ShouldContain("Skrevet før endringen");
        await workshop.GoToAsync("Spørsmål 3: Skriv");
        await workshop.WriteAsync(phone, question, "a", "Færre møter");
        phone.Dispose();

        static bool Is(AngleSharp.Dom.IElement heading) => heading.TextContent == "Spørsmål 3: Skriv";
    }

    [Theory]
    [InlineData("sporsmal", "questionId")]
    public async Task What_the_plan_has_not_changes_nothing_and_leads_back_to_it(string act, string field)
    {
        using var workshop = await BeginAsync("Fremmed Felt");
        var page = await workshop.Browser.OpenAsync(workshop.Plan);
        var after = await workshop.Browser.PostAsync(page, $"{workshop.Plan}/{act}", (field, "\u202Eblåbær"));
        after.Status.ShouldBe(HttpStatusCode.OK);
        after.Headings.ShouldBe(page.Headings);
    }

    [Fact]
    public async Task A_refused_step_is_kept_as_it_was_typed()
    {
        using var workshop = await BeginAsync("Feil Skriver");
        var page = await workshop.Browser.OpenAsync(workshop.Plan);
        page = await workshop.Browser.PostAsync(
            page,
            $"{workshop.Plan}/nytt-trinn",
            ("title", "Altfor langt"),
            ("kind", "Talk"),
            ("minutes", "500"),
            ("places", "3")
        );
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Document.QuerySelector("#new-step-title")!.GetAttribute("value").ShouldBe("Altfor langt");
        page.Document.QuerySelector("[role=alert]").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_question_with_two_halves_is_added_and_asked()
    {
        using var workshop = await BeginAsync("Halv Del");
        var page = await workshop.Browser.OpenAsync(workshop.Plan);
        page = await workshop.Browser.PostAsync(
            page,
            $"{workshop.Plan}/nytt-sporsmal",
            ("title", "Spørsmål 3"),
            ("text", "Hva med møtene?"),
            ("labelA", "Behold"),
            ("textA", "Hva skal vi beholde?"),
            ("labelB", "Slutt"),
            ("textB", "Hva skal vi slutte med?")
        );
        page.Headings.ShouldContain("Spørsmål 3");
        page.Text.ShouldContain("Hva skal vi slutte med?");
        page = await page.PressAsync("Fjern Spørsmål 3");
        page.Headings.ShouldNotContain("Spørsmål 3");
    }

    [Fact]
    public async Task The_workshop_gets_another_name_and_more_groups()
    {
        using var workshop = await BeginAsync("Navn Bytter");
        var page = await workshop.Browser.OpenAsync(workshop.Plan);
        page = await page.Fill("Navn på verkstedet", "Nytt navn").PressAsync("Lagre navnet");
        page = await page.Fill("Antall grupper", "6").PressAsync("Endre antall grupper");
        page.ValueOf("Antall grupper").ShouldBe("6");
        (await workshop.OpenAsync()).Heading.ShouldBe("Nytt navn");
    }

    [Fact]
    public async Task A_plan_is_saved_as_a_template_and_a_workshop_is_made_from_it()
    {
        using var workshop = await BeginAsync("Mal Maker");
        var page = await workshop.Browser.OpenAsync(workshop.Plan);
        page = await page.Fill("Navn på malen", "Vårt eget opplegg").PressAsync("Lagre som egen mal");
        page.Text.ShouldContain("Malen er lagret.");
        page = await page.FollowAsync("Lag et verksted av den");
        page.Text.ShouldContain("Vårt eget opplegg");
        page = await page.Fill("Navn på verkstedet", "Etter egen mal").PressAsync("Lag verkstedet");
        page.Heading.ShouldBe("Etter egen mal");
        page.Text.ShouldContain("Spørsmål 1: Noter alle innspill");
    }

    [Fact]
    public async Task A_template_without_a_name_is_refused()
    {
        using var workshop = await BeginAsync("Mal Navnløs");
        var page = await workshop.Browser.OpenAsync(workshop.Plan);
        page = await page.PressAsync("Lagre som egen mal");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task<FacilitatedWorkshop> BeginAsync(string name) =>
        await FacilitatedWorkshop.BeginAsync(shared.App, await shared.App.FacilitatorAsync(name));
}
