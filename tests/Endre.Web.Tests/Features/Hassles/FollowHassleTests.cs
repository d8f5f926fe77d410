using System.Net;
using Endre.Domain.Hassles;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>The two-way thread, with the code and with an account.</summary>
public sealed class FollowHassleTests : IAsyncLifetime
{
    private Fjord fjord = null!;

    private AppUnderTest App => fjord.App;

    public async ValueTask InitializeAsync() => fjord = await Fjord.OnAsync(await AppUnderTest.StartAsync());

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task With_the_code_one_reads_the_answer_replies_and_takes_it_back()
    {
        var code = Fjord.CodeOn(await fjord.SayAsync(null, "Anonym", "Skriveren står"));
        await AnswerAsync("Trenger mer", "Hvilken skriver?");
        using var browser = App.Browser();
        var page = await OpenAsync(browser, code.ToLowerInvariant().Replace('-', ' '));
        page.Text.ShouldContain("Hvilken skriver?");
        page.Text.ShouldContain("Lise Leder");
        page = await page.Fill("Skriv mer", "Den ved døra").PressAsync("Send");
        page.Text.ShouldContain("Den ved døra");
        page.Path.ShouldNotContain(code);

        using var leader = App.As(fjord.Leader);
        var seen = await leader.OpenAsync(await OneAsync());
        seen.Text.ShouldContain("Den ved døra");
        seen.Text.ShouldContain("Den som sa fra · uke 10, 2026");
        await AnswerAsync("Gjør vi", "Ny skriver fredag");

        page = await OpenAsync(browser, code);
        page.Text.ShouldContain("Ny skriver fredag");
        page = await page.PressAsync("Trekk tilbake og slett teksten");
        page.Text.ShouldContain("Teksten er slettet");
        page.HasButton("Send").ShouldBeFalse();
        (await OpenAsync(browser, code)).Text.ShouldContain("Teksten er trukket tilbake.");
        var list = await leader.OpenAsync("/plunder");
        list.Text.ShouldNotContain("Skriveren står");
        list.Text.ShouldContain("Sagt 1");
        list.Text.ShouldContain("Trukket 1");
        (await leader.OpenAsync(await OneAsync())).Text.ShouldNotContain("Den ved døra");
    }

    [Fact]
    public async Task With_an_account_one_does_the_same_under_what_I_have_said()
    {
        await fjord.SayAsync(fjord.Kari, "Navn bare til leder", "Skriveren står");
        await AnswerAsync("Gjør vi ikke, fordi …", "Avtalen varer til 2027");
        using var kari = App.As(fjord.Kari);
        var page = await kari.OpenAsync("/det-jeg-har-sagt");
        page = await page.FollowAsync("1 melding: Skriveren står");
        page.Text.ShouldContain("Avtalen varer til 2027");
        page = await page.Fill("Skriv mer", "Da låner vi hos naboen").PressAsync("Send");
        page.Text.ShouldContain("Sendt. De som svarer, ser det nå.");
        page = await page.PressAsync("Trekk tilbake og slett teksten");
        page.Path.ShouldStartWith("/det-jeg-har-sagt?");
        page.Text.ShouldNotContain("Skriveren står");
        var row = await App.InStorageAsync(database => database.Hassles.SingleAsync());
        (row.Text, row.PersonId, row.State).ShouldBe(("", null, "withdrawn"));
    }

    [Theory]
    [InlineData("Gjør vi ikke, fordi …", "", "Et nei trenger en grunn. Skriv den her.")]
    [InlineData("Trenger mer", "", "Skriv hva dere trenger å vite.")]
    [InlineData("Bare en melding", "", "Skriv noe her først.")]
    [InlineData("Gjør vi", "Spør 13097248022", "Teksten ser ut til å ha et fødselsnummer")]
    public async Task An_answer_that_says_too_little_or_too_much_is_refused_at_its_field(
        string answer,
        string text,
        string message
    )
    {
        await fjord.SayAsync(null, "Anonym", "Skriveren står");
        using var leader = App.As(fjord.Leader);
        var page = await leader.OpenAsync(await OneAsync());
        page = await page.Tick(answer).Fill("Svar med ord (valgfritt)", text).PressAsync("Send svaret");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.Single().ShouldStartWith(message);
        page.ValueOf(answer).ShouldNotBe("");
        page.ValueOf("Svar med ord (valgfritt)").ShouldBe(text);
    }

