using System.Net;
using System.Net.Http.Json;
using System.Text;
using Endre.Testing;
using Endre.Web.Features.Improvements.Measures;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Improvements.Measures;

/// <summary>A group counts something small, and is told whether it is more than chance.</summary>
public sealed class MeasureTests
{
    private static readonly int[] Before = [9, 12, 7, 11, 8, 13, 10, 7, 12, 9, 11, 8];
    private static readonly int[] After = [7, 7, 8, 6, 5, 7, 4, 5];

    [Theory, EachDatabase]
    public async Task Numbers_become_a_curve_and_a_sentence_and_a_baseline_lets_it_say_better(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        using var kari = app.As(fjord.Kari);
        var page = await MeasureAsync(kari, fjord.Team);
        page.Heading.ShouldBe("Letinger etter nøkler");
        page.Text.ShouldContain("Ingen tall ennå.");
        page = await page.Fill("Hvor mange?", "5").PressAsync("Lagre");
        page.Text.ShouldContain("Lagret.");
        page.Text.ShouldContain("Det trengs 10 til som ikke ligger på midten.");

        var today = Today(app);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var first = monday.AddDays(-7 * 19);
        var list = string.Join(
            '\n',
            Before.Concat(After).Select((number, at) => $"{first.AddDays(7 * at):d.M.yyyy}\t{number}")
        );
        page = await (await page.FollowAsync("Lim inn eller importer mange"))
            .Fill("Lim inn tallene", list)
            .PressAsync("Se hva som blir lagret");
        page.Text.ShouldContain("Nye tall: 19");
        page.Text.ShouldContain("Står der likt fra før: 1");
        (await app.InStorageAsync(storage => storage.Measurements.CountAsync())).ShouldBe(1);
        page = await page.PressAsync("Lagre tallene");
        page.Text.ShouldContain("Lagret: 19 nye tall, 0 rettet.");
        page.Text.ShouldContain("Dette kan være tilfeldig. Kurven viser ingen tegn til endring.");
        page.Text.ShouldContain("For å kunne si om det er bedre eller dårligere enn før");
        page.Text.ShouldNotContain("bedre enn før.");
        page.Text.ShouldContain("Lest med Anhøjs regler (PLoS ONE 2014)");

        page = await page.Fill("Siste dag før endringen", $"{first.AddDays(70):yyyy-MM-dd}")
            .PressAsync("Lås utgangspunktet");
        page.Text.ShouldContain("Låst av Kari Sier");
        page = await page.PressAsync("Slipp utgangspunktet");
        page = await page.Fill("Siste dag før endringen", $"{first.AddDays((7 * 12) - 1):yyyy-MM-dd}")
            .PressAsync("Lås utgangspunktet");
        page.Text.ShouldContain("Åtte uker på rad bedre enn før. Det er neppe tilfeldig.");
        (await kari.OpenAsync("/forbedringer")).Heading.ShouldBe("Forbedringer");
        page = await page.FollowAsync("Henge nøklene ved døra");
        page.TextOf("Måltall").ShouldContain("Åtte uker på rad bedre enn før.");
    }

