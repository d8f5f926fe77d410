using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Endre.Domain.Hassles;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>Where something begins to be said: on the home page, and on the page that a phone keeps.</summary>
public sealed class SayStartTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private Fjord Fjord => shared.Fjord;

    private AppUnderTest App => shared.App;

    public async ValueTask InitializeAsync() => await shared.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task On_the_home_page_one_field_is_enough_to_begin_with_ones_own_unit()
    {
        using var kari = App.As(Fjord.Kari);
        var page = await kari.OpenAsync("/");
        page.Text.ShouldContain("Til Team nord");
        page = await page.Fill("Hva plager deg nå?", "Nøklene er borte").PressAsync("Videre");
        page.Heading.ShouldBe("Si fra om plunder");
        page.ValueOf("Hva er det?").ShouldBe("Nøklene er borte");
        (await App.InStorageAsync(d => d.Hassles.CountAsync())).ShouldBe(0);
        page = await page.Tick("Med navn").PressAsync("Send");
        page.Heading.ShouldBe("Takk, det er sendt");
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_chooses_the_unit_there()
    {
        using var stranger = App.Browser();
        var page = await stranger.OpenAsync("/");
        page = await page.Fill("Hva plager deg nå?", "Skiltet mangler")
            .Fill("Enhet", Fjord.Neighbor.ToString())
            .PressAsync("Videre");
        page.Text.ShouldContain("Skolen");
        page.ValueOf("Hva er det?").ShouldBe("Skiltet mangler");
    }

    [Fact]
    public async Task The_page_that_a_phone_keeps_holds_nothing_of_whoever_asks_and_speaks_the_language_asked_for()
    {
        using var stranger = App.Browser();
        var page = await stranger.OpenAsync("/si-fra/uten-nett?sprak=nn");
        page.Language.ShouldBe("nn");
        page.Text.ShouldContain("Sida ligg på telefonen");
        page.Document.QuerySelector("[data-shell]").ShouldNotBeNull();
        var option = page.Document.QuerySelector($"option[value='{Fjord.Team}']").ShouldNotBeNull();
        option.GetAttribute("data-code").ShouldBe(PlaceCode.Of(Fjord.Team));
        page.Document.QuerySelector("[data-person]")!.GetAttribute("data-person").ShouldBe("");
        using var kari = App.As(Fjord.Kari);
        var own = await kari.OpenAsync("/si-fra");
        own.Document.QuerySelector("[data-person]")!.GetAttribute("data-person").ShouldBe($"{Fjord.Kari.Id}");
        own.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task What_one_wrote_is_not_said_by_another_who_is_signed_in_by_then()
    {
        using var api = App.Api(Fjord.Colleague.Token);
        (await SayAsync(api, Fjord.Kari.Id.ToString())).ShouldBe((HttpStatusCode.Conflict, "person-changed"));
        (await SayAsync(api, "hallo")).ShouldBe((HttpStatusCode.Conflict, "person-changed"));
        using var stranger = App.Api();
        (await SayAsync(stranger, Fjord.Kari.Id.ToString())).ShouldBe((HttpStatusCode.Conflict, "person-changed"));
        (await App.InStorageAsync(d => d.Hassles.CountAsync())).ShouldBe(0);
        (await SayAsync(api, Fjord.Colleague.Id.ToString())).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_phone_can_install_it_in_each_language_and_the_worker_is_always_asked_for_anew()
    {
        using var api = App.Api();
        foreach (var language in new[] { "nb", "nn", "en" })
        {
            var answer = await api.GetAsync(new Uri($"/app.webmanifest?sprak={language}", UriKind.Relative));
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/manifest+json");
            var manifest = await answer.Content.ReadFromJsonAsync<JsonElement>();
            manifest.GetProperty("lang").GetString().ShouldBe(language);
            manifest.GetProperty("start_url").GetString().ShouldBe("/si-fra");
            manifest.GetProperty("theme_color").GetString().ShouldBe("#17594c");
            foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
            {
                var picture = await api.GetAsync(new Uri(icon.GetProperty("src").GetString()!, UriKind.Relative));
                picture.StatusCode.ShouldBe(HttpStatusCode.OK);
                picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
            }
        }
        var worker = await api.GetAsync(new Uri("/sw.js", UriKind.Relative));
        worker.Headers.CacheControl!.NoCache.ShouldBeTrue();
        using var stranger = App.Browser();
        var page = await stranger.OpenAsync("/");
        page.Document.QuerySelector("link[rel=manifest]")!.GetAttribute("href").ShouldBe("/app.webmanifest?sprak=nb");
    }

    private async Task<(HttpStatusCode Status, string? Problem)> SayAsync(HttpClient api, string person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/hassles");
        request.Headers.TryAddWithoutValidation("Endre-Person", person);
        request.Content = JsonContent.Create(
            new
            {
                id = HassleId.New(),
                text = "Bilen mangler kart",
                unitId = Fjord.Team,
                speaker = "named",
                name = "Kari Sier",
            }
        );
        var answer = await api.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, body.TryGetProperty("type", out var type) ? type.GetString()!.Split(':')[^1] : null);
    }
}
