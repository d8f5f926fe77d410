using System.Globalization;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Endre.Documents.Tests.Support;
using Endre.Documents.Workbooks;
using Cell = Endre.Documents.Workbooks.Cell;
using Sheet = Endre.Documents.Workbooks.Sheet;

namespace Endre.Documents.Tests.Workbooks;

public sealed class XlsxWriterTests
{
    private static readonly Gen<Sheet> AnySheet = Gen.Int[1, 5]
        .SelectMany(columns =>
            Gen.Select(
                AnyText.Gen,
                Gen.Select(AnyText.Gen, Gen.Enum<CellKind>(), (header, kind) => new SheetColumn(header, kind)).Array[
                    columns
                ],
                Gen.Int[0, 5],
                Gen.Int[0, 1_000_000],
                (name, headers, rows, seed) => new Sheet(name, headers, Rows(headers, rows, seed))
            )
        );

    [Fact]
    public void The_validator_finds_nothing_to_say()
    {
        using var file = OfficeFiles.Excel(XlsxWriter.Write(ExampleSheets.Make()));

        file.ShouldBeValid();
    }

    [Fact]
    public void Any_workbook_of_any_text_is_valid() =>
        AnySheet
            .Array[1, 3]
            .Sample(
                sheets =>
                {
                    using var file = OfficeFiles.Excel(XlsxWriter.Write(ExampleSheets.Make(sheets)));
                    file.ShouldBeValid();
                },
                iter: 100
            );

    [Fact]
    public void The_same_workbook_gives_the_same_bytes() =>
        XlsxWriter.Write(ExampleSheets.Make()).ShouldBe(XlsxWriter.Write(ExampleSheets.Make()));

    [Fact]
    public void Text_that_looks_like_a_formula_is_text_and_stays_so_when_edited()
    {
        using var file = OfficeFiles.Excel(XlsxWriter.Write(ExampleSheets.Make()));

        var cell = Read(file, "A4");
        Text(file, cell).ShouldBe("=1+1");
        Worksheet(file).Descendants<CellFormula>().ShouldBeEmpty();
        Format(file, cell).QuotePrefix!.Value.ShouldBeTrue();
    }

    [Fact]
    public void A_date_is_a_date_in_the_readers_own_format()
    {
        using var file = OfficeFiles.Excel(XlsxWriter.Write(ExampleSheets.Make()));

        var date = Read(file, "D2");
        DateTime
            .FromOADate(double.Parse(date.CellValue!.Text, CultureInfo.InvariantCulture))
            .ShouldBe(new DateTime(2026, 6, 1));
        Format(file, date).NumberFormatId!.Value.ShouldBe(14u);
        var moment = Read(file, "E2");
        DateTime
            .FromOADate(double.Parse(moment.CellValue!.Text, CultureInfo.InvariantCulture))
            .ShouldBe(new DateTime(2026, 5, 12, 9, 30, 15), TimeSpan.FromMilliseconds(1));
        Text(file, Read(file, "D4")).ShouldBe("1899-12-31");
    }

    [Fact]
    public void Numbers_and_answers_are_numbers_and_answers()
    {
        using var file = OfficeFiles.Excel(XlsxWriter.Write(ExampleSheets.Make()));

        Read(file, "C3").CellValue!.Text.ShouldBe("9.5");
        Read(file, "C4").CellValue!.Text.ShouldBe("-3");
        Read(file, "F2").DataType!.Value.ShouldBe(CellValues.Boolean);
    }

    [Fact]
    public void The_headers_are_frozen_filtered_and_those_of_a_table()
    {
        using var file = OfficeFiles.Excel(XlsxWriter.Write(ExampleSheets.Make()));

        Worksheet(file).Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        var table = file.WorkbookPart!.WorksheetParts.Single().TableDefinitionParts.Single().Table;
        table.AutoFilter!.Reference!.Value.ShouldBe("A1:F4");
        table
            .TableColumns!.Elements<TableColumn>()
            .Select(column => column.Name!.Value)
            .ShouldBe(["Lapp", "Gruppe", "Stemmer", "Frist", "Skrevet", "Kan vi selv"]);
        file.PackageProperties.Title.ShouldBe("Hva mobiliserer oss?");
        file.PackageProperties.Language.ShouldBe("nb-NO");
    }

    [Fact]
    public void Headers_that_are_alike_or_empty_get_names_of_their_own()
    {
        using var file = OfficeFiles.Excel(
            XlsxWriter.Write(ExampleSheets.Make(new Sheet("A", ["Navn", "navn", "", " \n"], [])))
        );

        file.ShouldBeValid();
        var table = file.WorkbookPart!.WorksheetParts.Single().TableDefinitionParts.Single().Table;
        table
            .TableColumns!.Elements<TableColumn>()
            .Select(column => column.Name!.Value)
            .ShouldBe(["Navn", "navn (2)", "Kolonne 3", "Kolonne 4"]);
        table.Reference!.Value.ShouldBe("A1:D2");
    }

