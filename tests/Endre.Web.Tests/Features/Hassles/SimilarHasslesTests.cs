using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Endre.Domain.Hassles;
using Endre.Testing;
using Endre.Web.Features.Hassles.SimilarHassles;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>GET /api/v1/hassles/similar, as design §9 fixes it: for colleagues, while they write.</summary>
public sealed class SimilarHasslesTests : IAsyncLifetime
{
    private Fjord fjord = null!;

    private AppUnderTest App => fjord.App;

    public async ValueTask InitializeAsync()
    {
        fjord = await Fjord.OnAsync(await AppUnderTest.StartAsync());
        await fjord.SayAsync(null, "Anonym", "Skriveren på vaktrommet krever ny kode hver gang");
        await fjord.SayAsync(null, "Anonym", "Bilene lades ikke om natta");
        await fjord.SayAsync(null, "Anonym", "Skriveren på lærerværelset krever ny kode", unit: fjord.Neighbor);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Theory]
    [InlineData("skriveren på vaktrommet krever ny kode hver gang", 0.95)]
    [InlineData("Skrivaren krev ny kode kvar gong", 0.4)]
    [InlineData("skirveren krever kode", 0.5)]
    public async Task A_colleague_is_shown_what_resembles_it_with_score_and_state(string text, double least)
    {
        var item = (
            await FindAsync(fjord.Colleague.Token, $"q={Uri.EscapeDataString(text)}&unitId={fjord.Team}")
        ).ShouldHaveSingleItem();
        item.GetProperty("text").GetString().ShouldBe("Skriveren på vaktrommet krever ny kode hver gang");
        item.GetProperty("score").GetDouble().ShouldBeInRange(least, 1);
        item.GetProperty("state").GetString().ShouldBe("waiting");
        item.GetProperty("id").GetGuid().ShouldNotBe(Guid.Empty);
        item.EnumerateObject().Select(field => field.Name).ShouldBe(["id", "text", "score", "state"]);
    }

    [Fact]
    public async Task The_place_is_told_by_the_unit_or_by_the_code_at_the_door_or_is_everywhere_one_sees()
    {
        const string Text = "q=skriveren+krever+kode";
        (await FindAsync(fjord.Kari.Token, Text)).Count.ShouldBe(1);
        (await FindAsync(fjord.Kari.Token, $"{Text}&placeCode={PlaceCode.Of(fjord.Team)}")).Count.ShouldBe(1);
        (await FindAsync(fjord.Kari.Token, $"{Text}&unitId={fjord.Neighbor}")).ShouldBeEmpty();
        (await FindAsync(fjord.Outsider.Token, $"{Text}&unitId={fjord.Team}")).ShouldBeEmpty();
        (await FindAsync(fjord.Director.Token, Text)).Count.ShouldBe(2);
        (await FindAsync(fjord.Administrator.Token, Text)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stranger_at_the_door_is_shown_nothing() =>
        (await FindAsync(token: null, $"q=skriveren+krever+kode&placeCode={PlaceCode.Of(fjord.Team)}")).ShouldBeEmpty();

    [Theory]
    [InlineData("q=kantinen+har+feil+meny")]
    [InlineData("q=")]
    [InlineData("q=13097248022")]
    public async Task What_resembles_nothing_finds_nothing(string query) =>
        (await FindAsync(fjord.Kari.Token, query)).ShouldBeEmpty();

    [Theory]
    [InlineData("", HttpStatusCode.UnprocessableEntity, "field-missing")]
    [InlineData("q=skriver&unitId=00000000-0000-0000-0000-000000000009", HttpStatusCode.NotFound, "unit-unknown")]
    [InlineData("q=skriver&unitId=hallo", HttpStatusCode.NotFound, "unit-unknown")]
    [InlineData("q=skriver&placeCode=ZZZZZZZZ", HttpStatusCode.NotFound, "place-unknown")]
    public async Task A_question_that_cannot_be_answered_is_refused_in_words(
        string query,
        HttpStatusCode status,
        string problem
    )
    {
        var answer = await AskAsync(fjord.Kari.Token, query);
        answer.StatusCode.ShouldBe(status);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        body.GetProperty("type").GetString().ShouldBe($"urn:endre:problem:{problem}");
    }

    [Fact]
    public async Task More_than_500_characters_are_refused_and_500_are_not()
    {
        (await AskAsync(fjord.Kari.Token, $"q={new string('a', 501)}")).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await AskAsync(fjord.Kari.Token, $"q={new string('a', 500)}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_asks_faster_than_anybody_types_is_told_to_wait()
    {
        HttpResponseMessage answer = null!;
        for (var i = 0; i < SimilarLimit.Burst * 20; i++)
        {
            answer = await AskAsync(fjord.Safety.Token, "q=skriver");
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                break;
        }
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        // One's own haste is nobody else's.
        (await AskAsync(fjord.Kari.Token, "q=skriver")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_form_has_the_place_for_it_where_somebody_is_signed_in_and_not_for_strangers()
    {
        using var kari = App.As(fjord.Kari);
        var form = await kari.OpenAsync($"/si-fra?enhet={fjord.Team}");
        var part = form.Document.QuerySelector("[data-similar]").ShouldNotBeNull();
        part.HasAttribute("hidden").ShouldBeTrue();
        part.GetAttribute("data-unit").ShouldBe(fjord.Team.ToString());
        using var stranger = App.Browser();
        form = await stranger.OpenAsync($"/si-fra?enhet={fjord.Team}");
        form.Document.QuerySelector("[data-similar]").ShouldBeNull();
    }

    private async Task<List<JsonElement>> FindAsync(string? token, string query)
    {
        var answer = await AskAsync(token, query);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return [.. body.GetProperty("items").EnumerateArray()];
    }

    private async Task<HttpResponseMessage> AskAsync(string? token, string query)
    {
        using var api = App.Api(token);
        return await api.GetAsync(new Uri($"/api/v1/hassles/similar?{query}", UriKind.Relative));
    }
}
