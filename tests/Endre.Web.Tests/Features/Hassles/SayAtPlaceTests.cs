using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Endre.Domain.Hassles;
using Endre.Storage.Hassles;
using Endre.Storage.Places;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>From the code at the door: the place comes with it, is told before one writes, and can be left out.</summary>
public sealed class SayAtPlaceTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private Fjord Fjord => shared.Fjord;

    public async ValueTask InitializeAsync()
    {
        await shared.ClearAsync();
        await Fjord.NewTeamAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("Anonym", "anonymous")]
    [InlineData("Med navn", "named")]
    [InlineData("Navn bare til leder", "leader")]
    public async Task The_place_comes_with_the_code_is_promised_and_stored_and_nothing_more_of_a_nobody(
        string way,
        string word
    )
    {
        var place = await shared.PlaceAsync(Fjord.Team, "Skyllerom 2 (3. etasje)", "Dekontaminator");
        using var phone = shared.App.Browser();
        // As somebody types it from the sheet.
        var page = await phone.OpenAsync($"/si-fra/{place.Code[..4]}-{place.Code[4..]}".ToLowerInvariant());
        page.Text.ShouldContain("Sted: Skyllerom 2 (3. etasje) · Dekontaminator");
        page.Text.ShouldContain("Ikke her?");
        page.Document.GetElementById($"stored-{word}")!.TextContent.ShouldContain("stedet når det er valgt");
        page.Tick(way).Fill("Hva er det?", "Den går i lås");
        if (word != "anonymous")
            page.Fill("Navnet ditt (valgfritt)", "Solveig");
        page = await page.PressAsync("Send");
        page.Text.ShouldContain("Sted: Skyllerom 2 (3. etasje) · Dekontaminator");
        page.AddressOf("Si fra om noe mer").ShouldBe($"/si-fra/{place.Code}");
        var row = await RowAsync();
        (row.UnitId, row.PlaceId, row.Speaker).ShouldBe((Fjord.Team, place.Id, word));
        (row.PersonId, row.Day is null, row.Name is null).ShouldBe((null, word == "anonymous", word == "anonymous"));
    }

    [Fact]
    public async Task The_place_is_changed_or_left_out_and_stands_after_a_refusal()
    {
        var here = await shared.PlaceAsync(Fjord.Team, "Rom 1");
        var there = await shared.PlaceAsync(Fjord.Team, "Rom 2");
        using var phone = shared.App.Browser();
        var page = await phone.OpenAsync($"/si-fra/{here.Code}");
        page.ValueOf("Hvor er det? (valgfritt)").ShouldBe($"{here.Id}");
        page = await page.Tick("Anonym").Fill("Hvor er det? (valgfritt)", $"{there.Id}").PressAsync("Send");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Sted: Rom 2");
        await page.Fill("Hva er det?", "Døra henger").PressAsync("Send");
        (await RowAsync()).PlaceId.ShouldBe(there.Id);

        await shared.ClearAsync();
        page = await phone.OpenAsync($"/si-fra/{here.Code}");
        page = await page.Tick("Anonym")
            .Fill("Hva er det?", "Døra henger")
            .Fill("Hvor er det? (valgfritt)", "")
            .PressAsync("Send");
        page.Text.ShouldNotContain("Sted:");
        (await RowAsync()).PlaceId.ShouldBeNull();

        // From the unit's own code a place can be chosen, and a unit without places asks for none.
        page = await phone.OpenAsync($"/si-fra/{PlaceCode.Of(Fjord.Team)}");
        page.ValueOf("Hvor er det? (valgfritt)").ShouldBe("");
        page.Document.GetElementById("stored-anonymous")!.TextContent.ShouldContain("stedet når det er valgt");
        page = await phone.OpenAsync($"/si-fra?enhet={Fjord.Department}");
        page.Document.QuerySelector("[name=placeId]").ShouldBeNull();
        page.Document.GetElementById("stored-anonymous")!.TextContent.ShouldNotContain("stedet");
    }

    [Fact]
    public async Task A_retired_code_leads_to_the_unit_says_so_and_what_was_begun_before_keeps_its_place()
    {
        var place = await shared.PlaceAsync(Fjord.Team, "Rom 1");
        using var phone = shared.App.Browser();
        var begun = await phone.OpenAsync($"/si-fra/{place.Code}");
        await RetireAsync(place);
        await begun.Tick("Anonym").Fill("Hva er det?", "Døra henger").PressAsync("Send");
        (await RowAsync()).PlaceId.ShouldBe(place.Id);

        await shared.ClearAsync();
        var page = await phone.OpenAsync($"/si-fra/{place.Code}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Koden ved «Rom 1» er tatt ut av bruk. Det du sier, går til");
        page.ValueOf("Hvor er det? (valgfritt)").ShouldBe("");
        page = await page.Tick("Anonym").Fill("Hva er det?", "Døra henger").PressAsync("Send");
        page.Status.ShouldBe(HttpStatusCode.OK);
        var row = await RowAsync();
        (row.UnitId, row.PlaceId).ShouldBe((Fjord.Team, null));
        (await phone.OpenAsync("/si-fra/AAAAAAAA")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_place_stands_where_the_text_does_for_those_who_see_it_and_nowhere_else()
    {
        var place = await shared.PlaceAsync(Fjord.Team, "Heis B");
        using var phone = shared.App.Browser();
        var page = await phone.OpenAsync($"/si-fra/{place.Code}");
        page = await page.Tick("Anonym").Fill("Hva er det?", "Den stopper mellom etasjene").PressAsync("Send");
        var code = Fjord.CodeOn(page);
        var id = (await RowAsync()).Id;
        const string At = "Sted: Heis B";
        (await shared.WithCodeAsync(phone, code)).Text.ShouldContain(At);
        foreach (var person in new[] { Fjord.Kari, Fjord.Union, Fjord.Safety, Fjord.Director })
        {
            using var browser = shared.App.As(person);
            (await browser.OpenAsync("/plunder")).Text.ShouldContain(At, Case.Sensitive, person.Name);
            (await browser.OpenAsync($"/plunder/{id}")).Text.ShouldContain(At);
        }
        using var leader = shared.App.As(Fjord.Leader);
        foreach (
            var address in new[] { "/plunder/a-svare", $"/enheter/{Fjord.Team}/dette-skjedde", $"/plunder/{id}/borte" }
        )
        {
            (await leader.OpenAsync(address)).Text.ShouldContain(At, Case.Sensitive, address);
        }
        (await leader.OpenAsync("/sok?q=etasjene")).Text.ShouldContain("Heis B");
        // On the wall hangs what was said, for whoever passes, and not where.
        (
            await leader.OpenAsync($"/enheter/{Fjord.Team}/dette-skjedde/skjerm")
        ).Document.DocumentElement.TextContent.ShouldNotContain("Heis B");
        using var outsider = shared.App.As(Fjord.Outsider);
        (await outsider.OpenAsync("/plunder")).Text.ShouldNotContain("Heis B");
        // Renamed, it is called what it is called now.
        await shared.App.InStorageAsync(database =>
            database
                .Places.Where(row => row.Id == place.Id)
                .ExecuteUpdateAsync(to => to.SetProperty(row => row.Name, "Heis C"))
        );
        (await leader.OpenAsync($"/plunder/{id}")).Text.ShouldContain("Sted: Heis C");
    }

    [Fact]
    public async Task Programs_send_the_code_and_are_told_the_place_also_when_it_is_retired_or_sent_twice()
    {
        var place = await shared.PlaceAsync(Fjord.Team, "Medisinrommet", "Blodtrykksapparat 3");
        var body = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = HassleId.New(),
            ["text"] = "Det viser feil",
            ["placeCode"] = place.Code.ToLowerInvariant(),
            ["speaker"] = "anonymous",
        };
        var first = await SendAsync(body, HttpStatusCode.Created);
        Told(first).ShouldBe(("Medisinrommet", "Blodtrykksapparat 3", false));
        Told(await SendAsync(body, HttpStatusCode.OK)).ShouldBe(("Medisinrommet", "Blodtrykksapparat 3", false));
        var row = await RowAsync();
        (row.UnitId, row.PlaceId).ShouldBe((Fjord.Team, place.Id));

        // Kept on a device without network while somebody took the code down.
        await RetireAsync(place);
        body["id"] = HassleId.New();
        body["unitId"] = Fjord.Team;
        Told(await SendAsync(body, HttpStatusCode.Created)).ShouldBe(("Medisinrommet", "Blodtrykksapparat 3", true));
        (await shared.App.InStorageAsync(d => d.Hassles.CountAsync(hassle => hassle.PlaceId == place.Id))).ShouldBe(2);

        // What stood in the form that was kept has the place by its id.
        body.Remove("placeCode");
        body["id"] = HassleId.New();
        body["placeId"] = place.Id;
        Told(await SendAsync(body, HttpStatusCode.Created)).ShouldBe(("Medisinrommet", "Blodtrykksapparat 3", true));
        body["id"] = HassleId.New();
        body["placeId"] = Guid.CreateVersion7();
        (await SendAsync(body, HttpStatusCode.Created)).TryGetProperty("place", out _).ShouldBeFalse();
        body.Remove("placeId");

        body["id"] = HassleId.New();
        body["placeCode"] = PlaceCode.Of(Fjord.Team);
        (await SendAsync(body, HttpStatusCode.Created)).TryGetProperty("place", out _).ShouldBeFalse();
        body["id"] = HassleId.New();
        body["placeCode"] = "AAAAAAAA";
        body.Remove("unitId");
        var problem = await SendAsync(body, HttpStatusCode.NotFound);
        problem.GetProperty("type").GetString().ShouldBe("urn:endre:problem:place-unknown");
        using var api = shared.App.Api(Fjord.Kari.Token);
        using var similar = await api.GetAsync($"/api/v1/hassles/similar?q=viser+feil+her&placeCode={place.Code}");
        similar.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static (string?, string?, bool) Told(JsonElement answer) =>
        (
            answer.GetProperty("place").GetProperty("name").GetString(),
            answer.GetProperty("place").GetProperty("equipment").GetString(),
            answer.GetProperty("place").GetProperty("isRetired").GetBoolean()
        );

    private async Task<JsonElement> SendAsync(Dictionary<string, object?> body, HttpStatusCode status)
    {
        using var api = shared.App.Api(token: null);
        using var answer = await api.PostAsJsonAsync(new Uri("/api/v1/hassles", UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private Task<HassleRow> RowAsync() =>
        shared.App.InStorageAsync(database => database.Hassles.AsNoTracking().SingleAsync());

    private Task<int> RetireAsync(PlaceRow place) =>
        shared.App.InStorageAsync(database =>
            database
                .Places.Where(row => row.Id == place.Id)
                .ExecuteUpdateAsync(to => to.SetProperty(row => row.RetiredOn, SharedFjord.Today))
        );
}
