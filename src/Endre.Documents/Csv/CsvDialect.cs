namespace Endre.Documents.Csv;

/// <summary>How a CSV file is written: for whom, in one word.</summary>
public sealed record CsvDialect
{
    /// <summary>For Excel set up in Norwegian: semicolons, decimal comma, and a byte order mark so that æøå arrive.</summary>
    public static CsvDialect Norwegian { get; } = new();

    /// <summary>For programs and for Excel set up in English: commas and decimal points.</summary>
    public static CsvDialect International { get; } = new() { Delimiter = ',', DecimalMark = '.' };

    /// <summary>What stands between the fields. A quotation mark, a line break or a letter or digit is refused with <see cref="ArgumentException"/>.</summary>
    public char Delimiter
    {
        get;
        init =>
            field =
                value is '"' or '\r' or '\n' or '\'' or '\uFEFF'
                || char.IsLetterOrDigit(value)
                || char.IsSurrogate(value)
                    ? throw new ArgumentException("This cannot stand between fields.", nameof(value))
                    : value;
    } = ';';

    /// <summary>What stands before the decimals of a number: a comma or a point; otherwise <see cref="ArgumentException"/>.</summary>
    public char DecimalMark
    {
        get;
        init =>
            field = value is ',' or '.'
                ? value
                : throw new ArgumentException("A decimal mark is a comma or a point.", nameof(value));
    } = ',';

    /// <summary>Does the file begin with the mark that tells Excel it is UTF-8? A reader takes both.</summary>
    public bool HasByteOrderMark { get; init; } = true;

    /// <summary>
    /// Do texts that a spreadsheet would run as formulas get an apostrophe first (and lose it again when read)? Off only
    /// for files that no spreadsheet opens.
    /// </summary>
    public bool NeutralizesFormulas { get; init; } = true;
}
