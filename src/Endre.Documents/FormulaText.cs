namespace Endre.Documents;

/// <summary>Text that a spreadsheet takes for a formula: what somebody typed into a note must not run on a leader's machine.</summary>
internal static class FormulaText
{
    /// <summary>The beginnings OWASP lists for CSV injection, with line feed and the full-width forms that some programs fold.</summary>
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    /// <summary>Spaces, also those without width, that a program may skip on its way to the formula.</summary>
    private const string Spaces = " \u00A0\u200B\uFEFF";

    public static bool IsRisky(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart(Spaces);
        return !start.IsEmpty && Starts.Contains(start[0], StringComparison.Ordinal);
    }

    /// <summary>
    /// Puts an apostrophe before text that would be a formula. Text that already has apostrophes there gets one more,
    /// so that <see cref="Restore"/> always gives back what was written.
    /// </summary>
    public static string Neutralize(string text) => IsRisky(text.AsSpan().TrimStart('\'')) ? $"'{text}" : text;

    /// <summary>Takes away the apostrophe that <see cref="Neutralize"/> put there.</summary>
    public static string Restore(string text) =>
        text.StartsWith('\'') && IsRisky(text.AsSpan().TrimStart('\'')) ? text[1..] : text;
}
