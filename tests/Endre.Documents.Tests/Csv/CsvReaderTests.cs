using System.Text;
using Endre.Documents.Csv;

namespace Endre.Documents.Tests.Csv;

public sealed class CsvReaderTests
{
    [Fact]
    public void Rows_are_read_with_the_numbers_a_spreadsheet_shows()
    {
        var table = Read("Navn;Enhet\r\n\r\nKari;Sone øst\r\n\"Ola;\r\nNordmann\";\"\"\r\n");

        table.Header.ShouldBe(["Navn", "Enhet"]);
        table.Rows.Select(row => row.Number).ShouldBe([3, 4]);
        table.Rows[0].Fields.ShouldBe(["Kari", "Sone øst"]);
        table.Rows[1].Fields.ShouldBe(["Ola;\r\nNordmann", ""]);
    }

    [Theory]
    [InlineData("A;B\n1;2")]
    [InlineData("A;B\r1;2\r")]
    [InlineData("\ufeffA;B\r\n1;2\r\n\r\n")]
    public void Line_ends_and_a_byte_order_mark_are_taken_as_they_come(string text) =>
        Read(text).Rows.Single().Fields.ShouldBe(["1", "2"]);

    [Fact]
    public void A_quotation_mark_inside_a_bare_field_is_part_of_it() =>
        Read("A\n5\" rør\n").Rows.Single().Fields.ShouldBe(["5\" rør"]);

    [Theory]
    [InlineData("", CsvProblem.NoHeader, 1, 1)]
    [InlineData("\r\n\r\n", CsvProblem.NoHeader, 1, 1)]
    [InlineData("A;B\n1;2\n3\n", CsvProblem.UnevenRow, 3, 2)]
    [InlineData("A;B\n1;2;3\n", CsvProblem.UnevenRow, 2, 3)]
    [InlineData("A;B\n1;\"2\n", CsvProblem.QuoteNotClosed, 2, 2)]
    [InlineData("A;B\n\"1\"x;2\n", CsvProblem.TextAfterQuote, 2, 1)]
    [InlineData("A;B;C;D\n", CsvProblem.TooManyColumns, 1, 4)]
    [InlineData("A\n1\n2\n3\n", CsvProblem.TooManyRows, 4, 1)]
    [InlineData("A;B\n1;123456\n", CsvProblem.FieldTooLong, 2, 2)]
    [InlineData("A;B\n1;\"123456\"\n", CsvProblem.FieldTooLong, 2, 2)]
    [InlineData("A\n1\n2345678901234567890123456789012345678901234567890\n", CsvProblem.FileTooLarge, 1, 1)]
    public void A_file_that_breaks_a_rule_or_a_limit_is_refused_with_the_place(
        string text,
        CsvProblem problem,
        int row,
        int column
    )
    {
        var limits = new CsvLimits
        {
            MaxRows = 2,
            MaxColumns = 3,
            MaxFieldLength = 5,
            MaxBytes = 50,
        };

        var refusal = Should.Throw<CsvFormatException>(() =>
            CsvReader.Read(Encoding.UTF8.GetBytes(text), limits: limits)
        );

        (refusal.Problem, refusal.Row, refusal.Column).ShouldBe((problem, row, column));
    }

    [Fact]
    public void A_file_in_an_old_code_page_is_refused_with_the_row()
    {
        var refusal = Should.Throw<CsvFormatException>(() =>
            CsvReader.Read(Encoding.Latin1.GetBytes("Navn\nKari\nÅse\n"))
        );

        (refusal.Problem, refusal.Row).ShouldBe((CsvProblem.NotUtf8, 3));
    }

    private static CsvTable Read(string text) => CsvReader.Read(Encoding.UTF8.GetBytes(text));
}
