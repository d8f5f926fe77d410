using System.Net;
using System.Text;
using Endre.Documents.Workbooks;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Improvements.Measures;

/// <summary>Many numbers at once: shown first, stored by the button.</summary>
public sealed class ImportMeasurementsTests
{
    [Theory]
    [InlineData("Dato;Verdi\r\n2026-01-05;12,5\r\n12.1.2026;8\r\n", false)]
    [InlineData("Dato,Verdi\n2026-01-05,12.5\n2026-01-12,8\n", true)]
    [InlineData("2026-01-05;12,5\n2026-01-12;8", true)]
    public async Task A_file_of_whatever_spreadsheet_is_read(string text, bool hasMark)
    {
        await using var app = await AppUnderTest.StartAsync();
        var (browser, page) = await FormAsync(app);
        using var _ = browser;
        byte[] bytes = [.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];
        page = await page.Choose("Eller velg en fil", "tall.csv", bytes).PressAsync("Se hva som blir lagret");
        page.Text.ShouldContain("Nye tall: 2");
        await page.PressAsync("Lagre tallene");
        (await NumbersAsync(app)).ShouldBe([12.5m, 8m]);
    }

    [Fact]
    public async Task A_workbook_is_read_and_what_cannot_be_is_told_with_row_field_and_reason()
    {
        await using var app = await AppUnderTest.StartAsync();
        var (browser, page) = await FormAsync(app);
        using var _ = browser;
        var form = page;
        var bytes = XlsxWriter.Write(
            new Workbook
            {
                Title = "Tall",
                CreatedAt = app.Time.GetUtcNow(),
                Sheets =
                [
                    new Sheet(
                        "Tall",
                        [new SheetColumn("Dato", CellKind.Date), new SheetColumn("Antall", CellKind.Number), "Merknad"],
                        [
                            [new DateOnly(2026, 1, 5), 12.5m, "helg"],
                            [Cell.Empty, 3, "uten dag"],
                            [new DateOnly(2026, 1, 12), 0.00001m, ""],
                            [new DateOnly(2026, 1, 19), Cell.Empty, "ferie"],
                        ]
                    ),
                ],
            }
        );
        page = await form.Choose("Eller velg en fil", "tall.xlsx", bytes).PressAsync("Se hva som blir lagret");
        page.Text.ShouldContain("Nye tall: 1");
        page.Text.ShouldContain("Rader uten tall: 1");
        page.TextOf("Rader som ikke kan brukes").ShouldContain("Velg en dag.");
        page.TextOf("Rader som ikke kan brukes").ShouldContain("Tallet kan ha høyst 4 desimaler.");
        (await NumbersAsync(app)).ShouldBeEmpty();
        await page.PressAsync("Lagre tallene");
        // The button was pressed twice.
        await page.PressAsync("Lagre tallene");
        (await NumbersAsync(app)).ShouldBe([12.5m]);

        page = await (await browser.OpenAsync(form.Path))
            .Fill("Lim inn tallene", "5.1.2026 9\n12.1.2026 7")
            .PressAsync("Se hva som blir lagret");
        page.Text.ShouldContain("Har et annet tall fra før: 1");
        page.Text.ShouldContain("12,5 ganger står der, 9 ganger i lista");
        var skipped = await page.PressAsync("Lagre tallene");
        skipped.Text.ShouldContain("Lagret: 1 nye tall, 0 rettet.");
        (await NumbersAsync(app)).ShouldBe([12.5m, 7m]);
        page = await (await browser.OpenAsync(form.Path))
            .Fill("Lim inn tallene", "5.1.2026 9")
            .PressAsync("Se hva som blir lagret");
        page = await page.Tick("Bytt dem ut. Det gamle blir stående i historikken.").PressAsync("Lagre tallene");
        page.Text.ShouldContain("Lagret: 0 nye tall, 1 rettet.");
        (await NumbersAsync(app)).ShouldBe([9m, 7m]);
    }

    [Fact]
    public async Task What_is_no_list_is_refused_and_what_was_pasted_stays()
    {
        await using var app = await AppUnderTest.StartAsync();
        var (browser, form) = await FormAsync(app);
        using var _ = browser;
        var page = await form.PressAsync("Se hva som blir lagret");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldContain("Lim inn tallene, eller velg en fil med tall.");
        page = await (await browser.OpenAsync(form.Path))
            .Choose("Eller velg en fil", "tall.xls", [0xD0, 0xCF, 0x11, 0xE0, 0, 0])
            .Fill("Lim inn tallene", "det jeg limte inn")
            .PressAsync("Se hva som blir lagret");
        page.Messages.ShouldContain(message =>
            message.StartsWith("Dette er en gammel Excel-fil", StringComparison.Ordinal)
        );
        page.ValueOf("Lim inn tallene").ShouldBe("det jeg limte inn");
        var tooMany = string.Join('\n', Enumerable.Range(1, 2_002));
        page = await (await browser.OpenAsync(form.Path))
            .Fill("Lim inn tallene", tooMany)
            .PressAsync("Se hva som blir lagret");
        page.Messages.ShouldContain("Et måltall kan ha høyst 2000 tall.");
        (await NumbersAsync(app)).ShouldBeEmpty();
    }

    private static async Task<(TestBrowser Browser, TestPage Page)> FormAsync(AppUnderTest app)
    {
        var fjord = await Fjord.OnAsync(app);
        var kari = app.As(fjord.Kari);
        var page = await MeasureTests.MeasureAsync(kari, fjord.Team);
        return (kari, await page.FollowAsync("Lim inn eller importer mange"));
    }

    private static async Task<List<decimal?>> NumbersAsync(AppUnderTest app) =>
        await app.InStorageAsync(storage =>
            storage.Measurements.OrderBy(row => row.OnDay).Select(row => row.Number).ToListAsync()
        );
}
