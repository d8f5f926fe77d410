using System.Text;

namespace Endre.Documents.Csv;

/// <summary>
/// Reads comma-separated values (RFC 4180; a lone LF or CR ends a line too, and empty lines are passed over) that
/// people send us, within limits.
/// </summary>
public static class CsvReader
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file: UTF-8, with or without a byte order mark.</param>
    /// <param name="dialect">How it is written; <see cref="CsvDialect.Norwegian"/> when null.</param>
    /// <param name="limits">What is taken at most; <see cref="CsvLimits.Default"/> when null.</param>
    /// <returns>The headers and rows, each row with as many fields as there are headers.</returns>
    /// <exception cref="CsvFormatException">The file breaks a rule or a limit; it tells which, and the row and column.</exception>
    public static CsvTable Read(ReadOnlySpan<byte> bytes, CsvDialect? dialect = null, CsvLimits? limits = null)
    {
        limits ??= CsvLimits.Default;
        if (bytes.Length > limits.MaxBytes)
        {
            throw new CsvFormatException(CsvProblem.FileTooLarge, row: 1, column: 1);
        }

        var scanner = new CsvScanner(Decode(bytes), dialect ?? CsvDialect.Norwegian, limits);
        if (scanner.NextRow() is not { } header)
        {
            throw new CsvFormatException(CsvProblem.NoHeader, row: 1, column: 1);
        }

        var rows = new List<CsvRow>();
        while (scanner.NextRow() is { } row)
        {
            if (rows.Count == limits.MaxRows)
            {
                throw new CsvFormatException(CsvProblem.TooManyRows, row.Number, column: 1);
            }

            if (row.Fields.Count != header.Fields.Count)
            {
                var column = Math.Min(row.Fields.Count, header.Fields.Count) + 1;
                throw new CsvFormatException(CsvProblem.UnevenRow, row.Number, column);
            }

            rows.Add(row);
        }

        return new(header.Fields, rows);
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        var mark = Encoding.UTF8.Preamble;
        var content = bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes;
        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException fault)
        {
            // Excel's plain «CSV» is in the machine's old code page: say where the first strange letter stands.
            var before = content[..Math.Clamp(fault.Index, 0, content.Length)];
            throw new CsvFormatException(CsvProblem.NotUtf8, row: 1 + before.Count((byte)'\n'), column: 1);
        }
    }
}

/// <summary>What a reader takes at most.</summary>
public sealed record CsvLimits
{
    /// <summary>10,000 rows, 100 columns, 32,767 characters in a field, 16 MiB.</summary>
    public static CsvLimits Default { get; } = new();

    /// <summary>Rows below the headers.</summary>
    public int MaxRows { get; init; } = 10_000;

    /// <summary>Columns.</summary>
    public int MaxColumns { get; init; } = 100;

    /// <summary>UTF-16 units in one field.</summary>
    public int MaxFieldLength { get; init; } = 32_767;

    /// <summary>Bytes in the file.</summary>
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;
}

/// <summary>What was read.</summary>
/// <param name="Header">The fields of the first row.</param>
/// <param name="Rows">The rows below it.</param>
public sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<CsvRow> Rows);

/// <summary>A row that was read.</summary>
/// <param name="Number">Its number as a spreadsheet shows it: the header is 1, and empty rows count.</param>
/// <param name="Fields">Its fields, as many as there are headers.</param>
public sealed record CsvRow(int Number, IReadOnlyList<string> Fields);

/// <summary>Why a CSV file was refused, for a message in the reader's own language.</summary>
public enum CsvProblem
{
    /// <summary>The file is larger than <see cref="CsvLimits.MaxBytes"/>.</summary>
    FileTooLarge,

    /// <summary>The file is not UTF-8 (save it as «CSV UTF-8»).</summary>
    NotUtf8,

    /// <summary>There is no row at all.</summary>
    NoHeader,

    /// <summary>More rows than <see cref="CsvLimits.MaxRows"/>.</summary>
    TooManyRows,

    /// <summary>More columns than <see cref="CsvLimits.MaxColumns"/>.</summary>
    TooManyColumns,

    /// <summary>A field longer than <see cref="CsvLimits.MaxFieldLength"/>.</summary>
    FieldTooLong,

    /// <summary>A row with more or fewer fields than the header.</summary>
    UnevenRow,

    /// <summary>A quotation mark opens a field and none closes it.</summary>
    QuoteNotClosed,

    /// <summary>Something stands between the closing quotation mark and the end of the field.</summary>
    TextAfterQuote,
}

/// <summary>A CSV file was refused.</summary>
public sealed class CsvFormatException : FormatException
{
    /// <summary>A refusal.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="row">The row, from 1 for the header.</param>
    /// <param name="column">The column, from 1.</param>
    public CsvFormatException(CsvProblem problem, int row, int column)
        : base($"{problem} at row {row}, column {column}.") => (Problem, Row, Column) = (problem, row, column);

    /// <summary>Why.</summary>
    public CsvProblem Problem { get; }

    /// <summary>The row as a spreadsheet shows it, from 1 for the header.</summary>
    public int Row { get; }

    /// <summary>The column, from 1.</summary>
    public int Column { get; }
}
