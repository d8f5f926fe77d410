using Endre.Domain.Improvements.RunCharts;

namespace Endre.Domain.Improvements.Measures;

/// <summary>The numbers of a measure in the order of time, with a place for each week or day that has none.</summary>
/// <param name="Points">The places.</param>
public sealed record MeasureSeries(IReadOnlyList<SeriesPoint> Points)
{
    // A longer pause is one pause, not a hundred empty places.
    private const int MostMissingInARow = 8;

    /// <summary>The values; null where one is missing.</summary>
    public IReadOnlyList<double?> Values { get; } =
    [.. Points.Select(point => point.Measurement?.Amount is { } amount ? (double?)(double)amount.Value : null)];

    /// <summary>The numbers of a measure in the order of time; the last thousand places.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="measurements">All its measurements, in any order.</param>
    public static MeasureSeries Of(Measure measure, IEnumerable<Measurement> measurements)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(measurements);
        var points = new List<SeriesPoint>();
        var step = measure.Rhythm == MeasureRhythm.Weekly ? 7 : 1;
        foreach (var measurement in Measurement.InOrder(measurements))
        {
            if (measure.Rhythm != MeasureRhythm.PerEvent && points.Count > 0)
            {
                var day = points[^1].On.AddDays(step);
                for (var missing = 0; day < measurement.On && missing < MostMissingInARow; missing++)
                {
                    points.Add(new SeriesPoint(day, Measurement: null));
                    day = day.AddDays(step);
                }
            }
            points.Add(new SeriesPoint(measurement.On, measurement));
        }
        return new MeasureSeries(points.Count > RunChart.MostValues ? points[^RunChart.MostValues..] : points);
    }

    /// <summary>How many places there are until a day.</summary>
    /// <param name="day">The last day that counts.</param>
    public int CountUntil(DateOnly day) => Points.TakeWhile(point => point.On <= day).Count();
}

/// <summary>A place in a series.</summary>
/// <param name="On">Its day; the Monday, where it is of a week.</param>
/// <param name="Measurement">The measurement; null where there is none.</param>
public sealed record SeriesPoint(DateOnly On, Measurement? Measurement);