    [Fact]
    public async Task One_tap_is_an_answer_and_a_form_that_is_sent_twice_answers_once()
    {
        await fjord.SayAsync(null, "Anonym", "Skriveren står");
        using var leader = App.As(fjord.Leader);
        var form = await leader.OpenAsync(await OneAsync());
        form.Tick("Gjør vi");
        (await form.PressAsync("Send svaret")).Text.ShouldContain("Svaret er sendt.");
        (await form.PressAsync("Send svaret")).Text.ShouldContain("Svaret er sendt.");
        (await App.InStorageAsync(database => database.HassleMessages.CountAsync())).ShouldBe(1);
        form.Tick("Trenger mer").Fill("Svar med ord (valgfritt)", "Hvor?");
        var late = await form.PressAsync("Send svaret");
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Messages.Single().ShouldStartWith("Det er skrevet noe nytt");
        late.ValueOf("Svar med ord (valgfritt)").ShouldBe("Hvor?");
    }

    [Fact]
    public async Task A_code_that_is_none_is_told_and_guessing_is_stopped_per_address()
    {
        using var browser = App.Browser();
        var page = await OpenAsync(browser, "7K3M-9QPT");
        page.Messages.Single().ShouldStartWith("Det er ikke en svarkode");
        (await OpenAsync(browser, "")).Messages.Single().ShouldBe("Skriv svarkoden.");
        for (var guess = 0; guess < 10; guess++)
        {
            page = await OpenAsync(browser, ClaimCode.New());
            page.Messages.Single().ShouldStartWith("Ingen har sagt fra med denne koden");
        }
        var blocked = await OpenAsync(browser, ClaimCode.New());
        blocked.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        App.Time.Advance(TimeSpan.FromMinutes(6));
        (await OpenAsync(browser, ClaimCode.New())).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_page_behind_a_code_is_kept_by_no_browser()
    {
        var code = Fjord.CodeOn(await fjord.SayAsync(null, "Anonym", "Skriveren står"));
        using var browser = App.Browser();
        (await OpenAsync(browser, code)).Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Within_a_week_the_list_has_no_order_that_tells_which_came_first()
    {
        for (var i = 0; i < 12; i++)
        {
            await fjord.SayAsync(null, "Anonym", $"Sak nummer {i:00}");
        }
        using var leader = App.As(fjord.Leader);
        var text = (await leader.OpenAsync("/plunder")).Text;
        var order = Enumerable
            .Range(0, 12)
            .OrderBy(i => text.IndexOf($"Sak nummer {i:00}", StringComparison.Ordinal))
            .ToList();
        // One of 479 million orders, each as likely as any other.
        order.ShouldNotBe(Enumerable.Range(0, 12));
        order.ShouldNotBe(Enumerable.Range(0, 12).Reverse());
        (await leader.OpenAsync("/plunder")).Text.ShouldBe(text, "the order stays the same from look to look");
    }

    private static async Task<TestPage> OpenAsync(TestBrowser browser, string code) =>
        await (await browser.OpenAsync("/si-fra/svar")).Fill("Svarkode", code).PressAsync("Vis svaret");

    private async Task AnswerAsync(string answer, string text)
    {
        using var leader = App.As(fjord.Leader);
        var page = await leader.OpenAsync(await OneAsync());
        page = await page.Tick(answer).Fill("Svar med ord (valgfritt)", text).PressAsync("Send svaret");
        page.Text.ShouldContain("Svaret er sendt.");
    }

    private async Task<string> OneAsync() =>
        $"/plunder/{await App.InStorageAsync(database => database.Hassles.Select(h => h.Id).SingleAsync())}";
}
