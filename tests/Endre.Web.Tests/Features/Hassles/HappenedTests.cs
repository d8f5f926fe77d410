using System.Net;
using AngleSharp.Dom;
using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Removals;
using Endre.Storage.Hassles;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>«Dette skjedde»: the page of a unit and the screen on its wall.</summary>
public sealed class HappenedTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private readonly Fjord fjord = shared.Fjord;
    private string team = "";

    private AppUnderTest App => fjord.App;

    private string Page => $"/enheter/{fjord.Team}/dette-skjedde";

    public async ValueTask InitializeAsync() => team = await fjord.NewTeamAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Newest_removals_come_first_then_what_is_on_its_way_then_no_with_the_reason_then_what_waits()
    {
        await SaidAsync("Venter lengst", 40);
        await SaidAsync("Venter kort", 8);
        var no = await SaidAsync("Koden på skriveren", 20);
        await DoAsync(no, new AnswerHassle(fjord.Leader.Id, HassleState.WillNot, "Av hensyn til pasientene", 0), 12);
        var onItsWay = await SaidAsync("Nøklene", 20);
        await DoAsync(onItsWay, new AnswerHassle(fjord.Leader.Id, HassleState.WillDo, "Skap er bestilt", 0), 12);
        await RemovedAsync(await SaidAsync("Borte først", 30), "Gjort da", 14);
        await RemovedAsync(await SaidAsync("Borte sist", 90), "Gjort nå", 1);

        using var browser = App.As(fjord.Colleague);
        var page = await browser.OpenAsync(Page);
        InOrder(
            page.Text,
            "Borte sist",
            "Borte først",
            "Nøklene",
            "Koden på skriveren",
            "Venter lengst",
            "Venter kort"
        );
        page.TextOf("Gjør vi ikke").ShouldContain("Hvorfor ikke: Av hensyn til pasientene");
        page.TextOf("På vei").ShouldContain("Svar: Skap er bestilt");
        page.TextOf("Venter på svar").ShouldContain("Har ventet 6 uker");
        page.TextOf("Venter på svar").ShouldContain("Har ventet 2 uker");
        Facts(page)
            .ShouldBe([
                "Borte: 2",
                "På vei: 1",
                "Gjør vi ikke: 1",
                "Venter på svar: 2",
                "Spart: ukjent Kjent for 0 av 2",
            ]);
    }

    [Fact]
    public async Task A_price_that_nobody_knows_is_unknown_and_the_sum_says_of_how_many()
    {
        await RemovedAsync(await SaidAsync("Uten tall", 20), "Gjort", 1);
        await RemovedAsync(await SaidAsync("Bare minutter", 20, new Effort(10, null, null)), "Gjort", 1);
        await RemovedAsync(await SaidAsync("Med tall", 20, new Effort(10, 5, 8)), "Gjort", 1);
        using var browser = App.As(fjord.Colleague);
        var page = await browser.OpenAsync(Page);
        page.TextOf("Borte").ShouldContain("Før ukjent Nå 0 timer i året Spart ukjent");
        Facts(page)[^1].ShouldBe("Spart: ca. 307 timer i året Kjent for 1 av 3");
        var worse = await SaidAsync("Ble verre", 20, new Effort(10, 5, 1));
        await DoAsync(
            worse,
            new RemoveHassle(Witness.Answerer, fjord.Leader.Id, "Nytt skjema", new Effort(20, null, null), 0),
            1
        );
        (await browser.OpenAsync(Page)).TextOf("Borte").ShouldContain("Koster mer ca. 38 timer i året");
    }

    [Fact]
    public async Task The_way_it_was_said_decides_whose_name_stands_there()
    {
        foreach (var speaker in Enum.GetValues<Speaker>())
        {
            await RemovedAsync(await SaidAsync($"Sagt {speaker}", 20, speaker: speaker), "Gjort", 1);
        }
        await ShouldShowNameAsync(fjord.Leader, times: 2);
        await ShouldShowNameAsync(fjord.Colleague, times: 1);
        await ShouldShowNameAsync(fjord.Union, times: 0);
        foreach (var who in new[] { fjord.Outsider, fjord.Administrator })
        {
            using var browser = App.As(who);
            (await browser.OpenAsync(Page)).Status.ShouldBe(HttpStatusCode.NotFound, who.Name);
            (await browser.OpenAsync($"{Page}/skjerm")).Status.ShouldBe(HttpStatusCode.NotFound, who.Name);
        }
        using var stranger = App.Browser();
        (await stranger.OpenAsync(Page)).Path.ShouldStartWith("/logg-inn");
    }

    [Fact]
    public async Task An_empty_page_helps_and_the_way_there_goes_by_plunder_and_the_unit()
    {
        using var browser = App.As(fjord.Colleague);
        var page = await browser.OpenAsync("/plunder");
        page = await page.FollowAsync("Dette skjedde");
        page.Path.ShouldBe("/dette-skjedde");
        page = await page.FollowAsync(team);
        page.Text.ShouldContain("Ingen har sagt fra ennå");
        page.HasLink("Si fra").ShouldBeTrue();
        (await browser.OpenAsync($"/enheter/{fjord.Team}")).HasLink("Dette skjedde").ShouldBeTrue();
        using var outsider = App.As(fjord.Outsider);
        (await outsider.OpenAsync($"/enheter/{fjord.Team}")).HasLink("Dette skjedde").ShouldBeFalse();
    }

    [Theory]
    [InlineData("nn", "Dette skjedde", "Borte", "Spart")]
    [InlineData("en", "What happened", "Gone", "Saved")]
    public async Task It_speaks_all_languages(string language, string title, string gone, string saved)
    {
        await RemovedAsync(await SaidAsync("Uten tall", 20), "Gjort", 1);
        using var browser = App.As(fjord.Colleague);
        browser.Keep(new Cookie("endre-sprak", language));
        var page = await browser.OpenAsync(Page);
        page.Heading.ShouldBe(title);
        page.TextOf(gone).ShouldContain(saved);
    }

    [Fact]
    public async Task A_wall_reads_by_its_link_without_names_and_only_what_the_leader_lets_on()
    {
        foreach (var speaker in Enum.GetValues<Speaker>())
        {
            await RemovedAsync(await SaidAsync($"Sagt {speaker}", 20, speaker: speaker), "Gjort slik", 1);
        }
        var link = await MakeScreenAsync("Vaktrommet");
        using var wall = App.Browser();
        var screen = await wall.OpenAsync(link);
        foreach (var speaker in Enum.GetValues<Speaker>())
        {
            screen.Text.ShouldContain($"Sagt {speaker}");
        }
        screen.Text.ShouldContain("Gjort slik");
        var html = screen.Document.DocumentElement.OuterHtml;
        html.ShouldNotContain("Kari Sier");
        html.ShouldNotContain("Lise Leder");
        screen.Document.QuerySelectorAll("svg[role=img]").Length.ShouldBe(1);
        screen.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        screen.Buttons.ShouldAllBe(button => button == "Pause" || button == "Neste", "it is to read");
        html.ShouldContain("<noscript><meta http-equiv=\"refresh\"");

        using var leader = App.As(fjord.Leader);
        var screens = await leader.OpenAsync($"{Page}/skjermer");
        screens.Text.ShouldNotContain(link);
        screens = await screens.PressAsync("Ta bort fra skjermen: Sagt Leader");
        screens.Text.ShouldContain("Vises ikke");
        (await wall.OpenAsync(link)).Text.ShouldNotContain("Sagt Leader");
        await screens.PressAsync("Vis på skjermen: Sagt Leader");
        (await wall.OpenAsync(link)).Text.ShouldContain("Sagt Leader");
        await DoAsync(await IdAsync("Sagt Named"), new WithdrawHassle(), 0);
        (await wall.OpenAsync(link)).Text.ShouldNotContain("Sagt Named");

        screens = await leader.OpenAsync($"{Page}/skjermer");
        screens = await screens.PressAsync("Fjern Vaktrommet");
        screens.Text.ShouldContain("Lenka virker ikke lenger.");
        (await wall.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await wall.OpenAsync("/skjerm/finnes-ikke")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_those_who_answer_for_the_unit_make_screens_and_a_screen_needs_a_name()
    {
        foreach (var who in new[] { fjord.Colleague, fjord.Union, fjord.Outsider })
        {
            using var browser = App.As(who);
            (await browser.OpenAsync($"{Page}/skjermer")).Status.ShouldBe(HttpStatusCode.NotFound, who.Name);
            var form = await browser.OpenAsync($"/si-fra?enhet={fjord.Team}");
            var tried = await browser.PostAsync(form, $"{Page}/skjermer", ("name", "Min egen"));
            tried.Status.ShouldBe(HttpStatusCode.NotFound, who.Name);
        }
        using var leader = App.As(fjord.Leader);
        var page = await leader.OpenAsync($"{Page}/skjermer");
        page = await page.PressAsync("Lag lenke");
        page.Messages.Single().ShouldBe("Skriv hvor skjermen henger.");
        for (var i = 0; i < 10; i++)
        {
            await MakeScreenAsync($"Rom {i}");
        }
        page = await page.Fill("Hvor henger den?", "Rom 10").PressAsync("Lag lenke");
        page.Messages.Single().ShouldStartWith("En enhet kan ha 10 skjermer.");
        page.ValueOf("Hvor henger den?").ShouldBe("Rom 10");
    }

    [Fact]
    public async Task A_wall_s_link_outlives_a_restart()
    {
        await using var storage = await TestDatabase.UpgradedAsync(DatabaseKind.Sqlite);
        string link;
        await using (var first = await AppUnderTest.StartAsync(new AppSetup { Storage = storage }))
        {
            var there = await Fjord.OnAsync(first);
            using var leader = first.As(there.Leader);
            var page = await leader.OpenAsync($"/enheter/{there.Team}/dette-skjedde/skjermer");
            page = await page.Fill("Hvor henger den?", "Gangen").PressAsync("Lag lenke");
            link = LinkOn(page);
        }
        await using var second = await AppUnderTest.StartAsync(new AppSetup { Storage = storage });
        using var wall = second.Browser();
        (await wall.OpenAsync(link)).Text.ShouldContain("Det første som blir sagt, vises her.");
    }

    private async Task<string> MakeScreenAsync(string name)
    {
        using var leader = App.As(fjord.Leader);
        var page = await leader.OpenAsync($"{Page}/skjermer");
        return LinkOn(await page.Fill("Hvor henger den?", name).PressAsync("Lag lenke"));
    }

    private static string LinkOn(TestPage page) =>
        new Uri(page.Document.GetElementById("wall-link")!.TextContent.Trim()).PathAndQuery;

    private async Task ShouldShowNameAsync(TestPerson reader, int times)
    {
        using var browser = App.As(reader);
        var page = await browser.OpenAsync(Page);
        page.TextOf("Borte").Split("Kari Sier").Length.ShouldBe(times + 1, reader.Name);
        var screen = await browser.OpenAsync($"{Page}/skjerm");
        screen.Status.ShouldBe(HttpStatusCode.OK);
        screen.Document.DocumentElement.OuterHtml.ShouldNotContain("Kari Sier");
    }

    private async Task<Guid> SaidAsync(
        string text,
        int daysAgo,
        Effort? effort = null,
        Speaker speaker = Speaker.Anonymous
    )
    {
        var say = new SayHassle(
            HassleId.New(),
            fjord.Team,
            speaker,
            text,
            effort ?? Effort.Unknown,
            Name: null,
            speaker == Speaker.Anonymous ? null : fjord.Kari.Id,
            $"{Guid.CreateVersion7():N}"
        );
        await App.InStorageAsync(d => d.SayAsync(say, Today.AddDays(-daysAgo), CancellationToken.None));
        return say.Id;
    }

    private Task RemovedAsync(Guid id, string done, int daysAgo) =>
        DoAsync(id, new RemoveHassle(Witness.Answerer, fjord.Leader.Id, done, Effort.Unknown, After: 0), daysAgo);

    private async Task DoAsync(Guid id, HassleCommand command, int daysAgo) =>
        (
            await App.InStorageAsync(d =>
                d.DoWithHassleAsync(id, command, Today.AddDays(-daysAgo), CancellationToken.None)
            )
        ).ShouldBeNull();

    private Task<Guid> IdAsync(string text) =>
        App.InStorageAsync(d =>
            d.Hassles.Where(h => h.UnitId == fjord.Team && h.Text == text).Select(h => h.Id).SingleAsync()
        );

    // What stands on top, before the lists.
    private static List<string> Facts(TestPage page) =>
        [
            .. page
                .Document.QuerySelector("main dl")!
                .Children.Select(fact => $"{Words(fact.FirstElementChild!)}: {Words(fact.LastElementChild!)}"),
        ];

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void InOrder(string text, params string[] parts)
    {
        var at = parts.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToList();
        at.ShouldAllBe(place => place >= 0);
        at.ShouldBe(at.Order());
    }
}
