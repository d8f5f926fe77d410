using System.IO.Compression;
using System.Net;
using System.Text;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Minutes;

/// <summary>What is kept back is not in the file that goes out: nobody finds it by taking the file apart.</summary>
public sealed class PublicCopyTests
{
    [Theory]
    [InlineData("personnel", "offl. § 23 første ledd")]
    [InlineData("secrecy", "offl. § 13, jf. fvl. § 13")]
    public async Task No_word_of_a_marked_matter_is_in_the_bytes(string ground, string law)
    {
        await using var app = await AppUnderTest.StartAsync();
        var (fjord, lead, id) = await LockedAsync(app, ground);
        using var leader = app.As(lead);
        var page = await leader.OpenAsync($"/moter/{id}/referat/innsyn");
        page.Text.ShouldContain("Sak 2: Hemmelig tilrettelegging.");
        page.Text.Contains("Kan ikke gis ut", StringComparison.Ordinal).ShouldBe(ground == "secrecy");
        page = await page.Fill("Hva gjelder kravet? (valgfritt)", "Avisa 2026/99").PressAsync("Lag kopien");
        page.Text.ShouldContain("Avisa 2026/99, uten navn");

        var bytes = await leader.Client.GetByteArrayAsync(page.AddressOf("Kopi 2 som Word"));
        var text = Unzipped(bytes);
        foreach (var word in MeetingOfTheTeam.OfAbout.Concat(["Kari Sier", "Tove Teamleder", "Avisa"]))
        {
            text.ShouldNotContain(word, Case.Insensitive);
        }
        foreach (var word in MeetingOfTheTeam.ForAll.Append(law))
        {
            text.ShouldContain(word);
        }
        fjord.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_leader_may_give_out_what_only_may_be_kept_back_and_the_history_tells_it()
    {
        await using var app = await AppUnderTest.StartAsync();
        var (_, lead, id) = await LockedAsync(app, "internal");
        using var leader = app.As(lead);
        var page = await leader.OpenAsync($"/moter/{id}/referat/innsyn");
        page = await page.Tick("Sak 2: Hemmelig tilrettelegging. Intern saksforberedelse (offl. § 14).")
            .Tick("Ta med navn på deltakere og ansvarlige")
            .PressAsync("Lag kopien");
        var text = Unzipped(await leader.Client.GetByteArrayAsync(page.AddressOf("Kopi 2 som Word")));
        text.ShouldContain("Dagvakt innvilges");
        text.ShouldContain("Kari Sier");
        (await leader.OpenAsync($"/moter/{id}/referat")).Text.ShouldContain(
            "Tove Teamleder laget en kopi for innsyn: med navn, meroffentlighet for sak 2"
        );
        // What is marked more strictly afterwards does not change what was given out.
        var before = await leader.Client.GetByteArrayAsync(page.AddressOf("Kopi 2 som Word"));
        await MarkAsync(leader, app, id, "secrecy");
        (await leader.Client.GetByteArrayAsync(page.AddressOf("Kopi 2 som Word"))).ShouldBe(before);
    }

    [Fact]
    public async Task Only_locked_minutes_are_copied_and_only_copies_that_were_made_are_there()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var lead = await fjord.LeaderOfTeamAsync();
        var id = await fjord.MeetAsync(lead);
        using var leader = app.As(lead);
        var page = await leader.OpenAsync($"/moter/{id}/referat/innsyn");
        page.Text.ShouldContain("En kopi kan lages når referatet er låst.");
        (await leader.PostAsync(page, $"/moter/{id}/referat/innsyn")).Status.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        await (await leader.OpenAsync($"/moter/{id}/referat")).PressAsync("Lås referatet");
        (await leader.OpenAsync($"/moter/{id}/referat/innsyn/1/referat.docx")).Status.ShouldBe(HttpStatusCode.NotFound);
        page = await leader.OpenAsync($"/moter/{id}/referat/innsyn");
        page.Text.ShouldContain("Ingenting er merket. Hele referatet kommer med.");
        var refused = await page.Fill("Hva gjelder kravet? (valgfritt)", "Født 01010112345").PressAsync("Lag kopien");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.ValueOf("Hva gjelder kravet? (valgfritt)").ShouldBe("Født 01010112345");
    }

    internal static async Task<(Fjord Fjord, TestPerson Leader, Guid Id)> LockedAsync(AppUnderTest app, string ground)
    {
        var fjord = await Fjord.OnAsync(app);
        var lead = await fjord.LeaderOfTeamAsync();
        var id = await fjord.MeetAsync(lead);
        using var leader = app.As(lead);
        await (await leader.OpenAsync($"/moter/{id}/referat")).PressAsync("Lås referatet");
        await MarkAsync(leader, app, id, ground);
        return (fjord, lead, id);
    }

    /// <summary>All that stands in the parts of an Office file, and their names.</summary>
    internal static string Unzipped(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            text.AppendLine(entry.FullName).AppendLine(reader.ReadToEnd());
        }
        return text.ToString();
    }

    private static async Task MarkAsync(TestBrowser leader, AppUnderTest app, Guid id, string ground)
    {
        var about = await app.InStorageAsync(storage =>
            storage.Matters.Where(row => row.Title == MeetingOfTheTeam.About).Select(row => row.Id).SingleAsync()
        );
        var page = await leader.OpenAsync($"/moter/{id}/referat");
        var marked = await leader.PostAsync(page, $"/moter/{id}/referat/merk", ($"m-{about}", ground));
        marked.TextOf("2. Hemmelig tilrettelegging").ShouldContain("Unntatt offentlighet: offl. §");
    }
}
