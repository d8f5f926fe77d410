using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Endre.Domain.Workshops.Running;
using Endre.Storage.Hassles;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Search;

/// <summary>The search page: what one may see is found and counted, and nothing else.</summary>
public sealed class SearchPageTests : IAsyncLifetime
{
    private Fjord fjord = null!;

    private AppUnderTest App => fjord.App;

    public async ValueTask InitializeAsync() => fjord = await Fjord.OnAsync(await AppUnderTest.StartAsync());

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task What_was_just_said_is_found_with_its_state_and_unit_and_leads_to_its_page()
    {
        await fjord.SayAsync(fjord.Kari, "Med navn", "Skriveren på vaktrommet står");
        using var browser = App.As(fjord.Colleague);
        var page = await browser.OpenAsync("/sok?q=skrivar");
        page.Heading.ShouldBe("Søk");
        page.TextOf("Plunder").ShouldContain("Team nord");
        page.TextOf("Plunder").ShouldContain("Venter på svar");
        page.Document.QuerySelectorAll("mark").Select(mark => mark.TextContent).ShouldBe(["Skriveren"]);
        var shown = await page.FollowAsync("Skriveren på vaktrommet står");
        shown.Path.ShouldStartWith("/plunder/");
    }

    [Fact]
    public async Task What_one_may_not_see_is_neither_found_nor_counted()
    {
        await fjord.SayAsync(null, "Anonym", "Skriveren på vaktrommet står");
        await fjord.SayAsync(null, "Anonym", "Skriveren på lærerværelset står", unit: fjord.Neighbor);
        foreach (var who in new[] { fjord.Kari, fjord.Leader, fjord.Union })
            (await SearchAsync(who, "skriveren")).Text.ShouldContain("1 treff på «skriveren»");
        var outside = await SearchAsync(fjord.Outsider, "skriveren");
        outside.Text.ShouldNotContain("vaktrommet");
        outside.Text.ShouldContain("1 treff på «skriveren»");
        (await SearchAsync(fjord.Director, "skriveren")).Text.ShouldContain("2 treff på «skriveren»");
        // Being an administrator gives nothing of what was said.
        (await SearchAsync(fjord.Administrator, "skriveren")).Text.ShouldContain("Ingen treff på «skriveren»");
    }

    [Fact]
    public async Task Somebody_who_moves_sees_what_the_new_unit_said_and_no_more_of_the_old_one()
    {
        await fjord.SayAsync(null, "Anonym", "Skriveren på vaktrommet står");
        (await SearchAsync(fjord.Colleague, "skriveren")).Text.ShouldContain("1 treff");
        await App.InStorageAsync(database =>
            database
                .Memberships.Where(place => place.PersonId == fjord.Colleague.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(place => place.UnitId, fjord.Neighbor))
        );
        (await SearchAsync(fjord.Colleague, "skriveren")).Text.ShouldContain("Ingen treff");
    }

    [Fact]
    public async Task An_answer_is_found_too_and_what_is_withdrawn_is_gone_at_once()
    {
        var said = await fjord.SayAsync(null, "Anonym", "Skriveren på vaktrommet står");
        using var leader = App.As(fjord.Leader);
        var id = await App.InStorageAsync(database => database.Hassles.Select(row => row.Id).SingleAsync());
        var one = await leader.OpenAsync($"/plunder/{id}");
        await one.Tick("Gjør vi")
            .Fill("Svar med ord (valgfritt)", "Leverandøren bytter trommelen")
            .PressAsync("Send svaret");
        var page = await SearchAsync(fjord.Kari, "trommel");
        page.TextOf("Plunder").ShouldContain("Leverandøren bytter trommelen");
        page.TextOf("Plunder").ShouldContain("Gjør vi");

        using var writer = App.Browser();
        var claim = await writer.OpenAsync("/si-fra/svar");
        claim = await claim.Fill("Svarkode", Fjord.CodeOn(said)).PressAsync("Vis svaret");
        await claim.PressAsync("Trekk tilbake og slett teksten");
        (await SearchAsync(fjord.Kari, "skriveren")).Text.ShouldContain("Ingen treff");
        (await SearchAsync(fjord.Kari, "trommel")).Text.ShouldContain("Ingen treff");
    }

