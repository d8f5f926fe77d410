using Endre.Domain.Lineage;
using Endre.Web.Lineage;

namespace Endre.Web.Features.Needs.ShowNeedSheet;

/// <summary>What was measured of what came of a need, or of what it stands on: it says whether the trouble became less.</summary>
internal sealed class SheetFigures(RecordWalk walk, IEnumerable<IRecordFigures> areas)
{
    // More than that is no sheet any more.
    private const int Most = 4;

    public async Task<IReadOnlyList<RecordFigure>> OfAsync(LineageMap? map, CancellationToken ct)
    {
        if (map is null)
        {
            return [];
        }
        var before = map.Records.Select(one => one.Record.Reference).Where(one => one.Kind < RecordKind.Need).ToList();
        IReadOnlyList<SeenRecord> seen =
        [
            .. map
                .Records.Select(one => one.Record)
                .Concat(await walk.BecameAsync(before, ct))
                .DistinctBy(one => (one.Reference.Kind, one.Reference.Id)),
        ];
        var figures = new List<RecordFigure>();
        foreach (var area in areas)
        {
            figures.AddRange(await area.OfAsync(seen, ct));
        }
        return [.. figures.Take(Most)];
    }
}
