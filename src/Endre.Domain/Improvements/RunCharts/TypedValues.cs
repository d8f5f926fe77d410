using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Improvements.RunCharts;

/// <summary>Values as somebody types them, or pastes them from a spreadsheet.</summary>
public static class TypedValues
{
    /// <summary>The most characters that are read.</summary>
    public const int LongestText = 6_000;

    private const string Between = " \t\r\n;";
    private static readonly string[] Missing = ["-", "–", "—", "."];

    /// <summary>Reads values with spaces, tabs, semicolons or lines between.</summary>
    /// <param name="text">
    /// Such as <c>12,5 13 - 11</c>: decimals with a comma or a point; a comma with a space behind it parts two values; a
    /// hyphen or an empty cell is a value that is missing.
    /// </param>
    /// <param name="values">The values in their order; empty when refused.</param>
    /// <returns>
    /// Null when they are read; otherwise (field <c>values</c>) <c>ValuesMissing</c>, <c>TextTooLong</c>,
    /// <c>TooManyValues</c>, or <c>ValueUnreadable</c> with what cannot be read and its place from 1.
    /// </returns>
    public static Refusal? Read(string? text, out IReadOnlyList<double?> values)
    {
        values = [];
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Refusal("ValuesMissing", "values");
        }
        if (text.Length > LongestText)
        {
            return new Refusal(
                "TextTooLong",
                "values",
                LongestText.ToString(CultureInfo.InvariantCulture),
                text.Length.ToString(CultureInfo.InvariantCulture)
            );
        }
        var read = new List<double?>();
        foreach (var piece in Pieces(text))
        {
            if (read.Count == RunChart.MostValues)
            {
                return new Refusal(
                    "TooManyValues",
                    "values",
                    RunChart.MostValues.ToString(CultureInfo.InvariantCulture)
                );
            }
            if (piece.Length == 0 || Missing.Contains(piece))
            {
                read.Add(null);
            }
            else if (Number(piece) is { } number)
            {
                read.Add(number);
            }
            else
            {
                return new Refusal(
                    "ValueUnreadable",
                    "values",
                    piece.Length > 20 ? $"{piece[..20]}…" : piece,
                    (read.Count + 1).ToString(CultureInfo.InvariantCulture)
                );
            }
        }
        values = read;
        return null;
    }

    // A cell that is empty lies between two tabs or semicolons; spaces and lines between values may be many.
    private static IEnumerable<string> Pieces(string text)
    {
        var tidy = text.Replace(", ", " ", StringComparison.Ordinal).Replace('−', '-').Trim();
        var start = 0;
        for (var at = 0; at <= tidy.Length; at++)
        {
            if (at < tidy.Length && !Between.Contains(tidy[at], StringComparison.Ordinal))
            {
                continue;
            }
            var piece = tidy[start..at];
            var isCell = at < tidy.Length && tidy[at] is '\t' or ';' && start > 0 && tidy[start - 1] is '\t' or ';';
            if (piece.Length > 0 || isCell)
            {
                yield return piece;
            }
            start = at + 1;
        }
    }

    private static double? Number(string piece) =>
        double.TryParse(
            piece.Replace(',', '.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
