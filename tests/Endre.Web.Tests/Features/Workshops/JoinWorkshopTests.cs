using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops;

public sealed class JoinWorkshopTests : IAsyncLifetime
{
    private AppUnderTest app = null!;
    private WorkshopUnderTest workshop = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppUnderTest.StartAsync();
        workshop = await app.WorkshopAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_code_and_one_press_lead_into_the_workshop()
    {
        using var phone = app.Browser();
        var page = await phone.OpenAsync("/bli-med");
        page = await page.Fill("Kode", $"{workshop.Code[..3]} {workshop.Code[3..]}").PressAsync("Gå videre");
        page.Path.ShouldBe($"/bli-med/{workshop.Code}");
        page.Heading.ShouldBe("Hverdagen vår");
        page.Text.ShouldContain("Lappene lagres uten navn");
        page = await page.PressAsync("Bli med");
        page.Path.ShouldBe($"/verksted/{workshop.Id}");
        page.Heading.ShouldBe("Velkommen");
    }

    [Theory]
    [InlineData("/bli-med?code=")]
    [InlineData("/bli-med?kode=")]
    [InlineData("/bli-med/")]
    public async Task A_link_with_the_code_needs_no_typing(string link)
    {
        using var phone = app.Browser();
        (await phone.OpenAsync(link + workshop.Code)).Heading.ShouldBe("Hverdagen vår");
    }

    [Fact]
    public async Task A_device_that_is_in_already_comes_straight_back()
    {
        using var phone = app.Browser();
        await workshop.JoinAsync(phone);
        (await phone.OpenAsync($"/bli-med/{workshop.Code}")).Path.ShouldBe($"/verksted/{workshop.Id}");
        await workshop.ChangeAsync(new Domain.Workshops.Running.SetJoin(IsOpen: false));
        (await phone.OpenAsync($"/bli-med/{workshop.Code}")).Path.ShouldBe($"/verksted/{workshop.Id}");
    }

    [Theory]
    [InlineData("111111", HttpStatusCode.NotFound, "Vi finner ikke noe verksted")]
    [InlineData("12ab", HttpStatusCode.UnprocessableEntity, "Koden har seks siffer")]
    public async Task A_code_that_leads_nowhere_says_what_to_do(string code, HttpStatusCode status, string words)
    {
        using var phone = app.Browser();
        var page = await phone.OpenAsync($"/bli-med?code={code}");
        page.Status.ShouldBe(status);
        page.Text.ShouldContain(words);
        page.ValueOf("Kode").ShouldBe(code);
    }

    [Fact]
    public async Task A_shut_door_an_old_code_and_an_ended_workshop_are_each_told_kindly()
    {
        using var phone = app.Browser();
        await workshop.ChangeAsync(new Domain.Workshops.Running.SetJoin(IsOpen: false));
        var page = await phone.OpenAsync($"/bli-med/{workshop.Code}");
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("tar ikke inn flere nå");

        await workshop.ChangeAsync(new Domain.Workshops.Running.SetJoin(IsOpen: true));
        app.Time.Advance(TimeSpan.FromDays(61));
        page = await phone.OpenAsync($"/bli-med/{workshop.Code}");
        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Text.ShouldContain("Koden er gått ut");

        await workshop.ChangeAsync(new Domain.Workshops.Closing.CloseWorkshop());
        page = await phone.OpenAsync($"/bli-med/{workshop.Code}");
        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Text.ShouldContain("Verkstedet er avsluttet");
    }

    [Fact]
    public async Task Guessing_codes_is_stopped_for_a_while()
    {
        using var phone = app.Browser();
        for (var i = 0; i < 10; i++)
        {
            (await phone.OpenAsync($"/bli-med/11111{i}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        var page = await phone.OpenAsync($"/bli-med/{workshop.Code}");
        page.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Answer.Headers.RetryAfter.ShouldNotBeNull();
        page.Text.ShouldContain("Vent noen minutter");
        app.Time.Advance(TimeSpan.FromMinutes(6));
        (await phone.OpenAsync($"/bli-med/{workshop.Code}")).Heading.ShouldBe("Hverdagen vår");
    }

    [Fact]
    public async Task A_scribe_counts_as_the_whole_table()
    {
        using var phone = app.Browser();
        var page = await phone.OpenAsync($"/bli-med/{workshop.Code}");
        page = await page.Fill("Vi er et bord – jeg skriver for dem", "table")
            .Fill("Hvor mange sitter ved bordet? (valgfritt)", "5")
            .Fill("Gruppe", "g2")
            .PressAsync("Bli med");
        page.Text.ShouldContain("Du skriver for et bord på 5");
        workshop.State.HeadsByGroup["g2"].ShouldBe(5);
    }

    [Fact]
    public async Task Too_many_heads_keep_what_was_filled_in()
    {
        using var phone = app.Browser();
        var page = await phone.OpenAsync($"/bli-med/{workshop.Code}");
        page = await page.Fill("Hva kan vi kalle deg? (valgfritt)", "Kari")
            .Fill("Vi er et bord – jeg skriver for dem", "table")
            .Fill("Hvor mange sitter ved bordet? (valgfritt)", "31")
            .PressAsync("Bli med");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldHaveSingleItem().ShouldContain("fra 1 til 30");
        page.ValueOf("Hva kan vi kalle deg? (valgfritt)").ShouldBe("Kari");
        workshop.State.Heads.ShouldBe(0);
    }

    [Fact]
    public async Task The_same_form_sent_twice_joins_once()
    {
        using var phone = app.Browser();
        using var again = app.Browser();
        var page = await phone.OpenAsync($"/bli-med/{workshop.Code}");
        foreach (var cookie in phone.Cookies)
        {
            again.Keep(cookie);
        }
        var fields = page
            .Document.QuerySelectorAll("form[method=post][action^='/bli-med'] input[type=hidden]")
            .Where(input => input.GetAttribute("name") is "commandId" or "ticket")
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!))
            .ToArray();
        (await phone.PostAsync(page, page.Path, fields)).Heading.ShouldBe("Velkommen");
        (await again.PostAsync(page, page.Path, fields)).Heading.ShouldBe("Velkommen");
        workshop.State.Heads.ShouldBe(1);
    }
}
