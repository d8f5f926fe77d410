using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Features.SignIn;

public sealed class SignInTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string WrongMessage = "E-postadressen eller passordet er feil";

    [Fact]
    public async Task The_right_password_leads_to_the_page_one_was_on_the_way_to()
    {
        var kari = await shared.App.FacilitatorAsync("Kari Riktig");
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync("/min-side");
        page.Heading.ShouldBe("Logg inn");
        page = await page.Fill("E-post", kari.Email).Fill("Passord", TestPerson.Password).PressAsync("Logg inn");
        page.Path.ShouldBe("/min-side");
        page.Text.ShouldContain("Prosessleder");
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_address_and_says_no_more_than_it_must()
    {
        var kari = await shared.App.FacilitatorAsync("Kari Feil");
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync("/logg-inn");
        page = await page.Fill("E-post", kari.Email).Fill("Passord", "noe helt annet her").PressAsync("Logg inn");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain(WrongMessage);
        page.ValueOf("E-post").ShouldBe(kari.Email);
        page.ValueOf("Passord").ShouldBe("");
    }

    [Fact]
    public async Task Somebody_without_an_account_gets_the_same_answer()
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync("/logg-inn");
        page = await page.Fill("E-post", "ingen@example.no")
            .Fill("Passord", "noe helt annet her")
            .PressAsync("Logg inn");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain(WrongMessage);
    }

    [Fact]
    public async Task Signing_out_closes_the_door()
    {
        var kari = await shared.App.FacilitatorAsync("Kari Ut");
        using var browser = shared.App.As(kari);
        var page = await browser.OpenAsync("/min-side");
        page = await page.PressAsync("Logg ut");
        page.Path.ShouldBe("/");
        (await browser.OpenAsync("/min-side")).Heading.ShouldBe("Logg inn");
    }

    [Fact]
    public async Task Twenty_wrong_passwords_from_one_address_close_it_for_a_while()
    {
        await using var app = await AppUnderTest.StartAsync();
        var kari = await app.FacilitatorAsync("Kari Lenge");
        using var browser = app.Browser();
        var form = await browser.OpenAsync("/logg-inn");
        for (var i = 0; i < 20; i++)
            await browser.PostAsync(form, "/logg-inn", ("email", $"nr{i}@example.no"), ("password", "feil feil feil"));

        var page = await browser.PostAsync(form, "/logg-inn", ("email", kari.Email), ("password", TestPerson.Password));
        page.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Heading.ShouldBe("For mange forsøk");
        page.Text.ShouldContain("om 5 minutter");
        page.Answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(5));

        app.Time.Advance(TimeSpan.FromMinutes(5));
        page = await browser.PostAsync(form, "/logg-inn", ("email", kari.Email), ("password", TestPerson.Password));
        page.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_bearer_token_opens_the_api_as_its_person_and_an_unknown_one_opens_nothing()
    {
        var kari = await shared.App.FacilitatorAsync("Kari Token");
        using var known = shared.App.Api(kari.Token);
        (await known.GetAsync("/min-side")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var unknown = shared.App.Api("ea_finnesikke");
        (await unknown.GetAsync("/min-side")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_bearer_token_is_never_mixed_with_who_is_signed_in_in_the_browser()
    {
        var kari = await shared.App.AdministratorAsync("Kari Blandet");
        using var browser = shared.App.As(kari);
        browser.Client.DefaultRequestHeaders.Authorization = new("Bearer", "ep_enlapp");
        (await browser.Client.GetAsync("/personer")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task No_demo_person_can_sign_in_outside_a_demo()
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync("/logg-inn");
        page.Headings.ShouldNotContain("Demopersoner");
        page = await browser.PostAsync(page, "/logg-inn/demo", ("person", Guid.Empty.ToString()));
        page.Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
