using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Endre.Domain.Hassles;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>POST /api/v1/hassles, as design §9 fixes it.</summary>
public sealed class HassleApiTests : IAsyncLifetime
{
    private Fjord fjord = null!;

    private AppUnderTest App => fjord.App;

    public async ValueTask InitializeAsync() => fjord = await Fjord.OnAsync(await AppUnderTest.StartAsync());

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task Named_is_201_with_the_id_and_the_same_id_again_is_200_and_nothing_doubled()
    {
        var body = Body("named", Guid.CreateVersion7());
        var first = await SendAsync(fjord.Kari.Token, body, HttpStatusCode.Created);
        Names(first).ShouldBe(["id"]);
        first.GetProperty("id").GetGuid().ShouldBe((Guid)body["id"]!);
        var again = await SendAsync(fjord.Kari.Token, body, HttpStatusCode.OK);
        again.GetProperty("id").GetGuid().ShouldBe((Guid)body["id"]!);
        var row = await App.InStorageAsync(database => database.Hassles.SingleAsync());
        (row.PersonId, row.Minutes, row.TimesPerWeek, row.People).ShouldBe((fjord.Kari.Id, 12, 5, 3));
        body["text"] = "Noe helt annet";
        var taken = await SendAsync(fjord.Kari.Token, body, HttpStatusCode.Conflict);
        taken.GetProperty("type").GetString().ShouldBe("urn:endre:problem:id-taken");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Anonymous_has_a_claim_code_once_and_an_id_that_tells_no_time(bool withToken)
    {
        var named = Guid.CreateVersion7();
        var token = withToken ? fjord.Kari.Token : null;
        var body = Body("anonymous", named);
        var first = await SendAsync(token, body, HttpStatusCode.Created);
        Names(first).ShouldBe(["id", "claimCode"]);
        var id = first.GetProperty("id").GetGuid();
        id.ShouldNotBe(named);
        id.Version.ShouldBe(4);
        ClaimCode.Read(first.GetProperty("claimCode").GetString()).ShouldNotBeNull();
        var again = await SendAsync(token, body, HttpStatusCode.OK);
        Names(again).ShouldBe(["id"]);
        again.GetProperty("id").GetGuid().ShouldBe(id);
        (await App.InStorageAsync(database => database.Hassles.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_random_id_is_kept_and_a_code_that_the_device_made_is_confirmed_each_time()
    {
        var body = Body("anonymous", HassleId.New());
        body["claimCode"] = ClaimCode.New();
        foreach (var status in new[] { HttpStatusCode.Created, HttpStatusCode.OK })
        {
            var answer = await SendAsync(token: null, body, status);
            answer.GetProperty("id").GetGuid().ShouldBe((Guid)body["id"]!);
            answer.GetProperty("claimCode").GetString().ShouldBe((string)body["claimCode"]!);
        }
        body["claimCode"] = ClaimCode.New();
        Names(await SendAsync(token: null, body, HttpStatusCode.OK)).ShouldBe(["id"]);
    }

    [Fact]
    public async Task The_code_at_the_door_is_enough_without_a_token()
    {
        var body = Body("leader", HassleId.New());
        body.Remove("unitId");
        body["placeCode"] = PlaceCode.Of(fjord.Team);
        body["name"] = "Per";
        Names(await SendAsync(token: null, body, HttpStatusCode.Created)).ShouldBe(["id", "claimCode"]);
        (await App.InStorageAsync(d => d.Hassles.SingleAsync())).UnitId.ShouldBe(fjord.Team);
    }

    [Theory]
    [InlineData("speaker", "navn", 422, "speaker-unknown")]
    [InlineData("speaker", null, 422, "speaker-unknown")]
    [InlineData("text", " ", 422, "text-missing")]
    [InlineData("text", "Pasient 13097248022", 422, "national-identity-number")]
    [InlineData("unitId", "0198a8a8-0000-7000-8000-000000000000", 404, "unit-unknown")]
    [InlineData("unitId", null, 422, "field-missing")]
    [InlineData("unitId", "her", 400, "field-malformed")]
    [InlineData("minutes", 0, 422, "minutes-wrong")]
    [InlineData("timesPerWeek", 501, 422, "times-wrong")]
    [InlineData("people", 100001, 422, "people-wrong")]
    [InlineData("minutes", "mange", 400, "field-malformed")]
    [InlineData("claimCode", "7K3M", 422, "claim-code-malformed")]
    [InlineData("id", "00000000-0000-0000-0000-000000000000", 422, "field-missing")]
    public async Task What_cannot_be_used_is_a_problem_that_names_its_field(
        string field,
        object? value,
        int status,
        string type
    )
    {
        var body = Body("anonymous", HassleId.New());
        body[field] = value;
        var problem = await SendAsync(token: null, body, (HttpStatusCode)status);
        problem.GetProperty("type").GetString().ShouldBe($"urn:endre:problem:{type}");
        problem.GetProperty("field").GetString().ShouldBe(field);
        problem.GetProperty("detail").GetString()!.Length.ShouldBeGreaterThan(10);
        (await App.InStorageAsync(database => database.Hassles.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_stranger_with_a_name_says_it_and_a_token_that_nobody_has_is_refused()
    {
        var problem = await SendAsync(token: null, Body("named", HassleId.New()), HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("field").GetString().ShouldBe("name");
        await SendAsync("ea_ingen", Body("anonymous", HassleId.New()), HttpStatusCode.Unauthorized);
    }

    private Dictionary<string, object?> Body(string speaker, Guid id) =>
        new(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["text"] = "Nøklene henger i Sørenga",
            ["unitId"] = fjord.Team,
            ["speaker"] = speaker,
            ["minutes"] = 12,
            ["timesPerWeek"] = 5,
            ["people"] = 3,
        };

    private async Task<JsonElement> SendAsync(string? token, Dictionary<string, object?> body, HttpStatusCode status)
    {
        using var api = App.Api(token);
        using var answer = await api.PostAsJsonAsync(new Uri("/api/v1/hassles", UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
