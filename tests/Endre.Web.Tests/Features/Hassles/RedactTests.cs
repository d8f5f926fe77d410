using System.Net;
using Endre.Domain.Hassles;
using Endre.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>A name that slipped through is reported, taken out for good, and its writer is told.</summary>
public sealed class RedactTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private const string Text = "Fru Hemmelignavnsen venter en time på rullestolen";

    private Fjord Fjord => shared.Fjord;

    public async ValueTask InitializeAsync()
    {
        await shared.App.InStorageAsync(database => database.ContentReports.ExecuteDeleteAsync());
        await shared.ClearAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_colleague_reports_the_leader_takes_it_out_and_the_writer_is_told()
    {
        var code = ClaimCode.New();
        var id = await shared.SaidAsync(Text, speaker: Speaker.Anonymous, code: code);
        using var colleague = shared.App.As(Fjord.Colleague);
        var page = await colleague.OpenAsync($"/plunder/{id}");
        page = await page.Tick("Det handler om en pasient, bruker eller elev").PressAsync("Meld fra");
        page.Text.ShouldContain("Takk. De som svarer, har fått beskjed.");
        // Twice is once, and nobody knows who.
        await page.Tick("Det handler om en pasient, bruker eller elev").PressAsync("Meld fra");
        (await shared.App.InStorageAsync(database => database.ContentReports.CountAsync())).ShouldBe(1);

        using var leader = shared.App.As(Fjord.Leader);
        page = await leader.OpenAsync("/plunder/a-svare");
        page.Text.ShouldContain("Meldt innhold");
        page = await leader.OpenAsync($"/plunder/{id}/fjern");
        page.Text.ShouldContain("En pasient, bruker eller elev.");
        page = await page.PressAsync("Fjern ordene");
        page.Messages.ShouldBeEmpty();
        page.Text.ShouldContain("Merk minst ett ord som skal bort.");
        page = await page.Tick("Hemmelignavnsen").PressAsync("Fjern ordene");
        page.Text.ShouldContain("Fjernet. Er det mer som skal bort?");
        (await leader.OpenAsync("/plunder/a-svare")).Text.ShouldNotContain("Meldt innhold");

        page = await colleague.OpenAsync($"/plunder/{id}");
        page.Text.ShouldContain("Fru [fjernet] venter en time");
        page.Text.ShouldContain("Lise Leder fjernet noe av innholdet 2. mars 2026");
        using var writer = shared.App.Browser();
        page = await shared.WithCodeAsync(writer, code);
        page.Text.ShouldContain("Fru [fjernet] venter en time");
        page.Text.ShouldContain("Lise Leder fjernet noe av innholdet 2. mars 2026");
        page = await colleague.OpenAsync("/sok?q=Hemmelignavnsen");
        page.Text.ShouldNotContain("rullestolen");
        page = await colleague.OpenAsync("/sok?q=rullestolen");
        page.Text.ShouldContain("[fjernet]");
    }

    [Fact]
    public async Task What_was_there_is_in_no_table_and_no_file()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using (var kari = app.As(fjord.Kari))
        {
            var form = await kari.OpenAsync($"/si-fra?enhet={fjord.Team}");
            form = await form.Tick("Med navn")
                .Fill("Hva er det?", "Vi hjelper Hemmelignavnsen uten heis")
                .Choose("Bilde", "b.jpg", PhoneCamera.Jpeg(50, 40))
                .PressAsync("Send");
            form.Heading.ShouldBe("Takk, det er sendt");
        }
        var (id, jpeg) = await app.InStorageAsync(async database =>
        {
            var photo = await database.HasslePhotos.AsNoTracking().SingleAsync();
            return (photo.HassleId, photo.Jpeg);
        });
        (await FilesHoldAsync(app, "Hemmelignavnsen"u8.ToArray())).ShouldBeTrue();
        (await FilesHoldAsync(app, jpeg[^40..])).ShouldBeTrue();
        using var leader = app.As(fjord.Leader);
        var page = await leader.OpenAsync($"/plunder/{id}/fjern");
        page = await page.Tick("Hemmelignavnsen").PressAsync("Fjern ordene");
        page = await page.PressAsync("Fjern bildet");
        page.HasButton("Fjern bildet").ShouldBeFalse();
        (await FilesHoldAsync(app, "Hemmelignavnsen"u8.ToArray())).ShouldBeFalse();
        (await FilesHoldAsync(app, jpeg[^40..])).ShouldBeFalse();
        (await app.InStorageAsync(database => database.HasslePhotos.CountAsync())).ShouldBe(0);
        var entries = await app.InStorageAsync(database =>
            database
                .HassleEvents.OrderBy(entry => entry.Number)
                .Select(entry => new
                {
                    entry.What,
                    entry.PersonId,
                    entry.Day,
                })
                .ToListAsync()
        );
        entries.Select(entry => entry.What).ShouldBe(["said", "redacted", "photo-removed"]);
        entries.Skip(1).ShouldAllBe(entry => entry.PersonId == fjord.Leader.Id && entry.Day == SharedFjord.Today);
    }

    [Fact]
    public async Task What_may_stand_is_let_stand_and_is_off_the_list()
    {
        var id = await shared.SaidAsync("Skriveren til Canon står");
        using var colleague = shared.App.As(Fjord.Colleague);
        await (await colleague.OpenAsync($"/plunder/{id}")).Tick("Det står navn på en person").PressAsync("Meld fra");
        using var leader = shared.App.As(Fjord.Leader);
        var page = await leader.OpenAsync($"/plunder/{id}/fjern");
        await page.PressAsync("La det stå som det er");
        page = await leader.OpenAsync("/plunder/a-svare");
        page.Text.ShouldNotContain("Meldt innhold");
        page.Text.ShouldContain("Skriveren til Canon står");
    }

    [Fact]
    public async Task Two_who_mark_at_once_never_take_out_other_words_than_they_saw()
    {
        var id = await shared.SaidAsync(Text);
        using var leader = shared.App.As(Fjord.Leader);
        var (first, second) = (
            await leader.OpenAsync($"/plunder/{id}/fjern"),
            await leader.OpenAsync($"/plunder/{id}/fjern")
        );
        await first.Tick("Fru").PressAsync("Fjern ordene");
        var late = await second.Tick("rullestolen").PressAsync("Fjern ordene");
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("Teksten er endret siden du åpnet siden.");
    }

    [Fact]
    public async Task Only_those_who_see_it_report_and_only_those_who_answer_take_out()
    {
        var id = await shared.SaidAsync(Text);
        using var outsider = shared.App.As(Fjord.Outsider);
        using var colleague = shared.App.As(Fjord.Colleague);
        (await outsider.Client.GetAsync($"/plunder/{id}/fjern")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await colleague.Client.GetAsync($"/plunder/{id}/fjern")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var any = await outsider.OpenAsync($"/si-fra?enhet={Fjord.Neighbor}");
        (await outsider.PostAsync(any, $"/plunder/{id}/meld-innhold", ("content", "person"))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await shared.App.InStorageAsync(database => database.ContentReports.CountAsync())).ShouldBe(0);
    }

    private static async Task<bool> FilesHoldAsync(AppUnderTest app, byte[] bytes)
    {
        var path = await app.InStorageAsync(database =>
            Task.FromResult(new SqliteConnectionStringBuilder(database.Database.GetConnectionString()).DataSource)
        );
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
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
            if (copy.ToArray().AsSpan().IndexOf(bytes) >= 0)
                return true;
        }
        return false;
    }
}
