using Endre.Domain.Improvements.Measures;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Endre.Web.Features.Improvements.Measures.Shared;
using Endre.Web.Features.Improvements.Shared;

namespace Endre.Web.Features.Improvements.Measures;

/// <summary>The measures of an improvement on its page: what each says, its curve, and the next number.</summary>
internal sealed class MeasuresPart(EndreContext database, MeasureScope scope) : IImprovementPart
{
    public int Order => 40;

    public async Task<ImprovementPart?> ReadAsync(ImprovementView view, CancellationToken ct)
    {
        var shown = new List<MeasureView>();
        foreach (var measure in await database.MeasuresOfAsync(view.Improvement.Id, ct))
        {
            var numbers = await database.MeasurementsOfAsync(measure.Id, ct);
            shown.Add(
                new MeasureView(
                    view.Improvement,
                    measure,
                    MeasureReading.Of(measure, numbers),
                    view.Today,
                    scope.Now,
                    Attempt: null
                )
            );
        }
        return new ImprovementPart(
            typeof(MeasuresOnPage),
            new Dictionary<string, object>
            {
                ["Id"] = view.Improvement.Id,
                ["Measures"] = (IReadOnlyList<MeasureView>)[.. shown.OrderByDescending(one => one.Measure.IsInUse)],
                ["MayWork"] = view.MayWork,
            }
        );
    }
}
