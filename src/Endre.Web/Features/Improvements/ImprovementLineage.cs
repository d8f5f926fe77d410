using Endre.Domain.Improvements;
using Endre.Domain.Lineage;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Features.Improvements.Shared;
using Endre.Web.Lineage;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements;

/// <summary>Improvements in the lineage.</summary>
internal sealed class ImprovementLineage(
    EndreContext database,
    ImprovementSight sight,
    CurrentPerson person,
    CycleWords words,
    IEnumerable<IImprovementEffects> effects,
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

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> StepsAsync(
        IReadOnlyCollection<Guid> seen,
        CancellationToken ct
    )
    {
        var rows = await database.Improvements.AsNoTracking().Where(row => seen.Contains(row.Id)).ToListAsync(ct);
        var steps = rows.Select(row => row.ToImprovement()).ToDictionary(one => one.Id, StepsOf);
        foreach (var effect in effects)
        {
            foreach (var told in await effect.OfAsync([.. steps.Keys], ct))
            {
                steps[told.Key].AddRange(told);
            }
        }
        return steps.ToDictionary(one => one.Key, one => (IReadOnlyList<string>)one.Value);
    }

    private List<string> StepsOf(Improvement improvement) =>
        [
            .. improvement.Cycles.Select(cycle =>
                cycle.Study is { } study
                    ? texts["StepStudied", cycle.Number, texts[$"Verdict_{study.Verdict}"]]
                    : texts["StepAhead", cycle.Number, words[cycle.Stage]]
            ),
            .. improvement.State == ImprovementState.Ongoing
                ? Array.Empty<string>()
                : [texts[$"State_{improvement.State}"]],
        ];
}
