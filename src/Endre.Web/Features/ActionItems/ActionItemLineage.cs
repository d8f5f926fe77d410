using Endre.Domain.ActionItems;
using Endre.Domain.Lineage;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Lineage;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.ActionItems;

/// <summary>Action items in the lineage.</summary>
internal sealed class ActionItemLineage(
    EndreContext database,
    ActionItemSight sight,
    CurrentPerson person,
    Texts<ActionItemTexts> texts
) : ILineageArea
{
    public IReadOnlyList<RecordKind> Kinds { get; } = [RecordKind.ActionItem];

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
            .Select(row => new { row.Id, row.What })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new SeenRecord(
                new RecordReference(RecordKind.ActionItem, row.Id),
                row.What,
                ActionItemLinks.One(row.Id)
            )),
        ];
    }

    public async Task<Onward?> OnwardAsync(RecordReference from, CancellationToken ct)
    {
        if (!person.IsSignedIn || from.Kind == RecordKind.ActionItem)
        {
            return null;
        }
        var scope = await sight.OpenAsync(ct);
        return scope.Known.Worked.Count > 0
            ? new Onward(texts["MakeOfThis"], ActionItemLinks.NewFrom(RecordAddress.Of(from)))
            : null;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> StepsAsync(
        IReadOnlyCollection<Guid> seen,
        CancellationToken ct
    )
    {
        var rows = await database.ActionItems.AsNoTracking().Where(row => seen.Contains(row.Id)).ToListAsync(ct);
        return rows.Select(row => row.ToActionItem()).ToDictionary(item => item.Id, StepsOf);
    }

    private IReadOnlyList<string> StepsOf(ActionItem item) =>
        (item.Ending, item.Check) switch
        {
            (null, _) => [texts["IsOpen"]],
            ({ } ending, null) => [ending.Text],
            ({ } ending, { } check) => [ending.Text, texts[$"Worked_{check.Effect}"]],
        };
}