    [Fact]
    public async Task Words_that_were_taken_out_behind_its_back_are_not_found_by_what_stood_there()
    {
        await fjord.SayAsync(null, "Anonym", "Skriveren til Petter står");
        (await SearchAsync(fjord.Kari, "petter")).Text.ShouldContain("1 treff");
        await App.InStorageAsync(database =>
            database.Hassles.ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, "Skriveren står"))
        );
        (await SearchAsync(fjord.Kari, "petter")).Text.ShouldContain("Ingen treff");
    }

    [Fact]
    public async Task Units_are_found_by_everybody_and_people_by_administrators_only()
    {
        var page = await SearchAsync(fjord.Kari, "heimetenesta");
        page.TextOf("Enheter").ShouldContain("Hjemmetjenesten");
        (await SearchAsync(fjord.Kari, "kollega")).Text.ShouldContain("Ingen treff");
        (await SearchAsync(fjord.Administrator, "kolega nils")).TextOf("Personer").ShouldContain("Kollega Nils");
    }

    [Fact]
    public async Task Workshops_are_found_by_what_has_been_shown_of_them_by_whoever_leads_or_takes_part()
    {
        var workshop = await App.WorkshopAsync("Nattevakter i Fjordvik");
        await workshop.GoToAsync("question-1-write");
        using var colleague = App.As(fjord.Colleague);
        (await colleague.OpenAsync("/sok?q=nattevakt")).Text.ShouldContain("Ingen treff");
        using var device = App.Api();
        var joined = await ReadAsync(
            await device.PostAsJsonAsync(new Uri("/api/v1/join", UriKind.Relative), new { code = workshop.Code })
        );
        var token = joined.GetProperty("token").GetString()!;
        device.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        await ReadAsync(
            await device.PostAsJsonAsync(
                new Uri($"/api/v1/workshops/{workshop.Id}/notes", UriKind.Relative),
                new
                {
                    id = Guid.CreateVersion7(),
                    questionId = "question-1",
                    half = "a",
                    text = "Vi mangler løftebelter",
                }
            )
        );
        colleague.Keep(new Cookie($"endre-deltaker-{workshop.Id:N}", token));

        // Before the notes are revealed nobody finds one that is not their own.
        (await colleague.OpenAsync("/sok?q=nattevakt"))
            .TextOf("Verksteder")
            .ShouldContain("Nattevakter i Fjordvik");
        (await SearchAsync(workshop.Facilitator, "nattevakt")).TextOf("Verksteder").ShouldContain("Åpent");
        (await SearchAsync(workshop.Facilitator, "løftebelte")).Text.ShouldContain("Ingen treff");
        await workshop.ChangeAsync(new Reveal(joined.GetProperty("groupId").GetString(), "question-1"));
        (await colleague.OpenAsync("/sok?q=loeftebelte")).TextOf("Verksteder").ShouldContain("Vi mangler løftebelter");
        (await SearchAsync(fjord.Kari, "løftebelte")).Text.ShouldContain("Ingen treff");
    }

    [Fact]
    public async Task Many_hits_are_shown_kind_by_kind_and_page_by_page()
    {
        for (var i = 1; i <= 45; i++)
            await AddAsync($"Skriver nummer {i} står");
        using var browser = App.As(fjord.Kari);
        var page = await browser.OpenAsync("/sok?q=skriver");
        page.Document.QuerySelectorAll("section li").Length.ShouldBe(5);
        page = await page.FollowAsync("Vis alle i Plunder (45)");
        page.Document.QuerySelectorAll("section li").Length.ShouldBe(20);
        page.Text.ShouldContain("Side 1 av 3");
        page = await page.FollowAsync("Neste");
        page = await page.FollowAsync("Neste");
        page.Document.QuerySelectorAll("section li").Length.ShouldBe(5);
        page.HasLink("Neste").ShouldBeFalse();
    }

    [PostgresFact]
    public async Task Another_node_finds_it_some_seconds_later()
    {
        await using var storage = await TestDatabase.UpgradedAsync(DatabaseKind.Postgres);
        await using var first = await AppUnderTest.StartAsync(new AppSetup { Storage = storage });
        await using var second = await AppUnderTest.StartAsync(new AppSetup { Storage = storage });
        var people = await Fjord.OnAsync(first);
        using var there = second.As(people.Kari);
        (await there.OpenAsync("/sok?q=skriveren")).Text.ShouldContain("Ingen treff");
        await people.SayAsync(null, "Anonym", "Skriveren på vaktrommet står");
        second.Time.Advance(TimeSpan.FromSeconds(5));
        (await there.OpenAsync("/sok?q=skriveren")).Text.ShouldContain("1 treff");
    }

    [Fact]
    public async Task Too_much_is_refused_at_the_field_and_nothing_is_asked_again()
    {
        var page = await SearchAsync(fjord.Kari, new string('a', 201));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.Single().ShouldContain("200");
        page.ValueOf("Hva leter du etter?").Length.ShouldBe(201);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    public async Task An_empty_field_shows_the_field_and_nothing_else(string typed)
    {
        var page = await SearchAsync(fjord.Kari, typed);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Hva leter du etter?");
        page.Text.ShouldNotContain("treff");
    }

    [Fact]
    public async Task Markup_in_what_was_said_or_typed_is_shown_and_not_obeyed()
    {
        await fjord.SayAsync(null, "Anonym", "<b>Skriveren</b> & <script>alert(1)</script>");
        var page = await SearchAsync(fjord.Kari, "skriveren <script>");
        page.Document.QuerySelectorAll("main script, main b").ShouldBeEmpty();
        page.Text.ShouldContain("<b>Skriveren</b> & <script>");
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to()
    {
        using var stranger = App.Browser();
        (await stranger.OpenAsync("/sok?q=skriver")).Path.ShouldStartWith("/logg-inn");
    }

    [Theory]
    [InlineData("nn", "Kva leitar du etter?", "Ingen treff på «skrivar»")]
    [InlineData("en", "What are you looking for?", "No hits for “skrivar”")]
    public async Task It_speaks_the_readers_language(string language, string label, string none)
    {
        using var browser = App.As(fjord.Kari);
        browser.Keep(new Cookie("endre-sprak", language));
        var page = await browser.OpenAsync("/sok?q=skrivar");
        page.ValueOf(label).ShouldBe("skrivar");
        page.Text.ShouldContain(none);
    }

    private async Task<TestPage> SearchAsync(TestPerson who, string typed)
    {
        using var browser = App.As(who);
        return await browser.OpenAsync($"/sok?q={Uri.EscapeDataString(typed)}");
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task AddAsync(string text) =>
        App.InStorageAsync(async database =>
        {
            database.Add(
                new HassleRow
                {
                    Id = Domain.Hassles.HassleId.New(),
                    UnitId = fjord.Team,
                    Speaker = "anonymous",
                    Text = text,
                    Week = new DateOnly(2026, 3, 2),
                    State = "waiting",
                }
            );
            return await database.SaveChangesAsync();
        });
}
