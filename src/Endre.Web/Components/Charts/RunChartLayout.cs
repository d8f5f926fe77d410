using System.Globalization;

namespace Endre.Web.Components.Charts;

/// <summary>Where the parts of a run chart lie: values from left to right in the order of time, around a line in the middle.</summary>
/// <param name="Points">The points that are there, in their order.</param>
/// <param name="Lines">The lines between them; none goes over a value that is missing.</param>
/// <param name="MedianY">Where the line in the middle lies.</param>
/// <param name="LowY">Where the lowest value lies.</param>
/// <param name="HighY">Where the highest value lies.</param>
/// <param name="BaselineX">Where the baseline ends; null when there is none.</param>
public sealed record RunChartLayout(
    IReadOnlyList<RunChartPoint> Points,
    IReadOnlyList<string> Lines,
    int MedianY,
    int LowY,
    int HighY,
    int? BaselineX
)
{
    internal const int Width = 400;
    internal const int Height = 210;
    internal const int Left = 44;
    private const int Right = Width - 8;
    private const int Top = 14;
    private const int Bottom = Height - 30;

    /// <summary>Lays the points out.</summary>
    /// <param name="values">The values; null where one is missing.</param>
    /// <param name="median">The line in the middle.</param>
    /// <param name="isMarked">Whether the value at a place is part of what is more than chance.</param>
    /// <param name="baseline">How many values from the left are the baseline; null for none.</param>
    internal static RunChartLayout Of(
        IReadOnlyList<double?> values,
        double median,
        Func<int, bool> isMarked,
        int? baseline
    )
    {
        var known = values.OfType<double>().Append(median).ToList();
        var (low, high) = (known.Min(), known.Max());
        var room = high > low ? high - low : 1;
        int YOf(double value) =>
            high > low ? (int)Math.Round(Bottom - ((Bottom - Top) * ((value - low) / room))) : (Top + Bottom) / 2;
        double XOf(double at) =>
            values.Count == 1 ? (Left + Right) / 2.0 : Left + ((Right - Left) * at / (values.Count - 1));
        var (points, lines, line) = (new List<RunChartPoint>(), new List<string>(), new List<string>());
        for (var at = 0; at < values.Count; at++)
        {
            if (values[at] is not { } value)
            {
                End(lines, line);
                continue;
            }
            var point = new RunChartPoint(Number(XOf(at)), YOf(value), isMarked(at));
            points.Add(point);
            line.Add($"{point.X},{point.Y}");
        }
        End(lines, line);
        int? end = baseline is { } count && count < values.Count ? (int)Math.Round(XOf(count - 0.5)) : null;
        return new RunChartLayout(points, lines, YOf(median), YOf(low), YOf(high), end);
    }

    /// <summary>How large a point is drawn: smaller where there are many.</summary>
    internal double Radius => Points.Count > 60 ? 2 : 3.5;

    private static void End(List<string> lines, List<string> line)
    {
        if (line.Count > 1)
        {
            lines.Add(string.Join(' ', line));
        }
        line.Clear();
    }

    private static string Number(double x) => x.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>A point of a run chart.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
/// <param name="IsMarked">Whether it is part of what is more than chance.</param>
public sealed record RunChartPoint(string X, int Y, bool IsMarked);
