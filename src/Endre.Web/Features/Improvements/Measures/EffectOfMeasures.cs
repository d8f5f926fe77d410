using Endre.Domain.Improvements.Measures;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Endre.Web.Features.Improvements.Measures.Shared;
using Endre.Web.Features.Improvements.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Measures;

/// <summary>What the numbers of improvements say, where they say something.</summary>
internal sealed class EffectOfMeasures(EndreContext database, MeasureWords words) : IImprovementEffects
{
    public async Task<ILookup<Guid, string>> OfAsync(IReadOnlyCollection<Guid> improvements, CancellationToken ct)
    {
        var rows = await database
            .Measures.AsNoTracking()
            .Where(row => row.IsInUse && improvements.Contains(row.ImprovementId))
            .OrderBy(row => row.Id)
            .ToListAsync(ct);
        var told = new List<(Guid Improvement, string Line)>();
        foreach (var measure in rows.Select(row => row.ToMeasure()).OrderBy(measure => measure.Kind))
        {
            var reading = MeasureReading.Of(measure, await database.MeasurementsOfAsync(measure.Id, ct));
            if (reading.Story.Kind is not (StoryKind.NoNumbers or StoryKind.TooFew))
            {
                told.Add((measure.ImprovementId, $"{measure.Wording.Name}: {words.Story(measure, reading)}"));
            }
        }
        return told.ToLookup(one => one.Improvement, one => one.Line);
    }
}
