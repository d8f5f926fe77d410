using System.Globalization;

namespace Endre.Documents.Workbooks.Xlsx;

/// <summary>How wide columns are, given or found from their content, and how many lines text takes in them.</summary>
internal sealed class ColumnWidths
{
    /// <summary>Rows looked at to find how wide a column should be.</summary>
    private const int Sample = 1_000;
    private const int Narrowest = 10;
    private const int Widest = 60;

    /// <summary>What the indent takes on both sides.</summary>
    private const int Margin = 4;

    private readonly double[] widths;

    public ColumnWidths(Sheet sheet, IReadOnlyList<string> headers) =>
        widths = [.. sheet.Columns.Select((column, i) => column.Width ?? WidthOfContent(sheet, i, headers[i]))];

    public double this[int column] => widths[column];

    /// <summary>The lines of the tallest cell of a row, roughly: letters are not equally wide.</summary>
    public int Lines(IReadOnlyList<Cell> cells)
    {
        var most = 1;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is not TextCell { Text: var text })
            {
                continue;
            }

            var lines = 0;
            var perLine = Math.Max(1, widths[i] - Margin / 2);
            foreach (var line in text.AsSpan().EnumerateLines())
            {
                lines += Math.Max(1, (int)Math.Ceiling(line.Length / perLine));
            }

            most = Math.Max(most, lines);
        }

        return most;
    }

    private static double WidthOfContent(Sheet sheet, int column, string header)
    {
        // The filter's button takes its place beside the header.
        var longest = header.Length + Margin + 2;
        foreach (var row in sheet.Rows.Take(Sample))
        {
            var length = row[column] switch
            {
                TextCell text => LongestLine(text.Text),
                NumberCell number => number.Number.ToString(CultureInfo.InvariantCulture).Length,
                DateCell => 10,
                MomentCell => 16,
                _ => 0,
            };
            longest = Math.Max(longest, length + Margin);
        }

        return Math.Clamp(longest, Narrowest, Widest);
    }

    private static int LongestLine(string text)
    {
        var longest = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            longest = Math.Max(longest, line.Length);
        }

        return longest;
    }
}
