using System.Buffers;
using System.Globalization;
using System.Text;
using Endre.Documents.Workbooks;

namespace Endre.Documents.Csv;

/// <summary>Writes a <see cref="Sheet"/> as comma-separated values (RFC 4180: CRLF, quotation marks doubled), in UTF-8.</summary>
public static class CsvWriter
{
    /// <summary>The media type of what <see cref="Write"/> makes.</summary>
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>
    /// The sheet as a file: its headers, then its rows. Numbers stay numbers, dates are ISO 8601, yes and no are
    /// <c>true</c> and <c>false</c>. Text that a spreadsheet would take for a formula is neutralized, and what UTF-8
    /// or XML cannot carry becomes U+FFFD.
    /// </summary>
    /// <param name="sheet">What to write; its name is not part of the file.</param>
    /// <param name="dialect">For whom; <see cref="CsvDialect.Norwegian"/> when null.</param>
    /// <returns>The bytes of the .csv file.</returns>
    public static byte[] Write(Sheet sheet, CsvDialect? dialect = null)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        dialect ??= CsvDialect.Norwegian;
        var special = SearchValues.Create([dialect.Delimiter, '"', '\r', '\n']);
        var file = new StringBuilder();
        AppendLine(file, sheet.Columns.Select(column => Text(column.Header, dialect)), dialect, special);
        foreach (var row in sheet.Rows)
        {
            AppendLine(file, row.Select(cell => Text(cell, dialect)), dialect, special);
        }

        var text = file.ToString();
        return dialect.HasByteOrderMark
            ? [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]
            : Encoding.UTF8.GetBytes(text);
    }

    private static void AppendLine(
        StringBuilder file,
        IEnumerable<string> fields,
        CsvDialect dialect,
        SearchValues<char> special
    )
    {
        var start = file.Length;
        var count = 0;
        foreach (var field in fields)
        {
            if (count++ > 0)
            {
                file.Append(dialect.Delimiter);
            }

            if (field.AsSpan().ContainsAny(special))
            {
                file.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
            else
            {
                file.Append(field);
            }
        }

        if (file.Length == start)
        {
            // One empty field and no field at all look alike unless the field is quoted.
            file.Append("\"\"");
        }

        file.Append("\r\n");
    }

    private static string Text(Cell cell, CsvDialect dialect) =>
        cell switch
        {
            TextCell text => Text(text.Text, dialect),
            NumberCell number => number.Number.ToString(CultureInfo.InvariantCulture).Replace('.', dialect.DecimalMark),
            DateCell date => date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            MomentCell moment => moment.Moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            BooleanCell boolean => boolean.Value ? "true" : "false",
            _ => "",
        };

    private static string Text(string text, CsvDialect dialect)
    {
        var clean = SafeText.Clean(text);
        return dialect.NeutralizesFormulas ? FormulaText.Neutralize(clean) : clean;
    }
}
