using Endre.Domain.Lineage;
using Endre.Domain.Needs;
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
    private const int MostCauses = 3;

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

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> StepsAsync(
        IReadOnlyCollection<Guid> seen,
        CancellationToken ct
    )
    {
        var rows = await database.Needs.AsNoTracking().Where(row => seen.Contains(row.Id)).ToListAsync(ct);
        return rows.Select(row => row.ToNeed([])).ToDictionary(need => need.Id, StepsOf);
    }

    // What somebody has looked at and one can do something about, and what was chosen.
    private IReadOnlyList<string> StepsOf(Need need) =>
        [
            .. need
                .Causes.Where(cause => cause.HassleId is null && cause.Text.Length > 0)
                .OrderByDescending(cause => cause.IsChecked)
                .ThenBy(cause => cause.Influence is Influence.Yes or Influence.Partly ? 0 : 1)
                .Take(MostCauses)
                .Select(cause => texts["StepCause", cause.Text]),
            .. need
                .Solutions.Where(solution => solution.IsChosen)
                .Select(solution => texts["StepSolution", solution.Text]),
        ];
}
