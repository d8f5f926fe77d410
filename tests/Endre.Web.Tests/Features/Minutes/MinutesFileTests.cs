using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Endre.Testing;
using Endre.Web.Features.Minutes.Files;
using Endre.Web.Pdf;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Minutes;

/// <summary>The minutes as files: Word at once, PDF/A where LibreOffice is installed, and a package for the archive.</summary>
public sealed class MinutesFileTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PDF_A_has_structure_language_title_fonts_and_says_what_it_is()
    {
        PdfFile.RequireInstalled();
        await using var app = await AppUnderTest.StartAsync();
        var (_, lead, id) = await PublicCopyTests.LockedAsync(app, "personnel");
        using var api = app.Api(lead.Token);
        var answer = await api.GetAsync(new Uri($"/api/v1/meetings/{id}/minutes.pdf", UriKind.Relative), Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        using var pdf = new PdfFile(await answer.Content.ReadAsByteArrayAsync(Ct));

        var facts = await pdf.FactsAsync();
        facts.ShouldContain("Tagged:          yes");
        facts.ShouldContain("JavaScript:      no");
        facts.ShouldContain("Encrypted:       no");
        facts.ShouldContain("Title:           Referat: Forbedringsmøte i mars");
        var meta = await pdf.MetadataAsync();
        meta.ShouldContain("<pdfaid:part>2</pdfaid:part>");
        meta.ShouldContain("<pdfaid:conformance>B</pdfaid:conformance>");
        meta.ShouldContain("<pdfuaid:part>1</pdfuaid:part>");
        meta.ShouldContain("Referat: Forbedringsmøte i mars");
        (await pdf.FontsAsync()).ShouldAllBe(font => font.IsEmbedded);

        var structure = await pdf.StructureAsync();
        structure.Language.ShouldBe("nb-NO");
        structure.ShowsTitle.ShouldBeTrue();
        structure.HasOutputIntent.ShouldBeTrue();
        structure.Tags["/H1"].ShouldBeGreaterThanOrEqualTo(4);
        structure.Tags["/Table"].ShouldBe(1);
        structure.Tags["/TH"].ShouldBeGreaterThanOrEqualTo(5);
        structure.Tags["/LI"].ShouldBeGreaterThanOrEqualTo(2);
        structure.HasAttachments.ShouldBeFalse();
        var text = await pdf.TextAsync();
        foreach (var word in MeetingOfTheTeam.ForAll)
        {
            text.ShouldContain(word);
        }
        // The same minutes are not made anew.
        var again = await api.GetByteArrayAsync(new Uri($"/api/v1/meetings/{id}/minutes.pdf", UriKind.Relative), Ct);
        again.ShouldBe(pdf.Bytes);
    }

    [Fact]
    public async Task No_word_of_a_marked_matter_is_in_the_PDF_of_a_copy()
    {
        PdfFile.RequireInstalled();
        await using var app = await AppUnderTest.StartAsync();
        var (_, lead, id) = await PublicCopyTests.LockedAsync(app, "personnel");
        using var leader = app.As(lead);
        var page = await (await leader.OpenAsync($"/moter/{id}/referat/innsyn")).PressAsync("Lag kopien");
        using var pdf = new PdfFile(await leader.Client.GetByteArrayAsync(page.AddressOf("Kopi 2 som PDF/A"), Ct));
        var all =
            $"{await pdf.TextAsync()}\n{await pdf.MetadataAsync()}\n{await pdf.FactsAsync()}\n{await pdf.JsonAsync()}";
        foreach (var word in MeetingOfTheTeam.OfAbout.Concat(["Kari Sier", "Tove Teamleder"]))
        {
            all.ShouldNotContain(word, Case.Insensitive);
        }
        all.ShouldContain("Unntatt offentlighet, offl. § 23");
    }

    [Fact]
    public async Task The_archive_package_has_decisions_access_and_hashes_and_nothing_of_the_board()
    {
        PdfFile.RequireInstalled();
        await using var app = await AppUnderTest.StartAsync();
        var (fjord, lead, id) = await PublicCopyTests.LockedAsync(app, "personnel");
        using var leader = app.As(lead);
        var page = await leader.OpenAsync($"/moter/{id}/referat");
        await page.Fill("Saksnummer (valgfritt)", "2026/1234").PressAsync("Lagre saksnummeret");
        var bytes = await leader.Client.GetByteArrayAsync($"/moter/{id}/referat/arkivpakke.zip", Ct);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        zip.Entries.Select(entry => entry.FullName)
            .ShouldBe([ArchivePackage.DocumentName, ArchivePackage.MetadataName]);
        var document = Read(zip, ArchivePackage.DocumentName);
        using var metadata = JsonDocument.Parse(Read(zip, ArchivePackage.MetadataName));

        var root = metadata.RootElement;
        root.GetProperty("case").GetProperty("number").GetString().ShouldBe("2026/1234");
        var record = root.GetProperty("record");
        record.GetProperty("title").GetString().ShouldBe("Referat: Forbedringsmøte i mars");
        record.GetProperty("unit").GetProperty("id").GetGuid().ShouldBe(fjord.Team);
        record.GetProperty("access").GetProperty("code").GetString().ShouldBe("UO");
        record.GetProperty("access").GetProperty("legalGrounds")[0].GetString().ShouldBe("Offl. § 23 første ledd");
        root.GetProperty("decisions")
            .EnumerateArray()
            .Select(one => $"{one.GetProperty("text")} {one.GetProperty("access").GetProperty("code")}")
            .ShouldBe(["Alle rør byttes open", "Dagvakt innvilges UO"]);
        var file = root.GetProperty("documents")[0];
        file.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(document)));
        file.GetProperty("size").GetInt64().ShouldBe(document.Length);
        file.GetProperty("format").GetString().ShouldBe("PDF/A-2b");

        static byte[] Read(ZipArchive zip, string name)
        {
            using var content = new MemoryStream();
            using var stream = zip.GetEntry(name)!.Open();
            stream.CopyTo(content);
            return content.ToArray();
        }
    }

    [Fact]
    public async Task Without_LibreOffice_Word_works_and_what_cannot_be_made_says_why()
    {
        await using var app = await AppUnderTest.StartAsync(
            new AppSetup { Replace = builder => builder.Services.AddSingleton(new OfficeProgram(Path: null)) }
        );
        var (_, lead, id) = await PublicCopyTests.LockedAsync(app, "personnel");
        using var leader = app.As(lead);
        var page = await leader.OpenAsync($"/moter/{id}/referat");
        page.Text.ShouldContain("PDF/A kan ikke lages her, fordi LibreOffice ikke er installert.");
        page.HasLink("Arkivpakke").ShouldBeFalse();
        foreach (var file in new[] { "referat.pdf", "referat/arkivpakke.zip" })
        {
            var refused = await leader.OpenAsync($"/moter/{id}/{file}");
            refused.Status.ShouldBe(HttpStatusCode.NotImplemented);
            refused.Text.ShouldContain("LibreOffice ikke er installert");
        }
        using var api = app.Api(lead.Token);
        var problem = await api.GetAsync(new Uri($"/api/v1/meetings/{id}/minutes.pdf", UriKind.Relative), Ct);
        problem.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
        problem.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await problem.Content.ReadAsStringAsync(Ct)).ShouldContain("urn:endre:problem:pdf-not-installed");
        var word = await api.GetAsync(new Uri($"/api/v1/meetings/{id}/minutes.docx?sprak=nn", UriKind.Relative), Ct);
        var text = PublicCopyTests.Unzipped(await word.Content.ReadAsByteArrayAsync(Ct));
        text.ShouldContain("Unnateke frå offentleg innsyn");
        text.ShouldContain("nn-NO");
    }

    [Fact]
    public async Task A_program_that_makes_nothing_or_breaks_is_told_and_leaves_nothing()
    {
        await using var app = await AppUnderTest.StartAsync(
            new AppSetup { Replace = builder => builder.Services.AddSingleton(new OfficeProgram("/bin/false")) }
        );
        var (_, lead, id) = await PublicCopyTests.LockedAsync(app, "personnel");
        using var api = app.Api(lead.Token);
        var problem = await api.GetAsync(new Uri($"/api/v1/meetings/{id}/minutes.pdf", UriKind.Relative), Ct);
        problem.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await problem.Content.ReadAsStringAsync(Ct)).ShouldContain("urn:endre:problem:pdf-failed");
    }

    [Fact]
    public async Task Programs_get_the_minutes_with_a_token_and_strangers_get_nothing()
    {
        await using var app = await AppUnderTest.StartAsync();
        var (fjord, _, id) = await PublicCopyTests.LockedAsync(app, "personnel");
        var address = new Uri($"/api/v1/meetings/{id}/minutes.json", UriKind.Relative);
        using var kari = app.Api(fjord.Kari.Token);
        var minutes = await kari.GetFromJsonAsync<JsonElement>(address, Ct);
        minutes.GetProperty("state").GetString().ShouldBe("locked");
        minutes.GetProperty("lockedBy").GetString().ShouldBe("Tove Teamleder");
        var about = minutes.GetProperty("matters")[1];
        about.GetProperty("access").GetProperty("ground").GetString().ShouldBe("personnel");
        about.GetProperty("actionItems")[0].GetProperty("dueOn").GetString().ShouldBe("2026-03-10");
        using var stranger = app.Api(fjord.Outsider.Token);
        (await stranger.GetAsync(address, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = app.Api();
        (await nobody.GetAsync(address, Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
