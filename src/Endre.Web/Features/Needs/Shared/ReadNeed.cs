using Endre.Domain.Hassles;
using Endre.Domain.Insights;
using Endre.Domain.Lineage;
using Endre.Domain.Needs;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Storage.Needs;
using Endre.Web.Components.Forms;
using Endre.Web.Lineage;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Needs.Shared;

/// <summary>Reads a need with all that its pages show.</summary>
internal sealed class ReadNeed(EndreContext database, NeedSight sight, RecordWalk walk, Texts<NeedTexts> texts)
{
    private const int MostOffered = 100;
    private const int MostEntries = 40;
    private const int MostBars = 6;

    private static readonly string Withdrawn = HassleWords.Of(HassleState.Withdrawn);

    /// <returns>Null when there is no such need, or it is out of sight.</returns>
    public async Task<NeedView?> FindAsync(Guid id, Attempt? attempt, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (await scope.FindAsync(database, id, ct) is not { } need)
        {
            return null;
        }
        var mayChange = scope.MayChange(need.UnitId);
        var trail = await walk.OfAsync(new RecordReference(RecordKind.Need, id), ct);
        return new NeedView(
            need,
            scope.UnitOf(need.UnitId),
            mayChange,
            await HasslesAsync(scope, need, ct),
            mayChange ? await OfferedAsync(scope, need.UnitId, need.HassleIds, ct) : [],
            // The hassles have a list of their own, with more in it.
            trail with
            {
                From = [.. trail.From.Where(record => record.Reference.Kind != RecordKind.Hassle)],
            },
            await HistoryAsync(id, ct),
            attempt
        );
    }

    /// <summary>What was said to the unit and those under it, that a need could stand on.</summary>
    public async Task<IReadOnlyList<NeedHassle>> OfferedAsync(
        NeedSight.Scope scope,
        Guid unitId,
        IReadOnlyCollection<Guid> taken,
        CancellationToken ct
    )
    {
        var units = scope.Hassles.Tree.Whole(unitId);
        var rows = await scope
            .Hassles.In(database)
            .AsNoTracking()
            .Where(row => units.Contains(row.UnitId) && row.State != Withdrawn && !taken.Contains(row.Id))
            .OrderByDescending(row => row.Week)
            .ThenBy(row => row.Id)
            .Take(MostOffered)
            .ToListAsync(ct);
        return [.. rows.Select(row => ViewOf(scope, row))];
    }

    /// <summary>Counts what the reader sees of the unit and those under it, one by one: nothing is told that is not shown.</summary>
    public async Task<NeedCounts> CountAsync(Need need, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var units = scope.Hassles.Tree.Whole(scope.Hassles.Tree.Current(need.UnitId)?.Id ?? need.UnitId);
        var said = await scope
            .Hassles.In(database)
            .AsNoTracking()
            .Where(row => units.Contains(row.UnitId) && row.State != Withdrawn)
            .Select(row => new { row.UnitId, row.State })
            .ToListAsync(ct);
        var byUnit = said.GroupBy(row => scope.UnitOf(scope.Hassles.Tree.Current(row.UnitId)?.Id ?? row.UnitId))
            .ToList();
        if (byUnit.Count > 1)
        {
            var counts = byUnit.OrderBy(unit => unit.Key, StringComparer.CurrentCulture);
            return new NeedCounts(Pareto.Of(counts.Select(unit => (unit.Key, unit.Count())), MostBars), IsByUnit: true);
        }
        var byState = said.GroupBy(row => HassleWords.Read(row.State) ?? HassleState.Waiting)
            .OrderBy(state => state.Key);
        return new NeedCounts(
            Pareto.Of(byState.Select(state => (texts[$"State_{state.Key}"], state.Count())), MostBars),
            IsByUnit: false
        );
    }

    private async Task<IReadOnlyList<NeedHassle>> HasslesAsync(NeedSight.Scope scope, Need need, CancellationToken ct)
    {
        var ids = need.HassleIds;
        var rows = await scope.Hassles.In(database).AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        var seen = rows.ToDictionary(row => row.Id, row => ViewOf(scope, row));
        return [.. ids.Select(id => seen.GetValueOrDefault(id) ?? NeedHassle.Unseen(id))];
    }

    private async Task<IReadOnlyList<NeedEntry>> HistoryAsync(Guid id, CancellationToken ct)
    {
        var entries = await database
            .NeedEvents.AsNoTracking()
            .Where(entry => entry.NeedId == id)
            .OrderByDescending(entry => entry.Number)
            .Take(MostEntries)
            .ToListAsync(ct);
        var people = entries.Select(entry => entry.PersonId).OfType<Guid>().Distinct().ToList();
        var names = await database
            .Users.AsNoTracking()
            .Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct);
        return
        [
            .. entries.Select(entry => new NeedEntry(
                entry.What,
                DiamondWord.Read(entry.Diamond),
                entry.PersonId is { } person ? names.GetValueOrDefault(person) : null,
                entry.At
            )),
        ];
    }

    private static NeedHassle ViewOf(NeedSight.Scope scope, HassleRow row) =>
        new(
            row.Id,
            row.State == Withdrawn ? null : row.Text,
            HassleWords.Read(row.State) ?? HassleState.Waiting,
            row.State == Withdrawn ? Effort.Unknown : new Effort(row.Minutes, row.TimesPerWeek, row.People),
            scope.UnitOf(row.UnitId)
        );
}
