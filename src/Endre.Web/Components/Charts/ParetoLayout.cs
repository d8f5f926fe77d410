using Endre.Domain.Insights;

namespace Endre.Web.Components.Charts;

/// <summary>
/// Where the parts of a Pareto chart lie. Bars lie one under the other, so that their names have room on a phone; bars and
/// line share one scale, from nothing to all.
/// </summary>
/// <param name="Rows">A row for each bar.</param>
/// <param name="Width">The drawing's width.</param>
/// <param name="Height">The drawing's height.</param>
public sealed record ParetoLayout(IReadOnlyList<ParetoRow> Rows, int Width, int Height)
{
    internal const int Wide = 400;
    internal const int Row = 52;
    private const int Top = 24;
    private const int Bar = 16;

    /// <summary>What stands at both ends of the scale lies over this.</summary>
    internal static int Axis => Top - 8;

    /// <summary>Lays a count out.</summary>
    /// <param name="pareto">What was counted.</param>
    /// <param name="other">The name of the bar that has none.</param>
    internal static ParetoLayout Of(Pareto pareto, string other) =>
        Of([.. pareto.Bars.Select(bar => (bar.Name ?? other, bar.Count, bar.CumulativeShare))], pareto.Total);

    /// <summary>Lays the bars out.</summary>
    /// <param name="bars">For each: its name, its count, and the share it and those before it make together.</param>
    /// <param name="total">How many all are; at least 1 when there are bars.</param>
    internal static ParetoLayout Of(IReadOnlyList<(string Name, int Count, double Share)> bars, int total)
    {
        var rows = bars.Select(
                (bar, i) =>
                    new ParetoRow(
                        ChartText.Wrap(bar.Name, 40, 1)[0],
                        bar.Count,
                        TextY: Top + (i * Row) + 16,
                        BarY: Top + (i * Row) + 24,
                        BarWidth: (int)Math.Round((double)Wide * bar.Count / total),
                        BarHeight: Bar,
                        PointX: (int)Math.Round(Wide * bar.Share),
                        PointY: Top + (i * Row) + 24 + (Bar / 2)
                    )
            )
            .ToList();
        return new ParetoLayout(rows, Wide, Top + (bars.Count * Row) + 8);
    }

    /// <summary>The line through all points, as an SVG polyline wants it.</summary>
    internal string Line => string.Join(' ', Rows.Select(row => $"{row.PointX},{row.PointY}"));
}

/// <summary>A bar with its name above it and the point of the line.</summary>
public sealed record ParetoRow(
    string Name,
    int Count,
    int TextY,
    int BarY,
    int BarWidth,
    int BarHeight,
    int PointX,
    int PointY
);
