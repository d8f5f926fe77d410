using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Endre.Domain.Hassles;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>What looks like a name or somebody's health is asked about once, and nothing is lost.</summary>
public sealed class PersonHintTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private const string Named = "Kari Hansen leter etter nøkkelen";

    private Fjord Fjord => shared.Fjord;

    public async ValueTask InitializeAsync() => await shared.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("nb", "Anonym", "Hva er det?", "Bilde", "Send slik det er", "Ser ut som et navn: Kari Hansen.")]
    [InlineData("nn", "Anonym", "Kva er det?", "Bilete", "Send slik det er", "Ser ut som eit namn: Kari Hansen.")]
    [InlineData("en", "Anonymous", "What is it?", "Picture", "Send as it is", "This looks like a name: Kari Hansen.")]
    public async Task A_name_is_asked_about_once_and_the_picture_is_still_there(
        string language,
        string way,
        string what,
        string picture,
        string send,
        string message
    )
    {
        using var stranger = shared.App.Browser().Speaks(language);
        var page = await stranger.OpenAsync($"/si-fra?enhet={Fjord.Team}");
        page.HasButton(send).ShouldBeFalse();
        page = await page.Tick(way)
            .Fill(what, Named)
            .Choose(picture, "b.png", PhoneCamera.Draw(60, 40, SKEncodedImageFormat.Png))
            .PressAsync("Send");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldHaveSingleItem().ShouldContain(message);
        page.ValueOf(what).ShouldBe(Named);
        (await shared.App.InStorageAsync(database => database.Hassles.CountAsync())).ShouldBe(0);
        (await page.PressAsync(send)).Status.ShouldBe(HttpStatusCode.OK);
        var row = await shared.App.InStorageAsync(database => database.Hassles.SingleAsync());
        (row.Text, row.PhotoWidth).ShouldBe((Named, 60));
    }

    [Fact]
    public async Task Written_anew_without_the_name_it_is_sent_and_with_another_name_it_is_asked_about()
    {
        using var stranger = shared.App.Browser();
        var page = await stranger.OpenAsync($"/si-fra?enhet={Fjord.Team}");
        page = await page.Tick("Anonym").Fill("Hva er det?", Named).PressAsync("Send");
        // Sure of one text is not sure of another.
        page = await page.Fill("Hva er det?", "Eleven Ola har diabetes").PressAsync("Send slik det er");
        page.Messages.ShouldHaveSingleItem().ShouldContain("et navn og helseopplysninger: Ola, diabetes");
        page = await page.Fill("Hva er det?", "Nøkkelen er borte").PressAsync("Send");
        page.Heading.ShouldBe("Takk, det er sendt");
    }

    [Fact]
    public async Task One_who_was_sure_is_not_asked_again_when_something_else_was_wrong()
    {
        using var stranger = shared.App.Browser();
        var page = await stranger.OpenAsync($"/si-fra?enhet={Fjord.Team}");
        page = await page.Tick("Anonym").Fill("Hva er det?", Named).Fill("Minutter hver gang", "ti").PressAsync("Send");
        page = await page.PressAsync("Send slik det er");
        page.Messages.ShouldHaveSingleItem().ShouldContain("Minutter må være et helt tall");
        page = await page.Fill("Minutter hver gang", "10").PressAsync("Send");
        page.Heading.ShouldBe("Takk, det er sendt");
    }

    [Fact]
    public async Task A_program_gets_a_code_and_goes_on_when_it_says_that_somebody_is_sure()
    {
        await ShouldAskAsync(Named, "name-hint");
        await ShouldAskAsync("Pasienten på rom 4 har demens", "health-hint");
        await ShouldAskAsync("Ola har demens", "health-and-name-hint");
        (await SendAsync(Named, sure: true)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await SendAsync("Skriveren står", sure: false)).StatusCode.ShouldBe(HttpStatusCode.Created);
        // A number that is refused is refused, however sure one is.
        (await SendAsync("Pasient 13097248022", sure: true)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task ShouldAskAsync(string text, string type)
    {
        var answer = await SendAsync(text, sure: false);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("type").GetString().ShouldBe($"urn:endre:problem:{type}");
        problem.RootElement.GetProperty("field").GetString().ShouldBe("text");
    }

    private async Task<HttpResponseMessage> SendAsync(string text, bool sure)
    {
        using var browser = shared.App.Browser();
        return await browser.Client.PostAsJsonAsync(
            "/api/v1/hassles",
            new
            {
                id = HassleId.New(),
                text,
                unitId = Fjord.Team,
                speaker = "anonymous",
                sure,
            }
        );
    }
}
