using Endre.Domain.Hassles;
using Endre.Domain.Lineage;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Access;
using Endre.Web.Features.Hassles.MakeHassle;
using Endre.Web.Lineage;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles;

/// <summary>Hassles in the lineage: what one sees by one's units, and what one has said oneself.</summary>
internal sealed class HassleLineage(
    EndreContext database,
    HassleSight sight,
    CurrentPerson person,
    Texts<HassleTexts> texts,
    Texts<MakeHassleTexts> making
) : ILineageArea
{
    public IReadOnlyList<RecordKind> Kinds { get; } = [RecordKind.Hassle];

    public async Task<IReadOnlyList<SeenRecord>> SeeAsync(
        IReadOnlyCollection<RecordReference> wanted,
        CancellationToken ct
    )
    {
        if (person.Id is not { } me)
        {
            return [];
        }
        var ids = wanted.Select(record => record.Id).ToList();
        var scope = await sight.OpenAsync(ct);
        var seen = await ReadAsync(scope.In(database).Where(row => ids.Contains(row.Id)), HassleLinks.One, ct);
        var own = await ReadAsync(
            database.Hassles.Where(row => row.PersonId == me && ids.Contains(row.Id)),
            HassleLinks.OneOfMine,
            ct
        );
        return [.. seen.Concat(own).DistinctBy(record => record.Reference.Id)];
    }

    public Task<Onward?> OnwardAsync(RecordReference from, CancellationToken ct) =>
        Task.FromResult(
            person.IsSignedIn && from.Kind is RecordKind.Note or RecordKind.Proposal
                ? new Onward(making["MakeHassle"], MakeHassleLinks.From(RecordAddress.Of(from)))
                : null
        );

    private async Task<IEnumerable<SeenRecord>> ReadAsync(
        IQueryable<HassleRow> rows,
        Func<Guid, string> address,
        CancellationToken ct
    )
    {
        var withdrawn = HassleWords.Of(HassleState.Withdrawn);
        var found = await rows.AsNoTracking()
            .Select(row => new
            {
                row.Id,
                row.Text,
                row.State,
            })
            .ToListAsync(ct);
        return found.Select(row => new SeenRecord(
            new RecordReference(RecordKind.Hassle, row.Id),
            row.State == withdrawn ? texts["WithdrawnText"] : row.Text,
            address(row.Id)
        ));
    }
}
