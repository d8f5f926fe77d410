using Endre.Domain.Improvements.Measures;
using Endre.Storage;
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
            .ToDictionary(measure => measure.Id);
        var ids = chosen.Keys.ToList();
        var numbers = database
            .Measurements.AsNoTracking()
            .Where(row => ids.Contains(row.MeasureId) && row.Number != null);
        var lastDays = await numbers
            .GroupBy(row => row.MeasureId)
            .Select(of => new { Id = of.Key, Day = of.Max(row => row.OnDay) })
            .ToDictionaryAsync(of => of.Id, of => of.Day, ct);
        var days = lastDays.Values.Distinct().ToList();
        var last = (await numbers.Where(row => days.Contains(row.OnDay)).ToListAsync(ct))
            .Where(row => row.OnDay == lastDays[row.MeasureId])
            .GroupBy(row => row.MeasureId)
            .Select(of => of.OrderBy(row => row.At).ThenBy(row => row.Id).Last());
        return last.Select(row => row.ToMeasurement())
            .ToDictionary(
                number => chosen[number.MeasureId].ImprovementId,
                number => Of(chosen[number.MeasureId], number)
            );
    }

    private LastPoint Of(Measure measure, Measurement number) =>
        new(
            measure.Wording.Name,
            words.Value(measure, number.Amount!.Value),
            number.On,
            words.Day(measure, number.On, number.At)
        );
}

/// <summary>The last number of an improvement.</summary>
/// <param name="Name">What was counted.</param>
/// <param name="Value">The number, with its unit.</param>
/// <param name="On">Its day.</param>
/// <param name="Day">The day, or the week, in words.</param>
internal sealed record LastPoint(string Name, string Value, DateOnly On, string Day);
