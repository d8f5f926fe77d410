using Endre.Domain.Lineage;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Lineage;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements;

/// <summary>Improvements in the lineage.</summary>
internal sealed class ImprovementLineage(
    EndreContext database,
    ImprovementSight sight,
    CurrentPerson person,
    Texts<ImprovementTexts> texts
) : ILineageArea
{
    public IReadOnlyList<RecordKind> Kinds { get; } = [RecordKind.Improvement];

    public async Task<IReadOnlyList<SeenRecord>> SeeAsync(
        IReadOnlyCollection<RecordReference> wanted,
        CancellationToken ct
    )
    {
        if (!person.IsSignedIn)
        {
            return [];
        }
        var ids = wanted.Select(record => record.Id).ToList();
        var rows = await (await sight.OpenAsync(ct))
            .In(database)
            .AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, row.Trying })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new SeenRecord(
                new RecordReference(RecordKind.Improvement, row.Id),
                row.Trying,
                ImprovementLinks.One(row.Id)
            )),
        ];
    }

    public async Task<Onward?> OnwardAsync(RecordReference from, CancellationToken ct)
    {
        if (!person.IsSignedIn || from.Kind >= RecordKind.Improvement)
        {
            return null;
        }
        var scope = await sight.OpenAsync(ct);
        return scope.Known.Seen.Count > 0
            ? new Onward(texts["TryThis"], ImprovementLinks.NewFrom(RecordAddress.Of(from)))
            : null;
    }
}
