using System.Text;
using CsCheck;
using Endre.Documents.Csv;
using Endre.Documents.Tests.Support;
using Endre.Documents.Tests.Workbooks;
using Endre.Documents.Workbooks;

namespace Endre.Documents.Tests.Csv;

public sealed class CsvWriterTests
{
    [Fact]
    public void A_sheet_for_Norwegian_Excel_has_semicolons_decimal_commas_CRLF_and_a_byte_order_mark()
    {
        var bytes = CsvWriter.Write(ExampleSheets.Notes());

        bytes.Take(3).ShouldBe(new byte[] { 0xEF, 0xBB, 0xBF });
        Encoding
            .UTF8.GetString(bytes, 3, bytes.Length - 3)
            .ShouldBe(
                "Lapp;Gruppe;Stemmer;Frist;Skrevet;Kan vi selv\r\n"
                    + "Fast ti-minutter etter rapport;Hjemmetjenesten;14;2026-06-01;2026-05-12 09:30:15;true\r\n"
                    + "\"Tavle på vaktrommet;\n«alle» går \"\"forbi\"\"\";Čáhppe;9,5;;;false\r\n"
                    + "'=1+1;'+4799999999;-3;1899-12-31;;\r\n"
            );
    }

    [Fact]
    public void A_sheet_for_programs_has_commas_and_decimal_points()
    {
        var sheet = new Sheet(
            "A",
            ["Tekst", new("Tall", CellKind.Number)],
            [
                ["a,b", 1.5m],
            ]
        );

        Write(sheet, CsvDialect.International with { HasByteOrderMark = false })
            .ShouldBe("Tekst,Tall\r\n\"a,b\",1.5\r\n");
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1")]
    [InlineData(" =1")]
    [InlineData("\ufeff=1")]
    [InlineData("'=1")]
    public void Text_that_a_spreadsheet_would_run_gets_an_apostrophe_first(string text) =>
        CsvReader
            .Read(CsvWriter.Write(One(text)), CsvDialect.Norwegian with { NeutralizesFormulas = false })
            .Rows.Single()
            .Fields.Single()
            .ShouldBe($"'{text}");

    [Theory]
    [InlineData("'sitat'")]
    [InlineData("1=1")]
    [InlineData("kari@fjordvik.example")]
    public void Harmless_text_is_left_as_it_is(string text) =>
        Write(One(text), new() { HasByteOrderMark = false }).ShouldBe($"A\r\n{text}\r\n");

    [Fact]
    public void Whatever_is_written_is_read_again_as_it_was() =>
        Gen.Select(
                Gen.Int[1, 4].SelectMany(columns => AnyText.Gen.Array[columns].Array[1, 6]),
                Gen.OneOf(
                    CsvDialect.Norwegian,
                    CsvDialect.International,
                    new CsvDialect { Delimiter = '\t' },
                    new CsvDialect { NeutralizesFormulas = false }
                )
            )
            .Sample(
                (texts, dialect) =>
                {
                    var sheet = new Sheet(
                        "A",
                        [.. texts[0].Select(header => new SheetColumn(header))],
                        [.. texts[1..].Select(row => row.Select(text => (Cell)text).ToArray())]
                    );

                    var read = CsvReader.Read(CsvWriter.Write(sheet, dialect), dialect);

                    read.Header.ShouldBe(texts[0].Select(Readable));
                    read.Rows.Select(row => row.Fields)
                        .ShouldBe(texts[1..].Select(row => row.Select(Readable).ToArray()));
                },
                iter: 2_000
            );

    [Theory]
    [InlineData('"')]
    [InlineData('\n')]
    [InlineData('a')]
    public void A_delimiter_that_would_be_ambiguous_is_refused(char delimiter) =>
        Should.Throw<ArgumentException>(() => new CsvDialect { Delimiter = delimiter });

    private static Sheet One(string text) =>
        new(
            "A",
            ["A"],
            [
                [text],
            ]
        );

    private static string Write(Sheet sheet, CsvDialect dialect) =>
        Encoding.UTF8.GetString(CsvWriter.Write(sheet, dialect));

    /// <summary>What can be carried is; each UTF-16 unit that cannot is one mark of replacement.</summary>
    private static string Readable(string text)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
            {
                result.Append(text, i++, 2);
                continue;
            }

            var isCarried = System.Xml.XmlConvert.IsXmlChar(text[i]);
            result.Append(isCarried ? text[i] : '\ufffd');
        }

        return result.ToString();
    }
}
