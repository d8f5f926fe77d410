using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Endre.Domain.Hassles;
using Endre.Domain.Hassles.MeToos;
using Endre.Domain.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>«Meg også» instead of saying it again: by whoever sees it, once each, and taken back.</summary>
public sealed class MeTooTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private const string Address = "/api/v1/hassles/me-too";
    private const string Text = "Skriveren i gangen står hver morgen";

    private Fjord Fjord => shared.Fjord;

    private AppUnderTest App => shared.App;

    public async ValueTask InitializeAsync()
    {
        await shared.ClearAsync();
        await Fjord.NewTeamAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Without_script_one_sees_what_resembles_it_and_says_me_too_without_losing_what_was_written()
    {
        await FillTeamAsync();
        var id = await shared.SaidAsync(Text, minutes: 10);
        using var nils = App.As(Fjord.Colleague);
        var page = await nils.OpenAsync($"/si-fra?enhet={Fjord.Team}");
        page = await page.Tick("Med navn")
            .Fill("Hva er det?", "Skriveren i gangen står")
            .PressAsync("Se om det er sagt før");
        page.Text.ShouldContain(Text);
        page.Text.ShouldContain("Venter");
        page = await page.PressAsync($"Meg også: {Text}");
        page.Heading.ShouldBe("Du er regnet med");
        page.Text.ShouldContain("Gjelder 2");
        page.Text.ShouldContain("Kontoen din lagres");
        // It is one more in the price: 10 minutes, five times a week, two people.
        (await nils.OpenAsync("/plunder")).Text.ShouldContain("77 timer i året");

        page = await page.PressAsync("Skriv videre på ditt eget");
        page.ValueOf("Hva er det?").ShouldBe("Skriveren i gangen står");
        (await App.InStorageAsync(d => d.Hassles.CountAsync())).ShouldBe(1);
        page = await (await page.PressAsync("Se om det er sagt før")).PressAsync("Send det jeg skrev");
        page.Heading.ShouldBe("Takk, det er sendt");
        (await MarksAsync(id)).ShouldBe(1);
    }

    [Fact]
    public async Task On_the_page_of_what_was_said_it_is_one_press_and_one_to_take_it_back()
    {
        await FillTeamAsync();
        var id = await shared.SaidAsync(Text);
        using var nils = App.As(Fjord.Colleague);
        var page = await (await nils.OpenAsync($"/plunder/{id}")).PressAsync("Meg også");
        page.Text.ShouldContain("Du er regnet med");
        page.Text.ShouldContain("Gjelder 2");
        page.HasButton("Meg også").ShouldBeFalse();
        await nils.PostAsync(page, $"/plunder/{id}/meg-ogsa");
        (await MarksAsync(id)).ShouldBe(1);
        using var leader = App.As(Fjord.Leader);
        (await leader.OpenAsync("/plunder/a-svare")).Text.ShouldContain("Gjelder 2");
        (await leader.OpenAsync($"/enheter/{Fjord.Team}/dette-skjedde")).Text.ShouldContain("Gjelder 2");
        page = await page.PressAsync("Angre");
        page.Text.ShouldContain("Du er ikke regnet med");
        (await leader.OpenAsync("/plunder/a-svare")).Text.ShouldNotContain("Gjelder");
        (await MarksAsync(id)).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_does_not_see_it_meets_nothing_there()
    {
        var id = await shared.SaidAsync(Text);
        using var nora = App.As(Fjord.Outsider);
        var page = await nora.OpenAsync("/si-fra");
        (await nora.PostAsync(page, $"/plunder/{id}/meg-ogsa")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await nora.PostAsync(page, "/si-fra/meg-ogsa", ("meToo", $"{id}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var stranger = App.Browser();
        page = await stranger.OpenAsync($"/si-fra/{Door}");
        // It waits: nobody has read it yet, so no door shows it.
        (await stranger.PostAsync(page, "/si-fra/meg-ogsa", ("meToo", $"{id}"), ("place", Door))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await MarksAsync(id)).ShouldBe(0);
    }

    [Fact]
    public async Task At_the_door_one_sees_what_the_screen_may_show_and_nothing_else()
    {
        var shown = await AnsweredAsync("Skriveren i gangen står hver dag");
        await shared.SaidAsync("Skriveren i gangen står og venter på papir");
        var hidden = await AnsweredAsync("Skriveren i gangen står fordi Ola er sen");
        using var leader = App.As(Fjord.Leader);
        var happened = await leader.OpenAsync($"/enheter/{Fjord.Team}/dette-skjedde");
        await leader.PostAsync(happened, $"/plunder/{hidden}/skjerm", ("show", "false"));
        await AnsweredAsync("Skriveren i gangen står på skolen", unit: Fjord.Neighbor);
        var query = $"q={Uri.EscapeDataString("Skriveren i gangen står")}";
        var found = (await SimilarAsync($"{query}&placeCode={Door}")).ShouldHaveSingleItem();
        found.GetProperty("id").GetGuid().ShouldBe(shown);
        found.GetProperty("state").GetString().ShouldBe("will-do");
        // Without the code at the door a stranger sees nothing, whatever unit is named.
        (await SimilarAsync($"{query}&unitId={Fjord.Team}")).ShouldBeEmpty();
        (await SimilarAsync(query)).ShouldBeEmpty();

        using var stranger = App.Browser();
        var page = await stranger.OpenAsync($"/si-fra/{Door}");
        page.Document.QuerySelector("[data-similar]").ShouldNotBeNull().GetAttribute("data-place").ShouldBe(Door);
        page = await page.Fill("Hva er det?", "Skriveren i gangen står").PressAsync("Se om det er sagt før");
        page.Text.ShouldNotContain("Ola");
        page = await page.PressAsync("Meg også: Skriveren i gangen står hver dag");
        page.Text.ShouldContain("Et avtrykk".ToLowerInvariant());
        // Again, from the same device: once. From another: once more.
        page = await stranger.OpenAsync($"/si-fra/{Door}");
        await stranger.PostAsync(page, "/si-fra/meg-ogsa", ("meToo", $"{shown}"), ("place", Door));
        (await MarksAsync(shown)).ShouldBe(1);
        using var other = App.Browser();
        page = await other.OpenAsync($"/si-fra/{Door}");
        page = await other.PostAsync(page, "/si-fra/meg-ogsa", ("meToo", $"{shown}"), ("place", Door));
        (await MarksAsync(shown)).ShouldBe(2);
        page = await page.PressAsync("Angre");
        page.Heading.ShouldBe("Du er ikke regnet med");
        (await MarksAsync(shown)).ShouldBe(1);
    }

    [Fact]
    public async Task Where_few_work_the_number_is_not_told_and_is_not_in_the_price()
    {
        var id = await shared.SaidAsync(Text, minutes: 10);
        using var nils = App.As(Fjord.Colleague);
        var page = await (await nils.OpenAsync($"/plunder/{id}")).PressAsync("Meg også");
        page.Text.ShouldContain("Gjelder flere");
        page.Text.ShouldNotContain("Gjelder 2");
        page.Text.ShouldContain("38 timer i året");
    }

    [Fact]
    public async Task Somebody_signed_in_who_chose_anonymous_is_counted_by_the_device()
    {
        var id = await shared.SaidAsync(Text);
        using var nils = App.As(Fjord.Colleague);
        var page = await nils.OpenAsync($"/si-fra?enhet={Fjord.Team}");
        page = await page.Tick("Anonym").Fill("Hva er det?", Text).PressAsync("Se om det er sagt før");
        page = await page.PressAsync($"Meg også: {Text}");
        page.Text.ShouldContain("avtrykk");
        var mark = await App.InStorageAsync(d => d.HassleMeToos.SingleAsync(row => row.HassleId == id));
        mark.PersonId.ShouldBeNull();
        mark.DeviceHash.ShouldNotBeNull();
    }

    [Fact]
    public async Task By_program_a_person_and_a_device_count_once_each_and_take_it_back()
    {
        await FillTeamAsync();
        var hassleId = await AnsweredAsync(Text);
        using var nils = App.Api(Fjord.Colleague.Token);
        using var nobody = App.Api();
        var deviceSecret = DeviceSecret.New();
        (await PostAsync(nils, new { hassleId })).ShouldBe((HttpStatusCode.OK, 2));
        (await PostAsync(nils, new { hassleId })).ShouldBe((HttpStatusCode.OK, 2));
        var atDoor = new
        {
            hassleId,
            deviceSecret,
            placeCode = Door,
        };
        (await PostAsync(nobody, atDoor)).ShouldBe((HttpStatusCode.OK, 3));
        (await PostAsync(nobody, atDoor)).ShouldBe((HttpStatusCode.OK, 3));
        (await PostAsync(nobody, new { hassleId, deviceSecret })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(nobody, atDoor with { deviceSecret = "kort" })).Status.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await PostAsync(nils, new { hassleId = Guid.CreateVersion7() })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(nils, new { hassleId = "hallo" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var withdrawn = App.Api("ea_finnes-ikke");
        (await PostAsync(withdrawn, atDoor)).Status.ShouldBe(HttpStatusCode.Unauthorized);

        var undone = await nobody.PostAsJsonAsync(
            new Uri($"{Address}/undo", UriKind.Relative),
            new { hassleId, deviceSecret }
        );
        undone.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(nils, new { hassleId })).ShouldBe((HttpStatusCode.OK, 2));
    }

    [Fact]
    public async Task What_is_gone_takes_no_more()
    {
        var id = await shared.SaidAsync(Text);
        using var leader = App.As(Fjord.Leader);
        var page = await leader.OpenAsync($"/plunder/{id}/borte");
        page = await page.Fill("Hva ble gjort?", "Ny skriver").PressAsync("Si at det er borte");
        page.Text.ShouldContain("Ny skriver");
        using var nils = App.Api(Fjord.Colleague.Token);
        (await PostAsync(nils, new { hassleId = id })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var browser = App.As(Fjord.Colleague);
        (await browser.OpenAsync($"/plunder/{id}")).HasButton("Meg også").ShouldBeFalse();
    }

    private string Door => PlaceCode.Of(Fjord.Team);

    private static async Task<(HttpStatusCode Status, int? Hits)> PostAsync(HttpClient api, object body)
    {
        var answer = await api.PostAsJsonAsync(new Uri(Address, UriKind.Relative), body);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, json.TryGetProperty("hits", out var hits) ? hits.GetInt32() : null);
    }

    private async Task<List<JsonElement>> SimilarAsync(string query)
    {
        using var api = App.Api();
        var answer = await api.GetAsync(new Uri($"/api/v1/hassles/similar?{query}", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray()];
    }

    private Task<int> MarksAsync(Guid id) =>
        App.InStorageAsync(d => d.HassleMeToos.CountAsync(row => row.HassleId == id));

    private async Task<Guid> AnsweredAsync(string text, Guid? unit = null)
    {
        var id = await shared.SaidAsync(text, unit: unit);
        var leader = unit is null ? Fjord.Leader : shared.Headmaster;
        using var browser = App.As(leader);
        var page = await browser.OpenAsync($"/plunder/{id}");
        page = await page.Tick("Gjør vi").PressAsync("Send svaret");
        page.Text.ShouldContain("Svaret er sendt");
        return id;
    }

    // So many that a number tells nobody who.
    private async Task FillTeamAsync()
    {
        for (var more = 0; more < 3; more++)
            await Fjord.PersonAsync($"Ansatt {more} {Guid.CreateVersion7():N}", Fjord.Team, UnitRole.Employee);
    }
}
