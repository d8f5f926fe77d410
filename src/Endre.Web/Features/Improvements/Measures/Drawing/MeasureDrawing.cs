using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Measures;
using Endre.Web.Features.Improvements.Measures.Shared;

namespace Endre.Web.Features.Improvements.Measures.Drawing;

/// <summary>
/// A run chart of a measure as shapes: lines, points, and words of digits alone. The page, the SVG file and the picture are
/// made of the same ones; what they mean stands in words beside them.
/// </summary>
internal sealed class MeasureDrawing
{
    public const int Width = 400;
    public const int Height = 240;
    public const int Left = 52;
    private const double Right = Width - 10;
    private const double Top = 44;
    private const double Bottom = Height - 30;
    private const double Apart = 14;
    private const double FlagRadius = 8;

    private readonly IReadOnlyList<SeriesPoint> _points;
    private readonly double _low;
    private readonly double _high;

    private MeasureDrawing(MeasureReading reading, double? target)
    {
        _points = reading.Series.Points;
        var known = reading.Series.Values.Append(reading.Chart?.Median).Append(target).OfType<double>().ToList();
        (_low, _high) = (known.Min(), known.Max());
    }

    public List<ChartLine> Lines { get; } = [];

    public List<IReadOnlyList<(double X, double Y)>> Curves { get; } = [];

    public List<ChartDot> Dots { get; } = [];

    public List<ChartWord> Words { get; } = [];

    public List<ChartFlag> Flags { get; } = [];

    /// <summary>What the flags are, for the legend; those outside of the numbers are not there.</summary>
    public IReadOnlyList<ChartMark> Marks { get; private set; } = [];

    /// <summary>The chart of a measure; null when there is no number.</summary>
    public static MeasureDrawing? Of(Measure measure, MeasureReading reading, IReadOnlyList<Cycle> cycles)
    {
        if (reading.Chart is not { Median: { } median } chart)
        {
            return null;
        }
        var target = measure.Wording.Target is { } line ? (double)line : (double?)null;
        var drawing = new MeasureDrawing(reading, target);
        drawing.DrawMarks([.. ChartMark.Of(measure, cycles).Where(mark => drawing.XOf(mark.On) is not null)]);
        drawing.DrawTarget(target);
        drawing.DrawMedian(median, reading.Baseline);
        drawing.DrawCurve(
            reading.Series.Values,
            at => chart.Signals.Any(run => run.First <= at && at <= run.Last) && !IsBeforeStory(reading, at)
        );
        drawing.DrawWords(median, target);
        return drawing;
    }

    // A run may begin in the baseline; what is called better or worse than it begins after it.
    private static bool IsBeforeStory(MeasureReading reading, int at) =>
        reading.Story.IsBetter is not null && at < reading.Story.First && at < reading.Baseline;

    private void DrawMarks(IReadOnlyList<ChartMark> marks)
    {
        Marks = marks;
        var rows = new List<double> { double.NegativeInfinity, double.NegativeInfinity };
        foreach (var mark in marks.OrderBy(mark => mark.On))
        {
            var x = XOf(mark.On)!.Value;
            // Two flags at the same place do not cover each other.
            var row = x - rows[0] >= (FlagRadius * 2) + 1 || rows[0] <= rows[1] ? 0 : 1;
            rows[row] = x;
            var y = FlagRadius + 1 + (row * ((FlagRadius * 2) + 1));
            Lines.Add(new ChartLine(x, y + FlagRadius, x, Bottom + 6, mark.IsPhase ? ChartInk.Phase : ChartInk.Cycle));
            Flags.Add(new ChartFlag(x, y, mark.Sign, mark.IsFilled));
        }
    }

    private void DrawTarget(double? target)
    {
        if (target is { } value)
        {
            Lines.Add(new ChartLine(Left, YOf(value), Right, YOf(value), ChartInk.Target));
        }
    }

    // Solid where it was found, dashed where it is only carried on.
    private void DrawMedian(double median, int? baseline)
    {
        var y = YOf(median);
        var end = baseline is { } count && count < _points.Count && count > 0 ? XAt(Math.Max(0, count - 0.5)) : Right;
        Lines.Add(new ChartLine(Left, y, end, y, ChartInk.Median));
        if (end < Right)
        {
            Lines.Add(new ChartLine(end, y, Right, y, ChartInk.MedianCarriedOn));
        }
    }

