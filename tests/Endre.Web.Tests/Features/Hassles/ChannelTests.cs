using System.Net;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>What is no hassle is led to where it belongs, and what was typed comes along and back.</summary>
public sealed class ChannelTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private const string Question = "Er dette et avvik eller et varsel?";

    private Fjord Fjord => shared.Fjord;

    public async ValueTask InitializeAsync()
    {
        await shared.ClearAsync();
        await shared.App.InStorageAsync(database => database.ReportingChannels.ExecuteDeleteAsync());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Where_no_channel_is_set_the_page_says_whom_to_turn_to()
    {
        using var stranger = shared.App.Browser();
        var page = await stranger.OpenAsync("/si-fra/avvik-eller-varsel");
        page.Heading.ShouldBe(Question);
        page.TextOf("Avvik").ShouldContain("Si det til lederen din eller verneombudet");
        page.TextOf("Varsel").ShouldContain("arbeidsmiljøloven kapittel 2 A");
        page.TextOf("Varsel").ShouldContain("verneombudet eller tillitsvalgte");
        page.HasLink("Si fra om plunder").ShouldBeTrue();
    }

    [Fact]
    public async Task An_administrator_sets_the_channels_and_the_page_leads_there()
    {
        using var administrator = shared.App.As(Fjord.Administrator);
        var page = await administrator.OpenAsync("/avvik-og-varsling");
        page = await page.Fill("Hvor meldes avvik? (valgfritt)", "https://avvik.fjorden.no/meld")
            .Fill("Hvor varsles det? (valgfritt)", "Ring 22 33 44 55")
            .PressAsync("Lagre");
        page.Text.ShouldContain("Lagret.");
        page.ValueOf("Hvor varsles det? (valgfritt)").ShouldBe("Ring 22 33 44 55");
        var entry = await shared.App.InStorageAsync(database =>
            database.AuditEntries.Where(entry => entry.Act == "ChangeChannels").SingleAsync()
        );
        entry.Details.ShouldBe("""{"deviation":"set","whistleblowing":"set"}""");

        using var stranger = shared.App.Browser();
        page = await stranger.OpenAsync("/si-fra/avvik-eller-varsel");
        page.AddressOf("https://avvik.fjorden.no/meld").ShouldBe("https://avvik.fjorden.no/meld");
        page.TextOf("Varsel").ShouldContain("Varsle her: Ring 22 33 44 55");
        page.TextOf("Avvik").ShouldNotContain("Si det til lederen");

        page = await administrator.OpenAsync("/avvik-og-varsling");
        page = await page.Fill("Hvor meldes avvik? (valgfritt)", "https://").PressAsync("Lagre");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.Single().ShouldContain("Nettadressen er ikke riktig");
        page.ValueOf("Hvor varsles det? (valgfritt)").ShouldBe("Ring 22 33 44 55");
        page = await page.Fill("Hvor meldes avvik? (valgfritt)", "").PressAsync("Lagre");
        page.Text.ShouldContain("Lagret.");
        page = await stranger.OpenAsync("/si-fra/avvik-eller-varsel");
        page.TextOf("Avvik").ShouldContain("Si det til lederen");
    }

    [Fact]
    public async Task Nobody_but_an_administrator_sets_them()
    {
        using var leader = shared.App.As(Fjord.Leader);
        (await leader.Client.GetAsync("/avvik-og-varsling")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("nb", Question, "Tilbake til skjemaet", "Anonym", "Hva er det?", "Hva handler det om?", "Bilde")]
    [InlineData(
        "nn",
        "Er dette eit avvik eller eit varsel?",
        "Tilbake til skjemaet",
        "Anonym",
        "Kva er det?",
        "Kva handlar det om?",
        "Bilete"
    )]
    [InlineData(
        "en",
        "Is this a deviation or a whistleblowing matter?",
        "Back to the form",
        "Anonymous",
        "What is it?",
        "What is it about?",
        "Picture"
    )]
    public async Task What_was_typed_comes_along_and_is_there_again_and_nothing_is_sent(
        string language,
        string question,
        string back,
        string way,
        string what,
        string about,
        string picture
    )
    {
        using var stranger = shared.App.Browser().Speaks(language);
        var page = await stranger.OpenAsync($"/si-fra?enhet={Fjord.Team}");
        page = await page.Tick(way)
            .Fill(what, "Feil medisin ble gitt <b>i går</b>")
            .Fill(about, "routines")
            .Choose(picture, "b.png", PhoneCamera.Draw(60, 40, SKEncodedImageFormat.Png))
            .PressAsync(question);
        page.Heading.ShouldBe(question);
        page.Text.ShouldContain("Feil medisin ble gitt <b>i går</b>");
        page.Answer.Headers.CacheControl!.ToString().ShouldBe("no-store");
        page = await page.PressAsync(back);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.ValueOf(what).ShouldBe("Feil medisin ble gitt <b>i går</b>");
        page.ValueOf(way).ShouldBe("anonymous");
        page.ValueOf(about).ShouldBe("routines");
        page.Document.QuerySelectorAll("input[name=keptPhoto]").Length.ShouldBe(1);
        (await shared.App.InStorageAsync(database => database.Hassles.CountAsync())).ShouldBe(0);
        // It is the form that it was: sent, it is said once.
        (await page.PressAsync("Send")).Status.ShouldBe(HttpStatusCode.OK);
        var row = await shared.App.InStorageAsync(database => database.Hassles.SingleAsync());
        (row.Text, row.PhotoWidth).ShouldBe(("Feil medisin ble gitt <b>i går</b>", 60));
    }

    [Fact]
    public async Task Nothing_is_required_to_ask()
    {
        using var stranger = shared.App.Browser();
        var page = await stranger.OpenAsync($"/si-fra?enhet={Fjord.Team}");
        var button = page.Document.QuerySelectorAll("button").Single(found => found.TextContent.Trim() == Question);
        button.HasAttribute("formnovalidate").ShouldBeTrue();
        page = await page.PressAsync(Question);
        page.HasPart("Det du skrev").ShouldBeFalse();
        page.HasButton("Tilbake til skjemaet").ShouldBeTrue();
    }
}
