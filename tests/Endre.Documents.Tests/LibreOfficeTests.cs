using System.Text;
using Endre.Documents.Tests.Support;
using Endre.Documents.Tests.TextDocuments;
using Endre.Documents.Tests.Workbooks;
using Endre.Documents.TextDocuments;
using Endre.Documents.Workbooks;

namespace Endre.Documents.Tests;

/// <summary>Another program than the one whose library we use opens what we write, and finds our words there.</summary>
public sealed class LibreOfficeTests
{
    /// <summary>Semicolons, quotation marks, UTF-8, cells as they are shown, and every sheet of the file.</summary>
    private const string CsvOfAllSheets =
        "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1";

    [Fact]
    public async Task What_we_write_opens_and_says_what_we_wrote()
    {
        LibreOffice.RequireInstalled();
        using var office = new LibreOffice();
        var report = office.Put("rapport.docx", DocxWriter.Write(ReportOfEverything.Make()));
        var hostile = office.Put("ondsinnet.docx", DocxWriter.Write(OfHostileText()));
        var notes = office.Put(
            "lapper.xlsx",
            XlsxWriter.Write(
                ExampleSheets.Make(
                    ExampleSheets.Notes(),
                    new(
                        "Grupper",
                        ["Navn"],
                        [
                            ["Hjemmetjenesten"],
                        ]
                    )
                )
            )
        );

        await office.ConvertAsync("pdf", report, hostile, notes);
        await office.ConvertAsync(CsvOfAllSheets, notes);

        Keep(office, "rapport.pdf", "lapper.pdf", "rapport.docx", "lapper.xlsx");
        var text = await office.ReadPdfAsync("rapport.pdf");
        foreach (
            var expected in new[]
            {
                "Hva mobiliserer oss?",
                "Innhold",
                "• Tid til å tenke sammen",
                "– Fast hver tirsdag",
                "3. Valgte tre",
                "b. Uten diskusjon",
                "Vi vet hva som er galt, men ikke hvor vi skal si det.",
                "Tolkning",
                "Tabell 1: De tre beste forslagene fra gruppe 1",
                "Også nattevakten.",
                "Figur 1: Lapper per gruppe",
                "Čáhppe Sara",
                "Side 3 av 3",
            }
        )
        {
            OneSpaced(text).ShouldContain(expected);
        }

        (await office.ReadPdfAsync("ondsinnet.pdf")).ShouldContain("Čáhppe");
        (await office.ReadPdfAsync("lapper.pdf")).ShouldContain("Fast ti-minutter etter rapport");
        var csv = await File.ReadAllTextAsync(
            Path.Combine(office.Folder, "lapper-Lapper.csv"),
            Encoding.UTF8,
            TestContext.Current.CancellationToken
        );
        csv.ShouldContain("Tavle på vaktrommet;\n«alle» går \"\"forbi\"\"");
        csv.ShouldContain("=1+1");
        csv.ShouldMatch("Čáhppe;9[.,]5;");
        csv.ShouldMatch(";14;[^;]*2026;[^;]*2026[^;]*;", "dates are shown as dates and not as numbers of days");
        File.Exists(Path.Combine(office.Folder, "lapper-Grupper.csv")).ShouldBeTrue();
    }

    private static TextDocument OfHostileText() =>
        ReportOfEverything.Make() with
        {
            Blocks =
            [
                .. AnyText.Hostile.Select(text => new Paragraph(text)),
                .. AnyText.Hostile.Select(text => new Heading(1, text)),
                Image.Svg(Pictures.BarsSvg(), "Uten PNG ved siden av", 60),
                new Table(["Tekst"], [.. AnyText.Hostile.Select(text => new TableRow(text))]),
            ],
        };

    private static string OneSpaced(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>For eyes: with ENDRE_KEEP=folder the files stay there to be looked at.</summary>
    private static void Keep(LibreOffice office, params string[] names)
    {
        if (Environment.GetEnvironmentVariable("ENDRE_KEEP") is { Length: > 0 } folder)
        {
            foreach (var name in names)
            {
                File.Copy(Path.Combine(office.Folder, name), Path.Combine(folder, name), overwrite: true);
            }
        }
    }
}
