using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops;

public sealed class ReportTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string[] Extensions = ["docx", "xlsx", "csv", "json"];

    [Fact]
    public async Task A_facilitator_reads_the_whole_report()
    {
        var full = await FullWorkshop.ClosedAsync(shared.App);
        using var browser = shared.App.As(full.Facilitator);
        var page = await browser.OpenAsync($"/verksted/{full.Id}/rapport");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldBe("Hva mobiliserer oss på Åsen?");
        page.Headings.ShouldContain("Hva skjer videre");
        page.Headings.ShouldContain("Prosesslederens tolkning");
        page.Text.ShouldContain("12 personer i 3 grupper skrev 57 lapper");
        page.Text.ShouldContain("Åse i sone øst");
        page.Text.ShouldContain("16. mars 2026");
        page.Text.ShouldContain("Vi venter til ny turnus er på plass i mai");
        page.Text.ShouldContain("Tavla henger, og tolv lapper er skrevet.");
        page.Text.ShouldContain("Barriere: Uklart ansvar");
        page.Text.ShouldContain("kom sent");
        page.Text.ShouldContain("fra papir");
    }

    [Fact]
    public async Task A_quote_in_the_interpretation_leads_to_its_note()
    {
        var full = await FullWorkshop.ClosedAsync(shared.App);
        using var browser = shared.App.As(full.Facilitator);
        var page = await browser.OpenAsync($"/verksted/{full.Id}/rapport");
        var quotes = page.Document.QuerySelectorAll("a[href^='#note-']");
        quotes.Length.ShouldBe(2);
        foreach (var quote in quotes)
        {
            var note = page.Document.GetElementById(quote.GetAttribute("href")![1..])!;
            note.TextContent.ShouldContain(quote.TextContent.Trim('«', '»'));
        }
    }

    [Fact]
    public async Task Every_link_inside_the_report_leads_to_one_place()
    {
        var full = await FullWorkshop.ClosedAsync(shared.App);
        using var browser = shared.App.As(full.Facilitator);
        var page = await browser.OpenAsync($"/verksted/{full.Id}/rapport");
        var ids = page.Document.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        ids.ShouldBeUnique();
        foreach (var link in page.Document.QuerySelectorAll("main a[href^='#']"))
        {
            ids.ShouldContain(link.GetAttribute("href")![1..]);
        }
    }

    [Fact]
    public async Task A_participant_gets_what_is_shared_and_nothing_more()
    {
        var full = await FullWorkshop.WithBoardsAsync(shared.App);
        await full.InterpretAsync();
        using var device = shared.App.Api(full.Devices[0].Token);
        var before = await device.GetStringAsync($"/api/v1/workshops/{full.Id}/report.json");
        before.ShouldNotContain("hver sin kant");
        before.ShouldNotContain("Ingen vet hvem som tar imot");
        await full.DoAsync(new Domain.Workshops.Interpreting.ShareInterpretation());
        (await device.GetStringAsync($"/api/v1/workshops/{full.Id}/report.json")).ShouldContain("hver sin kant");
    }

    [Fact]
    public async Task Notes_that_are_not_revealed_are_in_no_report()
    {
        var full = await FullWorkshop.BeginAsync(shared.App);
        await full.ToAsync("question-1-write");
        await full.DoAsync(
            full.Devices[0],
            new Domain.Workshops.Notes.WriteNote(Guid.CreateVersion7(), "question-1", "a", "stille ord", null, false)
        );
        using var leader = shared.App.Api(full.Facilitator.Token);
        using var writer = shared.App.Api(full.Devices[0].Token);
        foreach (var client in new[] { leader, writer })
        {
            (await client.GetStringAsync($"/api/v1/workshops/{full.Id}/report.json")).ShouldNotContain("stille ord");
        }
        await full.DoAsync(new Domain.Workshops.Running.Reveal(null, null));
        (await leader.GetStringAsync($"/api/v1/workshops/{full.Id}/report.json")).ShouldContain("stille ord");
        (await writer.GetStringAsync($"/api/v1/workshops/{full.Id}/report.json")).ShouldContain("stille ord");
        // Another group has not been shown this board.
        using var other = shared.App.Api(full.Devices[1].Token);
        (await other.GetStringAsync($"/api/v1/workshops/{full.Id}/report.json")).ShouldNotContain("stille ord");
    }

    [Fact]
    public async Task A_stranger_finds_no_report()
    {
        var full = await FullWorkshop.ClosedAsync(shared.App);
        using var anybody = shared.App.Browser();
        (await anybody.OpenAsync($"/verksted/{full.Id}/rapport")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var other = shared.App.As(await shared.App.FacilitatorAsync("Ola Annen"));
        (await other.OpenAsync($"/verksted/{full.Id}/rapport")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var api = shared.App.Api();
        foreach (var extension in Extensions)
        {
            var answer = await api.GetAsync($"/api/v1/workshops/{full.Id}/report.{extension}");
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            var file = await anybody.OpenAsync($"/verksted/{full.Id}/rapport.{extension}");
            file.Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Theory]
    [InlineData("nb-NO", "Hva skjer videre", "De beste forslagene fra Gruppe 1")]
    [InlineData("nn-NO", "Kva skjer vidare", "Dei beste forslaga frå Gruppe 1")]
    [InlineData("en-GB", "What happens next", "The best proposals from Group 1")]
    public async Task The_document_is_valid_and_in_the_readers_language(string language, string heading, string caption)
    {
        var full = await FullWorkshop.ClosedAsync(shared.App);
        using var api = shared.App.Api(full.Facilitator.Token);
        api.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var answer = await api.GetAsync($"/api/v1/workshops/{full.Id}/report.docx");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("hva-mobiliserer-oss-pa-asen.docx");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("Hva-mobiliserer-oss-på-Åsen.docx");
        using var file = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file).Select(e => e.Description).ShouldBeEmpty();
        var text = file.MainDocumentPart!.Document!.Body!.InnerText;
        text.ShouldContain(heading);
        text.ShouldContain(caption);
        text.ShouldContain("Ledere som spør hva vi trenger");
    }

    [Fact]
    public async Task The_workbook_has_a_row_for_each_note()
    {
        var full = await FullWorkshop.ClosedAsync(shared.App);
        using var browser = shared.App.As(full.Facilitator);
        var answer = await browser.Client.GetAsync($"/verksted/{full.Id}/rapport.xlsx");
        using var file = SpreadsheetDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file).Select(e => e.Description).ShouldBeEmpty();
        var sheets = file.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>();
        sheets.Select(s => s.Name!.Value).ShouldBe(["Lapper", "Kategorier", "De beste", "Svar", "Om verkstedet"]);
        var notes = file.WorkbookPart.WorksheetParts.Max(p =>
            p.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Count()
        );
        notes.ShouldBe(1 + 57);
    }

    [Theory]
    [InlineData("nb", "Prosesslederens tolkning", "Om verkstedet", "Nr.;Gruppe;Spørsmål;Halvdel;Lapp")]
    [InlineData("nn", "Tolkinga til prosessleiaren", "Om verkstaden", "Nr.;Gruppe;Spørsmål;Halvdel;Lapp")]
    [InlineData("en", "The facilitator's interpretation", "About the workshop", "No.,Group,Question,Half,Note")]
    public async Task Page_workbook_and_csv_are_in_the_readers_language(
        string language,
        string heading,
        string sheet,
        string columns
    )
    {
        var full = await FullWorkshop.ClosedAsync(shared.App);
        using var browser = shared.App.As(full.Facilitator).Speaks(language);
        var page = await browser.OpenAsync($"/verksted/{full.Id}/rapport");
        page.Language.ShouldBe(language);
        page.Headings.ShouldContain(heading);
        var workbook = await browser.Client.GetStreamAsync($"/verksted/{full.Id}/rapport.xlsx");
        using var copy = new MemoryStream();
        await workbook.CopyToAsync(copy);
        using var file = SpreadsheetDocument.Open(copy, isEditable: false);
        file.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
            .Select(s => s.Name!.Value)
            .ShouldContain(sheet);
        (await browser.Client.GetStringAsync($"/verksted/{full.Id}/rapport.csv")).ShouldStartWith(columns);
    }

    [Fact]
    public async Task The_document_has_headings_tables_with_headers_and_no_picture_without_words()
    {
        var full = await FullWorkshop.ClosedAsync(shared.App);
        using var browser = shared.App.As(full.Facilitator);
        using var copy = new MemoryStream(await browser.Client.GetByteArrayAsync($"/verksted/{full.Id}/rapport.docx"));
        using var file = WordprocessingDocument.Open(copy, isEditable: false);
        var body = file.MainDocumentPart!.Document!.Body!;
        var levels = body.Descendants<ParagraphStyleId>()
            .Select(style => style.Val!.Value!)
            .Where(style => style.StartsWith("Heading", StringComparison.Ordinal))
            .Select(style => int.Parse(style["Heading".Length..], System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        levels.ShouldContain(1);
        levels.ShouldContain(2);
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1, "a level is skipped");
        var tables = body.Descendants<Table>().ToList();
        tables.ShouldNotBeEmpty();
        tables.ShouldAllBe(table => table.Elements<TableRow>().First().Descendants<TableHeader>().Any());
        body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>()
            .ShouldAllBe(picture => !string.IsNullOrWhiteSpace(picture.Description!.Value));
    }

    [Fact]
    public async Task The_csv_file_has_the_notes_with_what_was_made_of_them()
    {
        var full = await FullWorkshop.ClosedAsync(shared.App);
        using var browser = shared.App.As(full.Facilitator);
        var lines = (await browser.Client.GetStringAsync($"/verksted/{full.Id}/rapport.csv")).Split("\r\n");
        lines[0].ShouldStartWith("Nr.;Gruppe;Spørsmål;Halvdel;Lapp;Kategorier;Merket som");
        lines.ShouldContain(line => line.Contains("Ingen tar imot;Barriere;Barriere: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_document_opens_in_an_office_program()
    {
        Office.RequireInstalled();
        var full = await FullWorkshop.ClosedAsync(shared.App);
        using var api = shared.App.Api(full.Facilitator.Token);
        using var office = new Office();
        var document = await api.GetByteArrayAsync($"/api/v1/workshops/{full.Id}/report.docx");
        var text = await office.TextOfAsync("rapport.docx", document);
        text.ShouldContain("Hva mobiliserer oss på Åsen?");
        text.ShouldContain("Prosesslederens tolkning");
        text.ShouldContain("Åse i sone øst");
        text.ShouldContain("Tavle på vaktrommet der alle skriver");
    }
}