    [Fact]
    public async Task What_cannot_be_is_told_at_its_field_in_three_languages_and_nothing_typed_is_lost()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        (string Language, string Label, string Says)[] told =
        [
            ("nb", "Hvor mange?", "«tolv» er ikke et tall. Skriv det som 12 eller 12,5."),
            ("nn", "Kor mange?", "«tolv» er ikkje eit tal. Skriv det som 12 eller 12,5."),
            ("en", "How many?", "“tolv” is not a number. Write it as 12 or 12.5."),
        ];
        using var kari = app.As(fjord.Kari);
        var address = (await MeasureAsync(kari, fjord.Team)).Path;
        foreach (var (language, label, says) in told)
        {
            using var reader = app.As(fjord.Kari).Speaks(language);
            var page = await reader.OpenAsync(address);
            var refused = await page.Fill(label, "tolv").PressAsync(language == "en" ? "Save" : "Lagre");
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Messages.ShouldContain(says);
            refused.ValueOf(label).ShouldBe("tolv");
        }
        var own = await kari.OpenAsync(address);
        (await own.Fill("En dag i uka", "2027-01-01").PressAsync("Lagre")).Messages.ShouldContain(
            "Skriv et tall. Er det ingen, skriver du 0."
        );
        own = await kari.OpenAsync(address);
        (
            await own.Fill("Hvor mange?", "5").Fill("En dag i uka", "2036-01-01").PressAsync("Lagre")
        ).Messages.ShouldContain("Dagen er ikke kommet ennå. Velg i dag eller før.");
        own = await kari.OpenAsync(address);
        (
            await own.Fill("Siste dag før endringen", "2026-01-01").PressAsync("Lås utgangspunktet")
        ).Messages.ShouldContain("Det er ingen tall så tidlig. Velg en senere dag.");
        own = await kari.OpenAsync(address);
        (await own.Fill("Hva begynte?", "").PressAsync("Merk fasen")).Status.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        own = await kari.OpenAsync(address[..address.IndexOf("/maltall/", StringComparison.Ordinal)] + "/maltall/ny");
        var again = await own.Fill("Målet vi sikter mot (valgfritt)", "tre").PressAsync("Lag måltallet");
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.ValueOf("Målet vi sikter mot (valgfritt)").ShouldBe("tre");
    }

    [Fact]
    public async Task A_correction_is_kept_with_the_role_and_without_the_person()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var kari = app.As(fjord.Kari);
        var page = await (await MeasureAsync(kari, fjord.Team)).Fill("Hvor mange?", "5").PressAsync("Lagre");
        using var nils = app.As(fjord.Colleague);
        page = await nils.OpenAsync(page.Path);
        page = await nils.OpenAsync(await CorrectingAsync(app));
        page.ValueOf("Hvor mange?").ShouldBe("5");
        page = await page.Fill("Hvor mange?", "6,5").PressAsync("Lagre");
        page.Text.ShouldContain("fra 5 til 6,5, av en medarbeider");
        page.Text.ShouldNotContain("Nils");
        page = await nils.OpenAsync(await CorrectingAsync(app));
        page = await page.Fill("Hvor mange?", "").PressAsync("Lagre");
        page.Text.ShouldContain("fra 6,5 til mangler");
        page.Text.ShouldContain("Ingen tall ennå.");
        using var outsider = app.As(fjord.Outsider);
        (await outsider.OpenAsync(page.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await outsider.OpenAsync(await CorrectingAsync(app))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_curve_is_a_picture_a_drawing_and_a_document()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var kari = app.As(fjord.Kari);
        var page = await (await MeasureAsync(kari, fjord.Team)).Fill("Hvor mange?", "5").PressAsync("Lagre");
        (string Link, string Type, string Starts)[] files =
        [
            ("Bilde (PNG)", "image/png", "\u0089PNG"),
            ("Tegning (SVG)", "image/svg+xml", "<?xml"),
            ("Dokument (Word)", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"),
        ];
        foreach (var (link, type, starts) in files)
        {
            using var answer = await kari.Client.GetAsync(page.AddressOf(link), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
            var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Encoding.Latin1.GetString(bytes[..Math.Min(8, bytes.Length)]).ShouldStartWith(starts);
        }
    }

    [Fact]
    public async Task Programs_get_every_number_and_strangers_none()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var kari = app.As(fjord.Kari);
        await (await MeasureAsync(kari, fjord.Team)).Fill("Hvor mange?", "5").PressAsync("Lagre");
        var id = await app.InStorageAsync(storage => storage.Improvements.Select(row => row.Id).SingleAsync());
        var ct = TestContext.Current.CancellationToken;
        var all = await kari.Client.GetFromJsonAsync<List<MeasureJson>>($"/api/v1/improvements/{id}/measures", ct);
        var measure = all.ShouldNotBeNull().ShouldHaveSingleItem();
        (measure.Name, measure.Rhythm, measure.Story, measure.IsBetter).ShouldBe(
            ("Letinger etter nøkler", "weekly", "too-few", null)
        );
        measure.Numbers.ShouldHaveSingleItem().Value.ShouldBe(5);
        using var outsider = app.As(fjord.Outsider);
        using var answer = await outsider.Client.GetAsync($"/api/v1/improvements/{id}/measures", ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(ct)).ShouldContain("urn:endre:problem:improvement-unknown");
    }

    [Fact]
    public async Task The_last_point_of_each_improvement_is_known_to_boards()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var kari = app.As(fjord.Kari);
        await (await MeasureAsync(kari, fjord.Team)).Fill("Hvor mange?", "5").PressAsync("Lagre");
        var id = await app.InStorageAsync(storage => storage.Improvements.Select(row => row.Id).SingleAsync());
        await using var scope = app.Services.CreateAsyncScope();
        var points = await scope
            .ServiceProvider.GetRequiredService<LastPoints>()
            .OfAsync([id, Guid.CreateVersion7()], TestContext.Current.CancellationToken);
        var (improvement, point) = points.ShouldHaveSingleItem();
        improvement.ShouldBe(id);
        (point.Name, point.Value).ShouldBe(("Letinger etter nøkler", "5 ganger"));
    }

    internal static async Task<TestPage> MeasureAsync(
        TestBrowser browser,
        Guid unit,
        string type = "Antall Hvor mange.",
        string rhythm = "Hver uke Ett tall for uka."
    )
    {
        var page = await browser.OpenAsync($"/forbedringer/ny?enhet={unit}");
        page = await page.Fill("Hva prøver vi?", "Henge nøklene ved døra")
            .Fill("Hva tror vi skjer?", "Vi leter mindre")
            .PressAsync("Start");
        page = await page.FollowAsync("Nytt måltall");
        return await page.Fill("Hva teller vi?", "Letinger etter nøkler")
            .Tick(type)
            .Tick(rhythm)
            .Fill(
                "Hva heter én av dem? (valgfritt)",
                type.StartsWith("Antall", StringComparison.Ordinal) ? "ganger" : ""
            )
            .PressAsync("Lag måltallet");
    }

    internal static DateOnly Today(AppUnderTest app)
    {
        var oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(app.Time.GetUtcNow(), oslo).DateTime);
    }

    private static async Task<string> CorrectingAsync(AppUnderTest app)
    {
        var measure = await app.InStorageAsync(storage => storage.Measures.SingleAsync());
        var number = await app.InStorageAsync(storage => storage.Measurements.SingleAsync());
        return $"/forbedringer/{measure.ImprovementId}/maltall/{measure.Id}?rett={number.Id}";
    }
}