    [Fact]
    public void Names_of_sheets_are_made_to_fit()
    {
        var asked = new[]
        {
            "Gruppe 1: [A/B]?",
            "Lapper",
            "LAPPER",
            "",
            "History",
            "'sitat'",
            "Et navn som er lengre enn trettien tegn",
            "Et navn som er lengre enn trettien tegn",
        };
        using var file = OfficeFiles.Excel(
            XlsxWriter.Write(ExampleSheets.Make([.. asked.Select(name => new Sheet(name, ["A"], []))]))
        );

        file.ShouldBeValid();
        var names = file.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
            .Select(sheet => sheet.Name!.Value);
        names.ShouldBe(
            [
                "Gruppe 1 A B",
                "Lapper",
                "LAPPER (2)",
                "Ark",
                "History (2)",
                "sitat",
                "Et navn som er lengre enn tret…",
                "Et navn som er lengre enn … (2)",
            ],
            comparer: StringComparer.Ordinal
        );
        names.ShouldAllBe(name => name!.Length <= 31);
    }

    [Fact]
    public void Text_longer_than_a_cell_holds_ends_in_an_ellipsis_and_a_whole_character()
    {
        var text = new string('a', 32_765) + "👩👩";
        using var file = OfficeFiles.Excel(
            XlsxWriter.Write(
                ExampleSheets.Make(
                    new Sheet(
                        "A",
                        ["A"],
                        [
                            [text],
                            [new string('b', 32_767)],
                        ]
                    )
                )
            )
        );

        file.ShouldBeValid();
        Text(file, Read(file, "A2")).ShouldBe(new string('a', 32_765) + "…");
        Text(file, Read(file, "A3")).ShouldBe(new string('b', 32_767));
    }

    [Fact]
    public void A_row_that_does_not_fit_its_columns_is_refused_with_its_place()
    {
        Should
            .Throw<ArgumentException>(() =>
                new Sheet(
                    "A",
                    ["A", "B"],
                    [
                        ["1"],
                    ]
                )
            )
            .Message.ShouldContain("Row 1 has 1 cells for 2 columns");
        Should
            .Throw<ArgumentException>(() =>
                new Sheet(
                    "A",
                    ["A"],
                    [
                        ["1"],
                        [2],
                    ]
                )
            )
            .Message.ShouldContain("Row 2, column 1 holds no Text");
        Should.Throw<ArgumentException>(() => new Sheet("A", [], []));
    }

    [Fact]
    public void A_workbook_without_sheets_or_title_is_refused()
    {
        Should.Throw<ArgumentException>(() => ExampleSheets.Make() with { Sheets = [] });
        Should.Throw<ArgumentException>(() => ExampleSheets.Make() with { Title = "" });
    }

    private static IReadOnlyList<IReadOnlyList<Cell>> Rows(SheetColumn[] headers, int count, int seed) =>
        [
            .. Enumerable
                .Range(seed, count)
                .Select(row =>
                    headers.Select((header, column) => AnyCell(header.Kind, row * 31 + column * 7)).ToArray()
                ),
        ];

    private static Cell AnyCell(CellKind kind, int seed) =>
        (seed % 9, kind) switch
        {
            (0, _) => Cell.Empty,
            (_, CellKind.Text) => AnyText.Hostile[seed % AnyText.Hostile.Length],
            (_, CellKind.Number) => seed % 2 == 0 ? decimal.MaxValue / (1 + seed) : -seed / 7m,
            (_, CellKind.Date) => DateOnly.FromDayNumber(seed * 3 % 3_652_058),
            (_, CellKind.Moment) => new DateTime(DateTime.MaxValue.Ticks / (1 + seed), DateTimeKind.Unspecified),
            _ => seed % 2 == 0,
        };

    private static Worksheet Worksheet(SpreadsheetDocument file) =>
        file.WorkbookPart!.WorksheetParts.Single().Worksheet;

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Read(SpreadsheetDocument file, string address) =>
        Worksheet(file)
            .Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()
            .Single(cell => cell.CellReference == address);

    private static string Text(SpreadsheetDocument file, DocumentFormat.OpenXml.Spreadsheet.Cell cell) =>
        file.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>()
            .ElementAt(int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture))
            .InnerText;

    private static CellFormat Format(SpreadsheetDocument file, DocumentFormat.OpenXml.Spreadsheet.Cell cell) =>
        file.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()
            .ElementAt((int)cell.StyleIndex!.Value);
}
