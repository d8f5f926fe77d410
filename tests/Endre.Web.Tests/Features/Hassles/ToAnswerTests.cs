using System.Net;
using Endre.Domain.Hassles;
using Endre.Domain.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>«Å svare på»: easy first, the four answers in the list, only what waits for whoever asks.</summary>
public sealed class ToAnswerTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private const string List = "/plunder/a-svare";

    private Fjord Fjord => shared.Fjord;

    private AppUnderTest App => shared.App;

    public async ValueTask InitializeAsync() => await shared.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_easy_stands_first_and_one_tap_is_an_answer()
    {
        await shared.SaidAsync("Stor sak", minutes: 120, daysAgo: 5);
        await shared.SaidAsync("Liten og ny", minutes: 5);
        await shared.SaidAsync("Liten og gammel", minutes: 5, daysAgo: 4);
        await shared.SaidAsync("Ingen vet", daysAgo: 3);
        using var leader = App.As(Fjord.Leader);
        var page = await leader.OpenAsync(List);
        page.Heading.ShouldBe("Å svare på");
        page.Text.ShouldContain("4 venter på deg.");
        page.Text.ShouldContain("Lett først");
        Order(page, "Liten og gammel", "Liten og ny", "Ingen vet", "Stor sak");

        page = await page.PressAsync("Gjør vi: Liten og gammel");
        page.Path.ShouldStartWith(List);
        page.Text.ShouldContain("Svaret er sendt");
        page.Text.ShouldContain("3 venter på deg.");
        page.Buttons.ShouldNotContain("Gjør vi: Liten og gammel");
        (await StateAsync("Liten og gammel")).ShouldBe("will-do");
    }

    [Fact]
    public async Task A_no_needs_a_reason_and_what_was_written_is_kept()
    {
        var id = await shared.SaidAsync("Skriveren står");
        using var leader = App.As(Fjord.Leader);
        var page = await leader.OpenAsync(List);
        var refused = await page.PressAsync("Send: gjør vi ikke: Skriveren står");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Messages.Single().ShouldBe("Et nei trenger en grunn. Skriv den her.");
        refused.Document.GetElementById($"will-not-{id:N}")!.GetAttribute("aria-invalid").ShouldBe("true");
        refused.Document.QuerySelectorAll("details[open]").Length.ShouldBe(1);
        refused = await refused
            .Fill("Hvorfor ikke?", "Spør 13097248022")
            .PressAsync("Send: gjør vi ikke: Skriveren står");
        refused.Messages.Single().ShouldStartWith("Teksten ser ut til å ha et fødselsnummer");
        refused.ValueOf("Hvorfor ikke?").ShouldBe("Spør 13097248022");
        (await StateAsync("Skriveren står")).ShouldBe("waiting");
        page = await refused
            .Fill("Hvorfor ikke?", "Avtalen varer til 2027")
            .PressAsync("Send: gjør vi ikke: Skriveren står");
        page.Text.ShouldContain("Ingenting venter på deg nå.");
        (await StateAsync("Skriveren står")).ShouldBe("will-not");
    }

    [Fact]
    public async Task To_ask_back_is_an_answer_too_and_the_reply_brings_it_back()
    {
        var code = ClaimCode.New();
        await shared.SaidAsync("Skriveren står", speaker: Speaker.Anonymous, code: code);
        using var leader = App.As(Fjord.Leader);
        var page = await leader.OpenAsync(List);
        (await page.PressAsync("Send spørsmålet: Skriveren står"))
            .Messages.Single()
            .ShouldBe("Skriv hva dere trenger å vite.");
        page = await page.Fill("Hva trenger dere å vite?", "Hvilken skriver?")
            .PressAsync("Send spørsmålet: Skriveren står");
        page.Text.ShouldContain("Ingenting venter på deg nå.");
        using var stranger = App.Browser();
        await (await shared.WithCodeAsync(stranger, code)).Fill("Skriv mer", "Den i gangen").PressAsync("Send");
        (await leader.OpenAsync(List)).Text.ShouldContain("Skriveren står");
    }

    [Fact]
    public async Task The_limit_is_told_in_words_and_the_age_is_told_with_it()
    {
        await shared.SaidAsync("For gammel", daysAgo: 11);
        await shared.SaidAsync("Har tid", daysAgo: 5);
        await shared.SaidAsync("Ny", speaker: Speaker.Anonymous);
        using var leader = App.As(Fjord.Leader);
        var text = (await leader.OpenAsync(List)).Text;
        text.ShouldContain("3 venter på deg. 1 er over fristen.");
        text.ShouldContain("4 dager over fristenSagt for 11 dager siden");
        text.ShouldContain("2 dager igjenSagt for 5 dager siden");
        // Said in the week that runs: counted from Sunday 8 March, to Monday 16 March.
        text.ShouldContain("14 dager igjenNy");
        text.ShouldContain("Fristen er 7 dager. Helligdager og juli teller ikke.");
    }

    [Fact]
    public async Task A_handful_is_shown_and_the_rest_is_one_tap_away()
    {
        for (var i = 0; i < 7; i++)
            await shared.SaidAsync($"Sak {i}");
        using var leader = App.As(Fjord.Leader);
        var page = await leader.OpenAsync(List);
        Shown(page).ShouldBe(5);
        page = await page.FollowAsync("Vis 2 flere");
        Shown(page).ShouldBe(7);
        page.Links.ShouldNotContain("Vis 2 flere");
    }

    [Fact]
    public async Task Only_what_waits_for_me_is_there_and_deputy_and_change_agent_see_the_same()
    {
        await shared.SaidAsync("Hos teamet");
        await shared.SaidAsync("Hos skolen", unit: Fjord.Neighbor);
        var deputy = await Fjord.PersonAsync("Sara Stedfortreder", Fjord.Department, UnitRole.Deputy);
        var agent = await Fjord.PersonAsync("Eva Endringshode", Fjord.Team, UnitRole.ChangeAgent);
        foreach (var who in new[] { Fjord.Leader, deputy, agent })
        {
            using var browser = App.As(who);
            var page = await browser.OpenAsync(List);
            page.Text.ShouldContain("Hos teamet", customMessage: who.Name);
            page.Text.ShouldNotContain("Hos skolen", customMessage: who.Name);
            (await browser.OpenAsync("/plunder")).HasLink("1 venter på svar fra deg").ShouldBeTrue(who.Name);
        }
        foreach (var who in new[] { Fjord.Director, Fjord.Kari, Fjord.Union, Fjord.Outsider, Fjord.Administrator })
        {
            using var browser = App.As(who);
            (await browser.OpenAsync(List)).Text.ShouldContain("Ingenting venter på deg nå.", customMessage: who.Name);
        }
    }

    [Fact]
    public async Task Who_may_not_answer_meets_nothing_and_what_another_answered_meanwhile_is_not_answered_over()
    {
        var id = await shared.SaidAsync("Skriveren står");
        using var kari = App.As(Fjord.Kari);
        var form = await kari.OpenAsync("/si-fra");
        foreach (var act in new[] { "kort-svar", "flytt", "sla-sammen", "skill" })
        {
            var tried = await kari.PostAsync(form, $"/plunder/{id}/{act}", ("answer", "will-do"), ("after", "0"));
            tried.Status.ShouldBe(HttpStatusCode.NotFound, act);
        }
        using var leader = App.As(Fjord.Leader);
        var page = await leader.OpenAsync(List);
        var again = await leader.OpenAsync(List);
        await page.PressAsync("Gjør vi: Skriveren står");
        (await again.PressAsync("Gjør vi: Skriveren står")).Text.ShouldContain("Svaret er sendt");
        (await App.InStorageAsync(database => database.HassleMessages.CountAsync())).ShouldBe(1, "sent twice");
        var late = await again.Fill("Hvorfor ikke?", "Nei").PressAsync("Send: gjør vi ikke: Skriveren står");
        late.Path.ShouldBe($"/plunder/{id}");
        late.Text.ShouldContain("Gjør vi");
        (await StateAsync("Skriveren står")).ShouldBe("will-do");
    }

    [Theory]
    [InlineData("nn", "Å svare på", "Gjer vi: Skriveren står", "Lett først")]
    [InlineData("en", "To answer", "We will: Skriveren står", "Easy first")]
    public async Task It_speaks_nynorsk_and_English(string language, string heading, string button, string how)
    {
        await shared.SaidAsync("Skriveren står");
        using var leader = App.As(Fjord.Leader).Speaks(language);
        var page = await leader.OpenAsync(List);
        page.Heading.ShouldBe(heading);
        page.HasButton(button).ShouldBeTrue();
        page.Text.ShouldContain(how);
    }

    private static int Shown(TestPage page) =>
        page.Buttons.Count(button => button.StartsWith("Gjør vi: ", StringComparison.Ordinal));

    private static void Order(TestPage page, params string[] texts) =>
        texts.Select(text => page.Text.IndexOf(text, StringComparison.Ordinal)).ShouldBeInOrder();

    private Task<string> StateAsync(string text) =>
        App.InStorageAsync(database =>
            database.Hassles.Where(row => row.Text == text).Select(r => r.State).SingleAsync()
        );
}
