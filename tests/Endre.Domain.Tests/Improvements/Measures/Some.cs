using System.Collections.Immutable;
using Endre.Domain.Improvements.Measures;
using Endre.Domain.Improvements.RunCharts;

namespace Endre.Domain.Tests.Improvements.Measures;

internal static class Some
{
    /// <summary>A Monday.</summary>
    public static readonly DateOnly Today = new(2026, 3, 2);

    public static Measure Measure(
        MeasureType type = MeasureType.Count,
        MeasureRhythm rhythm = MeasureRhythm.Weekly,
        bool isUpBetter = false
    ) =>
        new(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            new MeasureWording("Letinger", "", "", Target: null, ""),
            MeasureKind.Outcome,
            type,
            rhythm,
            isUpBetter,
            RunChartRules.Anhoej,
            Baseline: null,
            ImmutableList<MeasurePhase>.Empty,
            "hemmelig",
            IsInUse: true
        );

    /// <summary>One number a week, the last one of this week; null where the week has none.</summary>
    public static IReadOnlyList<Measurement> Weeks(Measure measure, params decimal?[] values) =>
        [
            .. values
                .Select(
                    (value, at) =>
                        new Measurement(
                            Guid.CreateVersion7(),
                            measure.Id,
                            Today.AddDays(-7 * (values.Length - 1 - at)),
                            At: null,
                            value is { } number ? new Amount(number) : null
                        )
                )
                .Where(measurement => measurement.Amount is not null),
        ];
}
