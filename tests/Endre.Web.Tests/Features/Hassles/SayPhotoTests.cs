using System.Net;
using System.Text;
using Endre.Domain.Hassles;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>A picture from the phone to those who answer, and gone again.</summary>
public sealed class SayPhotoTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private Fjord Fjord => shared.Fjord;

    public async ValueTask InitializeAsync() => await shared.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_picture_reaches_those_who_answer_and_the_writer_and_nobody_else()
    {
        var code = Fjord.CodeOn(await SaidAsync(null, "Anonym"));
        var id = await IdAsync();
        using var leader = shared.App.As(Fjord.Leader);
        foreach (var address in new[] { $"/plunder/{id}", "/plunder/a-svare" })
        {
            var page = await leader.OpenAsync(address);
            var picture = page.Document.QuerySelector("img.endre-picture")!;
            picture.GetAttribute("src").ShouldBe($"/plunder/{id}/bilde");
            picture.GetAttribute("alt").ShouldBe("Bildet som fulgte med");
        }
        var answer = await leader.Client.GetAsync($"/plunder/{id}/bilde");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("image/jpeg");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        using var seen = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync());
        (seen.Width, seen.Height).ShouldBe((1200, 1600));

        // Said by nobody: only the code leads to it, and the page itself carries it.
        using var stranger = shared.App.Browser();
        var own = await shared.WithCodeAsync(stranger, code);
        own.Document.QuerySelector("img.endre-picture")!.GetAttribute("src").ShouldStartWith("data:image/jpeg;base64,");
        own.Answer.Headers.CacheControl!.ToString().ShouldBe("no-store");

        foreach (var other in new[] { shared.App.As(Fjord.Outsider), shared.App.As(Fjord.Administrator) })
        {
            using var browser = other;
            (await browser.Client.GetAsync($"/plunder/{id}/bilde")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await browser.Client.GetAsync($"/det-jeg-har-sagt/{id}/bilde")).StatusCode.ShouldBe(
                HttpStatusCode.NotFound
            );
        }
        var toSignIn = await stranger.Client.GetAsync($"/plunder/{id}/bilde");
        toSignIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task With_name_the_writer_finds_it_under_the_own_name()
    {
        await SaidAsync(Fjord.Kari, "Med navn");
        var id = await IdAsync();
        using var kari = shared.App.As(Fjord.Kari);
        var page = await kari.OpenAsync($"/det-jeg-har-sagt/{id}");
        var address = page.Document.QuerySelector("img.endre-picture")!.GetAttribute("src")!;
        (await kari.Client.GetAsync(address)).Content.Headers.ContentType!.ToString().ShouldBe("image/jpeg");
    }

    [Fact]
    public async Task The_database_holds_neither_the_place_nor_the_camera()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var browser = app.Browser();
        var page = await browser.OpenAsync($"/si-fra?enhet={fjord.Team}");
        page = await page.Tick("Anonym")
            .Fill("Hva er det?", "Nøkkelskapet står bak senga")
            .Choose("Bilde", "IMG_20260302_0911.jpg", PhoneCamera.Jpeg(2400, 1800, orientation: 6))
            .PressAsync("Send");
        page.Heading.ShouldBe("Takk, det er sendt");
        var path = await app.InStorageAsync(database =>
            Task.FromResult(
                new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(
                    database.Database.GetConnectionString()
                ).DataSource
            )
        );
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var found = 0;
        foreach (var file in Directory.EnumerateFiles(folder, Path.GetFileName(path) + "*"))
        {
            await using var stream = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            ReadOnlySpan<byte> bytes = copy.ToArray();
            found += bytes.IndexOf("bak senga"u8) >= 0 ? 1 : 0;
            bytes.IndexOf(Encoding.ASCII.GetBytes(PhoneCamera.Make)).ShouldBe(-1, file);
            bytes.IndexOf(PhoneCamera.Latitude).ShouldBe(-1, file);
            bytes.IndexOf("IMG_20260302"u8).ShouldBe(-1, file);
        }
        // It was really looked where things are written.
        found.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_picture_and_all_that_was_typed_are_there_again_when_something_else_was_wrong()
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync($"/si-fra?enhet={Fjord.Team}");
        page = await page.Fill("Hva er det?", "Skriveren står")
            .Choose("Bilde", "bilde.png", PhoneCamera.Draw(500, 400, SKEncodedImageFormat.Png))
            .PressAsync("Send");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Document.QuerySelector("img[alt='Bildet du valgte']").ShouldNotBeNull();
        page = await page.Tick("Anonym").PressAsync("Send");
        page.Heading.ShouldBe("Takk, det er sendt");
        var row = await shared.App.InStorageAsync(database => database.Hassles.SingleAsync());
        (row.PhotoWidth, row.PhotoHeight).ShouldBe((500, 400));
    }

    [Fact]
    public async Task A_picture_that_came_back_may_be_taken_away()
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync($"/si-fra?enhet={Fjord.Team}");
        page = await page.Choose("Bilde", "b.jpg", PhoneCamera.Jpeg(50, 40)).Tick("Anonym").PressAsync("Send");
        page = await page.Fill("Hva er det?", "Skriveren står").Tick("Ta bort bildet").PressAsync("Send");
        page.Heading.ShouldBe("Takk, det er sendt");
        (await shared.App.InStorageAsync(database => database.HasslePhotos.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("nb", "Bilde", "Send", "Anonym", "formatet HEIC")]
    [InlineData("nn", "Bilete", "Send", "Anonym", "formatet HEIC")]
    [InlineData("en", "Picture", "Send", "Anonymous", "format HEIC")]
    public async Task What_we_cannot_read_is_told_at_its_field_in_every_language(
        string language,
        string field,
        string send,
        string way,
        string message
    )
    {
        using var browser = shared.App.Browser().Speaks(language);
        var page = await browser.OpenAsync($"/si-fra?enhet={Fjord.Team}");
        page = await page.Tick(way)
            .Choose(field, "IMG.HEIC", [0, 0, 0, 24, .. "ftypheic\0\0\0\0mif1heic"u8])
            .PressAsync(send);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldHaveSingleItem().ShouldContain(message);
        page.Document.GetElementById("photo")!.GetAttribute("aria-invalid").ShouldBe("true");
        (await shared.App.InStorageAsync(database => database.Hassles.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_told_at_its_field_and_the_sentence_is_kept()
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync($"/si-fra?enhet={Fjord.Team}");
        page = await page.Tick("Anonym")
            .Fill("Hva er det?", "Skriveren står")
            .Choose("Bilde", "stort.jpg", [.. PhoneCamera.Jpeg(50, 40), .. new byte[HasslePhoto.LargestFile]])
            .PressAsync("Send");
        page.Messages.ShouldHaveSingleItem().ShouldContain("større enn 10 MB");
        page.ValueOf("Hva er det?").ShouldBe("Skriveren står");
        page.ValueOf("Anonym").ShouldBe("anonymous");
    }

    [Fact]
    public async Task The_picture_goes_when_the_writer_takes_it_back()
    {
        var code = Fjord.CodeOn(await SaidAsync(null, "Anonym"));
        var id = await IdAsync();
        using var stranger = shared.App.Browser();
        var page = await shared.WithCodeAsync(stranger, code);
        page = await page.PressAsync("Trekk tilbake og slett teksten");
        page.Document.QuerySelector("img.endre-picture").ShouldBeNull();
        (await shared.App.InStorageAsync(database => database.HasslePhotos.CountAsync())).ShouldBe(0);
        using var leader = shared.App.As(Fjord.Leader);
        (await leader.Client.GetAsync($"/plunder/{id}/bilde")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<Guid> IdAsync() =>
        shared.App.InStorageAsync(database => database.Hassles.Select(row => row.Id).SingleAsync());

    private async Task<TestPage> SaidAsync(TestPerson? who, string way)
    {
        using var browser = who is null ? shared.App.Browser() : shared.App.As(who);
        var page = await browser.OpenAsync($"/si-fra?enhet={Fjord.Team}");
        return await page.Tick(way)
            .Fill("Hva er det?", "Nøkkelskapet står bak senga")
            .Choose("Bilde", "IMG_0911.jpg", PhoneCamera.Jpeg(2400, 1800, orientation: 6))
            .PressAsync("Send");
    }
}
