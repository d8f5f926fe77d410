using Endre.Domain.Improvements.Measures;
using Endre.Domain.Lineage;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Endre.Web.Features.Improvements.Measures.Shared;
using Endre.Web.Lineage;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Measures;

/// <summary>The run charts of improvements, for a sheet about what they came from. What one is after stands first.</summary>
internal sealed class FiguresOfImprovements(EndreContext database, MeasureScope scope, MeasureBlocks blocks)
    : IRecordFigures
{
    public async Task<IReadOnlyList<RecordFigure>> OfAsync(IReadOnlyCollection<SeenRecord> seen, CancellationToken ct)
    {
        var figures = new List<RecordFigure>();
        foreach (var record in seen.Where(one => one.Reference.Kind == RecordKind.Improvement))
        {
            var id = record.Reference.Id;
            if (await database.Improvements.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } row)
            {
                continue;
            }
            var improvement = row.ToImprovement();
            foreach (var measure in (await database.MeasuresOfAsync(id, ct)).OrderBy(measure => measure.Kind))
            {
                var reading = MeasureReading.Of(measure, await database.MeasurementsOfAsync(measure.Id, ct));
                if (!measure.IsInUse || reading.Chart is null)
                {
                    continue;
                }
                var view = new MeasureView(improvement, measure, reading, scope.Nobody.Today, scope.Now, Attempt: null);
                figures.Add(
                    new RecordFigure(
                        record,
                        measure.Wording.Name,
                        typeof(MeasureFigure),
                        new Dictionary<string, object>
                        {
                            [nameof(MeasureFigure.View)] = view,
                            [nameof(MeasureFigure.StoryId)] = $"story-{measure.Id:N}",
                        },
                        () => blocks.Of(measure, reading, improvement.Cycles, hasTable: false)
                    )
                );
            }
        }
        return figures;
    }
}
