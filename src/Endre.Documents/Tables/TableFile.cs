using System.Text;
using Endre.Documents.Csv;

namespace Endre.Documents.Tables;

/// <summary>
/// Reads a table that somebody uploads, whatever their spreadsheet made of it: an Excel workbook (.xlsx), or text with
/// semicolons, commas or tabs, in UTF-8, UTF-16 or Windows-1252. Any bytes give a table or a <see cref="TableFormatException"/>.
/// </summary>
public static class TableFile
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Reads the file. Rows that end early are filled up with empty fields.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="limits">What is taken at most.</param>
    /// <returns>The headers and the rows, each with as many fields as there are headers.</returns>
    /// <exception cref="TableFormatException">The file cannot be read, or breaks a limit; it tells where.</exception>
    public static CsvTable Read(byte[] bytes, TableLimits limits)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(limits);
        if (bytes.Length > limits.MaxBytes)
        {
            throw new TableFormatException(TableProblem.FileTooLarge);
        }
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return WorkbookTable.Read(bytes, limits);
        }
        return bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])
            ? throw new TableFormatException(TableProblem.OldWorkbook)
            : ReadText(Decode(bytes), limits);
    }

    private static CsvTable ReadText(string text, TableLimits limits)
    {
        var dialect = new CsvDialect { Delimiter = DelimiterOf(text) };
        var scanner = new CsvScanner(
            text,
            dialect,
            new CsvLimits { MaxColumns = limits.MaxColumns, MaxFieldLength = limits.MaxFieldLength }
        );
        try
        {
            var header = scanner.NextRow() ?? throw new TableFormatException(TableProblem.NoHeader);
            var rows = new List<CsvRow>();
            while (scanner.NextRow() is { } row)
            {
                // Spreadsheets save rows that somebody once touched.
                if (row.Fields.All(string.IsNullOrWhiteSpace))
                {
                    continue;
                }
                if (rows.Count == limits.MaxRows)
                {
                    throw new TableFormatException(TableProblem.TooManyRows, row.Number);
                }
                rows.Add(Fit(row, header.Fields.Count));
            }
            return new CsvTable(header.Fields, rows);
        }
        catch (CsvFormatException fault)
        {
            throw new TableFormatException(Enum.Parse<TableProblem>(fault.Problem.ToString()), fault.Row, fault.Column);
        }
    }

    private static CsvRow Fit(CsvRow row, int count)
    {
        if (row.Fields.Skip(count).Any(field => !string.IsNullOrWhiteSpace(field)))
        {
            throw new TableFormatException(TableProblem.UnevenRow, row.Number, count + 1);
        }
        var missing = Math.Max(0, count - row.Fields.Count);
        return new CsvRow(row.Number, [.. row.Fields.Take(count), .. Enumerable.Repeat("", missing)]);
    }

    // The sign that stands most often between the words of the first line, outside of quotation marks.
    private static char DelimiterOf(string text)
    {
        Span<int> counts = stackalloc int[3];
        var isQuoted = false;
        foreach (var letter in text)
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && letter is '\r' or '\n')
            {
                break;
            }
            else if (!isQuoted && letter is ';' or '\t' or ',')
            {
                counts[
                    letter == ';' ? 0
                    : letter == '\t' ? 1
                    : 2
                ]++;
            }
        }
        return counts[0] >= counts[1] && counts[0] >= counts[2] ? ';'
            : counts[1] >= counts[2] ? '\t'
            : ',';
    }

    private static string Decode(byte[] bytes)
    {
        var content = bytes.AsSpan();
        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            return Utf8(content[Encoding.UTF8.Preamble.Length..])
                ?? throw new TableFormatException(TableProblem.NotATable);
        }
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(content[2..]);
        }
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(content[2..]);
        }
        // No text has such bytes, and a picture has many.
        if (content.Contains((byte)0))
        {
            throw new TableFormatException(TableProblem.NotATable);
        }
        return Utf8(content) ?? Windows.GetString(content);
    }

    private static string? Utf8(ReadOnlySpan<byte> content)
    {
        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

/// <summary>What is taken of an uploaded table at most.</summary>
public sealed record TableLimits
{
    /// <summary>Rows below the headers.</summary>
    public int MaxRows { get; init; } = 20_000;

    /// <summary>Columns.</summary>
    public int MaxColumns { get; init; } = 50;

    /// <summary>UTF-16 units in one field.</summary>
    public int MaxFieldLength { get; init; } = 5_000;

    /// <summary>Bytes in the file.</summary>
    public int MaxBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Bytes in a workbook when it is unpacked.</summary>
    public int MaxUnpackedBytes { get; init; } = 100 * 1024 * 1024;

    /// <summary>Whether a day of a workbook comes with its time, where it has one: <c>2026-03-02 14:05</c>. Otherwise it is the day alone.</summary>
    public bool KeepsTimes { get; init; }
}

/// <summary>Why an uploaded table was refused, for a message in the reader's own language.</summary>
public enum TableProblem
{
    /// <summary>The file is larger than <see cref="TableLimits.MaxBytes"/>.</summary>
    FileTooLarge,

    /// <summary>The file is neither a workbook nor text.</summary>
    NotATable,

    /// <summary>The file is a workbook of before 2007 (.xls).</summary>
    OldWorkbook,

    /// <summary>The workbook is damaged, locked with a password, or holds what no spreadsheet writes.</summary>
    BrokenWorkbook,

    /// <summary>The workbook is larger than <see cref="TableLimits.MaxUnpackedBytes"/> when it is unpacked.</summary>
    WorkbookTooLarge,

    /// <summary>A formula whose value was never worked out.</summary>
    FormulaWithoutValue,

    /// <summary>A cell that shows an error, such as #REF!.</summary>
    CellError,

    /// <summary>There is no row at all.</summary>
    NoHeader,

    /// <summary>More rows than <see cref="TableLimits.MaxRows"/>.</summary>
    TooManyRows,

    /// <summary>More columns than <see cref="TableLimits.MaxColumns"/>.</summary>
    TooManyColumns,

    /// <summary>A field longer than <see cref="TableLimits.MaxFieldLength"/>.</summary>
    FieldTooLong,

    /// <summary>A row with more fields than the header.</summary>
    UnevenRow,

    /// <summary>A quotation mark opens a field and none closes it.</summary>
    QuoteNotClosed,

    /// <summary>Something stands between the closing quotation mark and the end of the field.</summary>
    TextAfterQuote,
}

/// <summary>An uploaded table was refused.</summary>
public sealed class TableFormatException : FormatException
{
    /// <summary>A refusal.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="row">The row, from 1 for the header; 0 for the file as a whole.</param>
    /// <param name="column">The column, from 1; 0 for the whole row.</param>
    public TableFormatException(TableProblem problem, int row = 0, int column = 0)
        : base($"{problem} at row {row}, column {column}.") => (Problem, Row, Column) = (problem, row, column);

    /// <summary>Why.</summary>
    public TableProblem Problem { get; }

    /// <summary>The row as a spreadsheet shows it, from 1 for the header; 0 for the file as a whole.</summary>
    public int Row { get; }

    /// <summary>The column, from 1; 0 for the whole row.</summary>
    public int Column { get; }
}
