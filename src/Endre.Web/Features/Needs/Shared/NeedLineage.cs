using Endre.Domain.Lineage;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Lineage;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Needs;

/// <summary>Needs in the lineage.</summary>
internal sealed class NeedLineage(EndreContext database, NeedSight sight, CurrentPerson person, Texts<NeedTexts> texts)
    : ILineageArea
{
    public IReadOnlyList<RecordKind> Kinds { get; } = [RecordKind.Need];

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
        var scope = await sight.OpenAsync(ct);
        var rows = await scope
            .In(database)
            .AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .Select(row => new
            {
                row.Id,
                row.Who,
                row.What,
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new SeenRecord(
                new RecordReference(RecordKind.Need, row.Id),
                texts["Sentence", row.Who, row.What],
                NeedLinks.One(row.Id)
            )),
        ];
    }

    public async Task<Onward?> OnwardAsync(RecordReference from, CancellationToken ct)
    {
        if (!person.IsSignedIn || from.Kind >= RecordKind.Need)
        {
            return null;
        }
        var scope = await sight.OpenAsync(ct);
        if (from.Kind != RecordKind.Hassle)
        {
            return scope.Changed.Count > 0
                ? new Onward(texts["MakeNeed"], NeedLinks.NewFrom(RecordAddress.Of(from)))
                : null;
        }
        var unit = await scope
            .Hassles.In(database)
            .Where(row => row.Id == from.Id)
            .Select(row => (Guid?)row.UnitId)
            .FirstOrDefaultAsync(ct);
        return unit is { } its && scope.MayChange(its)
            ? new Onward(texts["MakeNeedOfThis"], NeedLinks.NewOf(from.Id))
            : null;
    }
}
