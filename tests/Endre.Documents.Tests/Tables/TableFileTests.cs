using System.IO.Compression;
using System.Text;
using CsCheck;
using Endre.Documents.Tables;
using Endre.Documents.Workbooks;

namespace Endre.Documents.Tests.Tables;

public sealed class TableFileTests
{
    private static readonly TableLimits Limits = new()
    {
        MaxRows = 5,
        MaxColumns = 4,
        MaxFieldLength = 100,
    };
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Navn;Sted\r\nÅse;Ålesund\r\n")]
    [InlineData("Navn,Sted\nÅse,Ålesund")]
    [InlineData("Navn\tSted\rÅse\tÅlesund\r")]
    [InlineData("\"Navn\";\"Sted\"\n\"Åse\";\"Ålesund\"\n;\n\n")]
    [InlineData("Navn;Sted, by\nÅse;Ålesund")]
    public void Text_is_read_whatever_stands_between_and_in_whatever_encoding(string text)
    {
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(text),
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        ];
        foreach (var file in files)
        {
            var table = TableFile.Read(file, Limits);
            table.Header[0].ShouldBe("Navn");
            table.Rows.Single().Fields.ShouldBe(["Åse", "Ålesund"]);
            table.Rows.Single().Number.ShouldBe(2);
        }
    }

    [Fact]
    public void A_moment_of_a_workbook_keeps_its_time_for_whoever_wants_it()
    {
        var day = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Unspecified);
        DateTime[] moments = [day.AddHours(14).AddMinutes(5), day.AddMinutes(1), day, day.AddHours(23.5).AddSeconds(7)];
        var file = XlsxWriter.Write(
            new Workbook
            {
                Title = "Tider",
                CreatedAt = Now,
                Sheets =
                [
                    new Sheet(
                        "Tider",
                        [new SheetColumn("Tid", CellKind.Moment)],
                        [.. moments.Select(at => (IReadOnlyList<Cell>)[at])]
                    ),
                ],
            }
        );
        TableFile.Read(file, Limits).Rows.ShouldAllBe(row => row.Fields[0] == "2026-03-02");
        TableFile
            .Read(file, Limits with { KeepsTimes = true })
            .Rows.Select(row => row.Fields[0])
            .ShouldBe(["2026-03-02 14:05", "2026-03-02 00:01", "2026-03-02", "2026-03-02 23:30:07"]);
    }

    [Fact]
    public void A_row_may_end_early_and_not_late()
    {
        TableFile
            .Read("a;b;c\n1\n1;2;3;\n"u8.ToArray(), Limits)
            .Rows.Select(row => row.Fields)
            .ShouldBe([
                ["1", "", ""],
                ["1", "2", "3"],
            ]);
        Problem("a;b\n1;2;3"u8.ToArray()).ShouldBe((TableProblem.UnevenRow, 2, 3));
    }

    [Fact]
    public void What_breaks_a_limit_is_told_where()
    {
        Problem("a\n1\n2\n3\n4\n5\n6"u8.ToArray()).ShouldBe((TableProblem.TooManyRows, 7, 0));
        Problem("a;b;c;d;e"u8.ToArray()).ShouldBe((TableProblem.TooManyColumns, 1, 5));
        Problem(Encoding.UTF8.GetBytes($"a\n{new string('x', 101)}")).ShouldBe((TableProblem.FieldTooLong, 2, 1));
        Problem("a\n\"1"u8.ToArray()).ShouldBe((TableProblem.QuoteNotClosed, 2, 1));
        Problem([]).ShouldBe((TableProblem.NoHeader, 0, 0));
        Problem([0x89, 0x50, 0x4E, 0x47, 0, 0]).Item1.ShouldBe(TableProblem.NotATable);
        Problem([0xD0, 0xCF, 0x11, 0xE0, 0xA1]).Item1.ShouldBe(TableProblem.OldWorkbook);
        Problem(new byte[(10 * 1024 * 1024) + 1]).Item1.ShouldBe(TableProblem.FileTooLarge);
    }

    [Fact]
    public void A_workbook_is_read_as_text_with_days_as_days()
    {
        var sheet = new Sheet(
            "Ark",
            ["Navn", new SheetColumn("Nummer", CellKind.Number), new SheetColumn("Fra", CellKind.Date)],
            [
                ["Åse & <co>", 1001, new DateOnly(2026, 8, 15)],
                [Cell.Empty, 2.5m, Cell.Empty],
            ]
        );
        var table = TableFile.Read(Write(sheet), Limits);
        table.Header.ShouldBe(["Navn", "Nummer", "Fra"]);
        table
            .Rows.Select(row => row.Fields)
            .ShouldBe([
                ["Åse & <co>", "1001", "2026-08-15"],
                ["", "2.5", ""],
            ]);
        table.Rows.Select(row => row.Number).ShouldBe([2, 3]);
    }

    [Fact]
    public void Formulas_give_the_value_that_was_worked_out()
    {
        const string Row = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Navn</t></is></c><c r="C1" t="inlineStr"><is><r><t>Til</t></r><r><t>tak</t></r></is></c></row>
            <row r="4"><c r="A4" t="str"><f>B4</f><v>Kari</v></c><c r="C4"><f>1+1</f><v>2</v></c></row>
            """;
        var table = TableFile.Read(Raw(Row), Limits);
        table.Header.ShouldBe(["Navn", "", "Tiltak"]);
        (table.Rows.Single().Number, table.Rows.Single().Fields[2]).ShouldBe((4, "2"));
        Problem(Raw("""<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><f>NOW()</f></c></row>"""))
            .ShouldBe((TableProblem.FormulaWithoutValue, 2, 1));
        Problem(
                Raw(
                    """<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" t="e"><f>B9</f><v>#REF!</v></c></row>"""
                )
            )
            .ShouldBe((TableProblem.CellError, 2, 1));
    }

    [Fact]
    public void A_cell_far_away_is_refused_before_the_row_is_filled_up() =>
        Problem(Raw("""<row r="1"><c r="XFD1"><v>1</v></c></row>"""))
            .ShouldBe((TableProblem.TooManyColumns, 1, 16_384));

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        var bomb = Raw(
            "",
            add: archive =>
            {
                using var content = archive.CreateEntry("xl/media/image1.png", CompressionLevel.SmallestSize).Open();
                var zeros = new byte[1024 * 1024];
                for (var i = 0; i < 120; i++)
                {
                    content.Write(zeros);
                }
            }
        );
        bomb.Length.ShouldBeLessThan(200_000);
        Problem(bomb).Item1.ShouldBe(TableProblem.WorkbookTooLarge);
    }

    [Theory]
    [InlineData("""<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>""", "&e;")]
    [InlineData(
        """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>""",
        "&c;"
    )]
    public void Entities_are_refused(string doctype, string text)
    {
        var row = $"""<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>""";
        Problem(Raw(row, doctype)).Item1.ShouldBe(TableProblem.BrokenWorkbook);
    }

    [Fact]
    public void Any_bytes_give_a_table_or_a_refusal() =>
        Gen.Byte.Array[0, 300].Sample(bytes => Reads(bytes) && Reads([.. "PK\u0003\u0004"u8, .. bytes]));

    [Fact]
    public void A_damaged_workbook_gives_a_table_or_a_refusal()
    {
        var whole = Write(
            new Sheet(
                "Ark",
                ["Navn", "Sted"],
                [
                    ["Åse", "Ålesund"],
                    ["Per", "Bergen"],
                ]
            )
        );
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length])
            .Sample(
                (place, value, length) =>
                {
                    var damaged = whole.ToArray();
                    damaged[place] = value;
                    return Reads(damaged) && Reads(whole[..length]);
                },
                iter: 300
            );
    }

    private static bool Reads(byte[] bytes)
    {
        try
        {
            return TableFile.Read(bytes, Limits).Header.Count > 0;
        }
        catch (TableFormatException)
        {
            return true;
        }
    }

    private static (TableProblem, int, int) Problem(byte[] bytes)
    {
        var fault = Should.Throw<TableFormatException>(() => TableFile.Read(bytes, Limits));
        return (fault.Problem, fault.Row, fault.Column);
    }

    private static byte[] Write(Sheet sheet) =>
        XlsxWriter.Write(
            new Workbook
            {
                Title = "Prøve",
                CreatedAt = Now,
                Sheets = [sheet],
            }
        );

    // The least that a spreadsheet program would open, with these rows in its sheet.
    private static byte[] Raw(string rows, string doctype = "", Action<ZipArchive>? add = null)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(
                "[Content_Types].xml",
                $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.worksheet+xml"/></Types>"""
            );
            Put(
                "_rels/.rels",
                $"""<Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            );
            Put(
                "xl/workbook.xml",
                $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Ark" sheetId="1" r:id="r1"/></sheets></workbook>"""
            );
            Put(
                "xl/_rels/workbook.xml.rels",
                $"""<Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""
            );
            Put(
                "xl/worksheets/sheet1.xml",
                $"""{doctype}<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>"""
            );
            add?.Invoke(archive);

            void Put(string name, string content)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}
