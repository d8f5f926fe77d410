using System.Net;
using System.Net.Http.Json;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Workshops;

public sealed class CreateWorkshopTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly Uri Workshops = new("/api/v1/workshops", UriKind.Relative);

    [Fact]
    public async Task A_facilitator_with_no_workshops_is_shown_how_one_goes()
    {
        using var browser = shared.App.As(await shared.App.FacilitatorAsync("Tom Liste"));
        var page = await browser.OpenAsync("/verksteder");
        page.Headings.ShouldContain("Slik holder du et verksted");
        (await page.FollowAsync("Lag ditt første verksted")).Heading.ShouldBe("Nytt verksted");
    }

    [Fact]
    public async Task A_workshop_is_made_from_a_template_and_stands_in_the_list()
    {
        using var browser = shared.App.As(await shared.App.FacilitatorAsync("Liv Lager"));
        var page = await browser.OpenAsync("/verksteder/nytt");
        page.Text.ShouldContain("MDI-verksted");
        page = await page.Fill("Navn på verkstedet", "Hjemmetjenesten nord")
            .Fill("Antall grupper (valgfritt)", "4")
            .PressAsync("Lag verkstedet");
        page.Heading.ShouldBe("Hjemmetjenesten nord");
        page.Path.ShouldEndWith("/styr");
        page.Text.ShouldContain("Gruppe 4");
        var list = await browser.OpenAsync("/verksteder");
        list.HasLink("Styr Hjemmetjenesten nord").ShouldBeTrue();
    }

    [Fact]
    public async Task The_optional_reflection_comes_along_when_it_is_asked_for()
    {
        using var browser = shared.App.As(await shared.App.FacilitatorAsync("Rita Refleksjon"));
        var page = await browser.OpenAsync("/verksteder/nytt");
        var answer = await browser.PostAsync(
            page,
            "/verksteder/nytt",
            ("template", "mdi"),
            ("title", "Med refleksjon"),
            ("optional-mdi", "true"),
            ("language", "nb")
        );
        answer.Text.ShouldContain("Praktisere");
        answer.Text.ShouldContain("Gruppe 3");
        answer.Text.ShouldNotContain("Gruppe 4");
    }

    [Fact]
    public async Task A_workshop_without_a_name_is_refused_and_what_was_chosen_is_kept()
    {
        using var browser = shared.App.As(await shared.App.FacilitatorAsync("Navn Løs"));
        var page = await browser.OpenAsync("/verksteder/nytt");
        page = await page.Fill("Antall grupper (valgfritt)", "7").PressAsync("Lag verkstedet");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.Count.ShouldBe(1);
        page.ValueOf("Antall grupper (valgfritt)").ShouldBe("7");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("61")]
    [InlineData("mange")]
    public async Task A_number_of_groups_that_cannot_be_is_refused(string groups)
    {
        using var browser = shared.App.As(await shared.App.FacilitatorAsync($"Gro {groups}"));
        var page = await browser.OpenAsync("/verksteder/nytt");
        page = await page.Fill("Navn på verkstedet", "For mange")
            .Fill("Antall grupper (valgfritt)", groups)
            .PressAsync("Lag verkstedet");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("/verksteder")]
    [InlineData("/verksteder/nytt")]
    public async Task Employees_make_no_workshops(string address)
    {
        using var browser = shared.App.As(await shared.App.EmployeeAsync($"Mari {address.Length}"));
        (await browser.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var nobody = shared.App.Browser();
        (await nobody.OpenAsync(address)).Heading.ShouldBe("Logg inn");
    }

    [Fact]
    public async Task A_workshop_is_in_nobody_elses_list()
    {
        using var mine = shared.App.As(await shared.App.FacilitatorAsync("Min Egen"));
        await (await mine.OpenAsync("/verksteder/nytt"))
            .Fill("Navn på verkstedet", "Bare mitt")
            .PressAsync("Lag verkstedet");
        using var other = shared.App.As(await shared.App.FacilitatorAsync("En Annen"));
        (await other.OpenAsync("/verksteder")).Text.ShouldNotContain("Bare mitt");
    }

    [Fact]
    public async Task A_double_click_makes_one_workshop_also_when_both_arrive_at_once()
    {
        var facilitator = await shared.App.FacilitatorAsync("Dobbel Klikk");
        using var browser = shared.App.As(facilitator);
        var page = await browser.OpenAsync("/verksteder/nytt");
        page.Fill("Navn på verkstedet", "Bare én gang");
        var made = await Task.WhenAll(page.PressAsync("Lag verkstedet"), page.PressAsync("Lag verkstedet"));
        made.ShouldAllBe(after => after.Heading == "Bare én gang");
        made[0].Path.ShouldBe(made[1].Path);
        (await page.PressAsync("Lag verkstedet")).Path.ShouldBe(made[0].Path);
        (await shared.App.InStorageAsync(c => c.Workshops.CountAsync(w => w.OwnerId == facilitator.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task A_program_that_asks_again_with_its_id_gets_the_same_workshop_and_nobody_else_does()
    {
        var facilitator = await shared.App.FacilitatorAsync("Prøv Igjen");
        using var api = shared.App.Api(facilitator.Token);
        var ask = new
        {
            template = "mdi",
            title = "Én",
            id = Guid.CreateVersion7(),
        };
        var first = await MadeAsync(api, ask);
        (await MadeAsync(api, ask)).ShouldBe(first);
        first.WorkshopId.ShouldBe(ask.id);
        using var stranger = shared.App.Api((await shared.App.FacilitatorAsync("Gjetter Id")).Token);
        var answer = await stranger.PostAsJsonAsync(Workshops, ask);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain(first.Code);
    }

    private static async Task<Made> MadeAsync(HttpClient api, object ask)
    {
        var answer = await api.PostAsJsonAsync(Workshops, ask);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await answer.Content.ReadFromJsonAsync<Made>())!;
    }

    private sealed record Made(Guid WorkshopId, string Code);
}
