using System.Net;
using Endre.Domain.Hassles;
using Endre.Storage.Pulses;
using Endre.Testing;
using Endre.Web.Features.Hassles.AskPulse;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>One question by unit, answered without signing in, and never asked more than it has been answered.</summary>
public sealed class PulseTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private readonly Fjord fjord = shared.Fjord;

    private AppUnderTest App => fjord.App;

    private string Page => $"/enheter/{fjord.Team}/puls";

    private string Link => $"/puls/{PlaceCode.Of(fjord.Team)}";

    public async ValueTask InitializeAsync() => await fjord.NewTeamAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_round_is_opened_answered_by_link_told_by_numbers_and_given_its_word()
    {
        await ChooseAsync("Hver uke", "Har du opplevd plunder og heft den siste uka?");
        await OpenAsync();
        for (var i = 0; i < 7; i++)
        {
            using var phone = App.Browser();
            var asked = await phone.OpenAsync(Link);
            asked.Heading.ShouldBe("Har du opplevd plunder og heft den siste uka?");
            var thanks = await asked.PressAsync(i < 6 ? "Ja" : "Nei");
            thanks.Heading.ShouldBe("Takk for svaret");
            thanks.AddressOf("Vil du si hva?").ShouldBe($"/si-fra/{PlaceCode.Of(fjord.Team)}");
        }
        using var colleague = App.As(fjord.Colleague);
        using var leader = App.As(fjord.Leader);
        (await colleague.OpenAsync($"/enheter/{fjord.Team}/dette-skjedde"))
            .HasLink("Svar med ett trykk")
            .ShouldBeTrue();
        // Nobody sees the number grow.
        var page = await leader.OpenAsync(Page);
        page.Text.ShouldNotContain("7 har svart");
        page.HasButton("Lagre svaret").ShouldBeFalse();

        await MoveAsync(days: -7);
        page = await leader.OpenAsync(Page);
        page.Text.ShouldContain("7 har svart");
        // One said no, so the yes is hidden with it.
        page.Text.ShouldContain("Ja vises ikke");
        page.Text.ShouldContain("Nei vises ikke");
        page.Text.ShouldContain("Venter på deg: Si hva dere gjør med svarene");
        (await OpenAsync()).ShouldBe(0);
        page = await page.PressAsync("Lagre svaret");
        page.Messages.Single().ShouldBe("Skriv én setning om hva dere gjør med det.");
        page = await page.Fill("Dette gjør vi med det", "Vi rydder lageret på torsdag").PressAsync("Lagre svaret");
        page.Text.ShouldContain("Vi rydder lageret på torsdag");
        (await colleague.OpenAsync($"/enheter/{fjord.Team}/dette-skjedde")).Text.ShouldContain(
            "Vi rydder lageret på torsdag"
        );
        (await colleague.OpenAsync($"/enheter/{fjord.Team}/dette-skjedde/skjerm")).Text.ShouldContain(
            "Vi rydder lageret på torsdag"
        );
        (await OpenAsync()).ShouldBe(1);
        (await OpenAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_said_meanwhile_must_be_answered_before_the_next_round()
    {
        await fjord.SayAsync(null, "Anonym", "Skriveren står");
        await ChooseAsync("Hver måned", "Opplever du plunder og heft i hverdagen?");
        (await OpenAsync()).ShouldBe(1, "what was said this week is not late");
        await MoveAsync(days: -40, word: "Vi ser på det");
        await App.InStorageAsync(d =>
            d.Hassles.Where(h => h.UnitId == fjord.Team)
                .ExecuteUpdateAsync(set => set.SetProperty(h => h.Week, Today.AddDays(-35)))
        );
        (await OpenAsync()).ShouldBe(0);
        using var leader = App.As(fjord.Leader);
        var page = await leader.OpenAsync(Page);
        page.Text.ShouldContain("Venter på deg: 1 som har sagt fra, har ikke fått svar.");
        page = await page.FollowAsync("Svar på plunder");
        page = await page.FollowAsync("Svar: Skriveren står");
        await page.Tick("Gjør vi").PressAsync("Send svaret");
        (await OpenAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_device_counts_once_unless_several_share_it_and_nothing_of_it_is_stored()
    {
        await ChooseAsync("Annenhver uke", "Har du opplevd plunder og heft den siste måneden?");
        await OpenAsync();
        using var phone = App.Browser();
        var asked = await phone.OpenAsync(Link);
        await asked.PressAsync("Litt");
        (await asked.PressAsync("Ja")).Heading.ShouldBe("Her er det svart");
        (await RoundAsync()).Yes.ShouldBe(0);
        var again = await (await phone.OpenAsync(Link)).FollowAsync("Vi er flere som deler den");
        (await again.PressAsync("Ja")).Heading.ShouldBe("Takk for svaret");
        var round = await RoundAsync();
        (round.Yes, round.Somewhat, round.No).ShouldBe((1, 1, 0));
        phone.Cookies.Single(cookie => cookie.Name == "endre-puls").HttpOnly.ShouldBeTrue();
        typeof(PulseRoundRow)
            .GetProperties()
            .Select(column => column.Name)
            .Order(StringComparer.Ordinal)
            // Three numbers, and what the leader says.
            .ShouldBe([
                "Id",
                "LastDay",
                "No",
                "OpenedOn",
                "Question",
                "Somewhat",
                "UnitId",
                "Word",
                "WordById",
                "WordOn",
                "Yes",
            ]);
    }

    [Fact]
    public async Task Answers_and_choices_that_are_none_are_refused()
    {
        await ChooseAsync("Hver uke", "Opplever du plunder og heft i hverdagen?");
        await OpenAsync();
        using var phone = App.Browser();
        var page = await phone.OpenAsync(Link);
        var wrong = await phone.PostAsync(page, Link, ("answer", "kanskje"));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("Velg ja, litt eller nei.");
        (await phone.OpenAsync("/puls/ZZZZZZZZ")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var leader = App.As(fjord.Leader);
        var form = await leader.OpenAsync(Page);
        var unknown = await leader.PostAsync(form, Page, ("rhythm", "hver-time"), ("question", "everyday"));
        unknown.Messages.Single().ShouldBe("Velg et av alternativene.");
        var early = await leader.PostAsync(form, $"{Page}/{(await RoundAsync()).Id}/ord", ("word", "Alt er bra"));
        early.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var who in new[] { fjord.Colleague, fjord.Union })
        {
            using var browser = App.As(who);
            (await browser.OpenAsync(Page)).HasButton("Lagre").ShouldBeFalse(who.Name);
            var tried = await browser.PostAsync(
                await browser.OpenAsync($"/si-fra?enhet={fjord.Team}"),
                Page,
                ("rhythm", "off")
            );
            tried.Status.ShouldBe(HttpStatusCode.NotFound, who.Name);
        }
        using var outsider = App.As(fjord.Outsider);
        (await outsider.OpenAsync(Page)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Few_answers_are_no_numbers()
    {
        await ChooseAsync("Hver uke", "Opplever du plunder og heft i hverdagen?");
        await OpenAsync();
        for (var i = 0; i < 4; i++)
        {
            using var phone = App.Browser();
            await (await phone.OpenAsync(Link)).PressAsync("Ja");
        }
        await MoveAsync(days: -7);
        using var colleague = App.As(fjord.Colleague);
        var page = await colleague.OpenAsync(Page);
        page.Text.ShouldContain("Færre enn 5 har svart. Da viser vi ingen tall.");
        page.Text.ShouldContain("Lederen har ikke sagt noe om dette ennå.");
        using var later = App.Browser();
        var closed = await later.OpenAsync(Link);
        closed.Heading.ShouldBe("Ikke noe spørsmål nå");
        closed.HasLink("Vil du si hva?").ShouldBeTrue();
    }

    [Fact]
    public async Task The_clock_opens_a_round_in_the_morning_and_nobody_is_asked_at_night()
    {
        // Half past six on a Monday morning in Norway.
        await using var app = await AppUnderTest.StartAsync(
            new AppSetup { Now = new DateTimeOffset(2026, 3, 2, 5, 30, 0, TimeSpan.Zero) }
        );
        var there = await Fjord.OnAsync(app);
        var link = $"/puls/{PlaceCode.Of(there.Team)}";
        using var leader = app.As(there.Leader);
        var page = await leader.OpenAsync($"/enheter/{there.Team}/puls");
        page = await page.Fill("Hvor ofte", "weekly").Fill("Spørsmål", "last-week").PressAsync("Lagre");
        page.Text.ShouldContain("Åpner 2. mars 2026 kl. 7.");
        using var phone = app.Browser();
        (await phone.OpenAsync(link)).Heading.ShouldBe("Ikke noe spørsmål nå");
        app.Time.Advance(TimeSpan.FromMinutes(31));
        while (await app.InStorageAsync(d => d.PulseRounds.CountAsync()) == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        var asked = await phone.OpenAsync(link);
        asked.HasButton("Ja").ShouldBeTrue();
        app.Time.Advance(TimeSpan.FromHours(13));
        (await phone.OpenAsync(link)).Heading.ShouldBe("Vi spør om dagen");
        var late = await asked.PressAsync("Ja");
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("Spørsmålet er ikke åpent nå.");
    }

    private async Task ChooseAsync(string rhythm, string question)
    {
        using var leader = App.As(fjord.Leader);
        var page = await leader.OpenAsync(Page);
        string Value(string name, string label) =>
            page
                .Document.QuerySelectorAll($"select[name={name}] option")
                .Single(option => option.TextContent.Trim() == label)
                .GetAttribute("value")!;
        page.Fill("Hvor ofte", Value("rhythm", rhythm)).Fill("Spørsmål", Value("question", question));
        (await page.PressAsync("Lagre")).Text.ShouldContain("Lagret.");
    }

    // Other tests' units may be due too; only this one's rounds are counted.
    private async Task<int> OpenAsync()
    {
        var before = await CountAsync();
        await using var scope = App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OpenRounds>().OpenAsync(TestContext.Current.CancellationToken);
        return await CountAsync() - before;
    }

    private Task<int> CountAsync() =>
        App.InStorageAsync(d => d.PulseRounds.CountAsync(round => round.UnitId == fjord.Team));

    private Task<PulseRoundRow> RoundAsync() =>
        App.InStorageAsync(d => d.PulseRounds.SingleAsync(round => round.UnitId == fjord.Team));

    private Task<int> MoveAsync(int days, string? word = null) =>
        App.InStorageAsync(async d =>
        {
            var round = await d.PulseRounds.SingleAsync(row => row.UnitId == fjord.Team);
            await d
                .PulseRounds.Where(row => row.Id == round.Id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(row => row.OpenedOn, round.OpenedOn.AddDays(days))
                        .SetProperty(row => row.LastDay, round.LastDay.AddDays(days))
                        .SetProperty(row => row.Word, word)
                );
            return 1;
        });
}
