using Endre.Domain.Improvements.Measures;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Endre.Web.Features.Improvements.Measures.Shared;
using Endre.Web.Features.Improvements.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Measures;

/// <summary>The last number of each improvement, for boards and lists: of its first outcome measure, else of its first measure.</summary>
internal sealed class LastPoints(EndreContext database, MeasureWords words) : IImprovementPoints
{
    public async Task<IReadOnlyDictionary<Guid, string>> LastAsync(
        IReadOnlyCollection<Guid> improvements,
        CancellationToken ct
    ) => (await OfAsync(improvements, ct)).ToDictionary(of => of.Key, of => $"{of.Value.Value}, {of.Value.Day}");

    /// <summary>The last number of each, in words; who has none is not there.</summary>
    public async Task<IReadOnlyDictionary<Guid, LastPoint>> OfAsync(
        IReadOnlyCollection<Guid> improvements,
        CancellationToken ct
    )
    {
        var rows = await database
            .Measures.AsNoTracking()
            .Where(row => row.IsInUse && improvements.Contains(row.ImprovementId))
            .OrderBy(row => row.Id)
            .ToListAsync(ct);
        var chosen = rows.Select(row => row.ToMeasure())
            .GroupBy(measure => measure.ImprovementId)
            .Select(of => of.OrderBy(measure => measure.Kind).First())
            .ToList();
        return (await LastOfAsync(chosen, ct)).ToDictionary(last => last.Measure.ImprovementId, last => last.Point);
    }

    /// <summary>The measures of an improvement, each with its last number.</summary>
    public async Task<IReadOnlyList<CountedMeasure>> OfMeasuresAsync(Guid improvementId, CancellationToken ct)
    {
        var measures = await database.MeasuresOfAsync(improvementId, ct);
        var last = (await LastOfAsync(measures, ct)).ToDictionary(one => one.Measure.Id, one => one.Point);
        return [.. measures.Select(one => new CountedMeasure(one, last.GetValueOrDefault(one.Id)))];
    }

    private async Task<IReadOnlyList<(Measure Measure, LastPoint Point)>> LastOfAsync(
        IReadOnlyCollection<Measure> measures,
        CancellationToken ct
    )
    {
        var byId = measures.ToDictionary(measure => measure.Id);
        var ids = byId.Keys.ToList();
        var numbers = database
            .Measurements.AsNoTracking()
            .Where(row => ids.Contains(row.MeasureId) && row.Number != null);
        var lastDays = await numbers
            .GroupBy(row => row.MeasureId)
            .Select(of => new { Id = of.Key, Day = of.Max(row => row.OnDay) })
            .ToDictionaryAsync(of => of.Id, of => of.Day, ct);
        var days = lastDays.Values.Distinct().ToList();
        var rows = await numbers.Where(row => days.Contains(row.OnDay)).ToListAsync(ct);
        return
        [
            .. rows.Where(row => row.OnDay == lastDays[row.MeasureId])
                .Select(row => row.ToMeasurement())
                .GroupBy(number => number.MeasureId)
                .Select(of => (byId[of.Key], Of(byId[of.Key], Measurement.InOrder(of).Last()))),
        ];
    }

    private LastPoint Of(Measure measure, Measurement number) =>
        new(
            measure.Wording.Name,
            words.Value(measure, number.Amount!.Value),
            number.On,
            words.DayWithin(measure, number.On, number.At)
        );
}

/// <summary>The last number of an improvement.</summary>
/// <param name="Name">What was counted.</param>
/// <param name="Value">The number, with its unit.</param>
/// <param name="On">Its day.</param>
/// <param name="Day">The day, or the week, in words.</param>
public sealed record LastPoint(string Name, string Value, DateOnly On, string Day);

/// <summary>A measure with its last number; null when it has none.</summary>
public sealed record CountedMeasure(Measure Measure, LastPoint? Last);