    private void DrawCurve(IReadOnlyList<double?> values, Func<int, bool> isMarked)
    {
        var curve = new List<(double X, double Y)>();
        for (var at = 0; at < values.Count; at++)
        {
            if (values[at] is not { } value)
            {
                End();
                continue;
            }
            curve.Add((XAt(at), YOf(value)));
            Dots.Add(new ChartDot(XAt(at), YOf(value), isMarked(at)));
        }
        End();

        void End()
        {
            if (curve.Count > 1)
            {
                Curves.Add([.. curve]);
            }
            curve.Clear();
        }
    }

    private void DrawWords(double median, double? target)
    {
        var taken = new List<double>();
        Say(median, isStrong: true);
        foreach (var value in new[] { target, _high, _low }.OfType<double>())
        {
            Say(value, isStrong: false);
        }
        Words.Add(new ChartWord(Left, Height - 6, MeasureWords.DigitDay(_points[0].On), IsEnd: false, IsStrong: false));
        if (_points.Count > 1)
        {
            Words.Add(
                new ChartWord(Right, Height - 6, MeasureWords.DigitDay(_points[^1].On), IsEnd: true, IsStrong: false)
            );
        }

        void Say(double value, bool isStrong)
        {
            var y = YOf(value);
            if (taken.TrueForAll(other => Math.Abs(other - y) >= Apart))
            {
                taken.Add(y);
                Words.Add(new ChartWord(Left - 8, y + 4, MeasureWords.Number((decimal)value), IsEnd: true, isStrong));
            }
        }
    }

    private double XAt(double at) =>
        _points.Count == 1 ? (Left + Right) / 2 : Left + ((Right - Left) * at / (_points.Count - 1));

    // A day lies between the places that it is between; outside of them it is not drawn.
    private double? XOf(DateOnly day)
    {
        if (day < _points[0].On || day > _points[^1].On.AddDays(6))
        {
            return null;
        }
        var before = 0;
        while (before + 1 < _points.Count && _points[before + 1].On <= day)
        {
            before++;
        }
        if (before + 1 == _points.Count)
        {
            return XAt(before);
        }
        var (from, to) = (_points[before].On.DayNumber, _points[before + 1].On.DayNumber);
        return XAt(before + (to > from ? (double)(day.DayNumber - from) / (to - from) : 0));
    }

    private double YOf(double value) =>
        _high > _low ? Bottom - ((Bottom - Top) * (value - _low) / (_high - _low)) : (Top + Bottom) / 2;
}

/// <summary>What a line is for.</summary>
internal enum ChartInk
{
    Median,
    MedianCarriedOn,
    Target,
    Cycle,
    Phase,
}

internal sealed record ChartLine(double X1, double Y1, double X2, double Y2, ChartInk Ink);

internal sealed record ChartDot(double X, double Y, bool IsMarked);

internal sealed record ChartWord(double X, double Y, string Text, bool IsEnd, bool IsStrong);

/// <summary>A round flag on top of a line: filled where something begins, hollow where it is looked at.</summary>
internal sealed record ChartFlag(double X, double Y, string Sign, bool IsFilled);

/// <summary>Something that happened meanwhile.</summary>
/// <param name="On">The day.</param>
/// <param name="Sign">Its number, or its letter.</param>
/// <param name="IsPhase">Whether it is a phase; else a cycle.</param>
/// <param name="IsFilled">Whether something begins there; else it is looked at.</param>
/// <param name="Name">What it is called.</param>
internal sealed record ChartMark(DateOnly On, string Sign, bool IsPhase, bool IsFilled, string Name)
{
    /// <summary>Whether it has not been looked at yet: the day is only planned.</summary>
    public bool IsAhead { get; init; }

    public static IEnumerable<ChartMark> Of(Measure measure, IReadOnlyList<Cycle> cycles)
    {
        foreach (var cycle in cycles)
        {
            if (cycle.BegunOn is not { } begun)
            {
                continue;
            }
            var sign = cycle.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            yield return new ChartMark(begun, sign, IsPhase: false, IsFilled: true, cycle.Plan.Trying);
            yield return new ChartMark(
                cycle.Study?.On ?? cycle.Ending?.On ?? cycle.Plan.LookOn,
                sign,
                IsPhase: false,
                IsFilled: false,
                cycle.Plan.Trying
            )
            {
                IsAhead = cycle is { Study: null, Ending: null },
            };
        }
        foreach (var (at, phase) in measure.Phases.Index())
        {
            yield return new ChartMark(phase.From, $"{(char)('A' + at)}", IsPhase: true, IsFilled: true, phase.Name);
        }
    }
}
