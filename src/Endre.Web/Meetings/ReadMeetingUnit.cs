using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Meetings;

/// <summary>Which units meet when a unit does: it, and those under it that have no leader who would hold meetings of their own.</summary>
internal sealed class ReadMeetingUnit(EndreContext database, Formats formats, TimeProvider clock)
{
    /// <returns>Null when there is no such unit.</returns>
    public async Task<MeetingUnit?> FindAsync(UnitTree tree, Guid unitId, CancellationToken ct)
    {
        if ((tree.Current(unitId) ?? tree.Find(unitId)) is not { } unit)
            return null;
        var today = formats.Day(clock.GetUtcNow());
        var led = await database
            .Memberships.AsNoTracking()
            .HeldOn(today)
            .Where(place => place.Role == UnitRole.Leader || place.Role == UnitRole.Deputy)
            .Select(place => place.UnitId)
            .Distinct()
            .ToListAsync(ct);
        var ledToday = led.Select(id => tree.Current(id)?.Id ?? id).ToHashSet();
        var covered = new HashSet<Guid>();
        var waiting = new Stack<Guid>([unit.Id]);
        while (waiting.TryPop(out var at))
        {
            covered.Add(at);
            foreach (var child in tree.OpenChildrenUnordered(at).Where(child => !ledToday.Contains(child.Id)))
                waiting.Push(child.Id);
        }
        var closed = tree
            .All.Where(other => !other.IsOpen)
            .ToLookup(other => tree.Current(other.Id)?.Id ?? other.Id, other => other.Id);
        var own = closed[unit.Id].Append(unit.Id).ToHashSet();
        covered.UnionWith([.. covered.SelectMany(id => closed[id])]);
        return new MeetingUnit(tree, unit, own, covered, today);
    }

    /// <summary>Who works there, each once, with what they are; at most 300.</summary>
    public async Task<IReadOnlyList<(Guid PersonId, string Name, string Role)>> PeopleAsync(
        MeetingUnit unit,
        CancellationToken ct
    )
    {
        var covered = unit.Covered;
        var places = await database
            .Memberships.AsNoTracking()
            .HeldOn(unit.Today)
            .Where(place => covered.Contains(place.UnitId))
            .Join(
                database.Users.Where(person => person.DeactivatedAt == null),
                place => place.PersonId,
                person => person.Id,
                (place, person) =>
                    new
                    {
                        person.Id,
                        person.DisplayName,
                        place.Role,
                    }
            )
            .ToListAsync(ct);
        return
        [
            .. places
                .GroupBy(place => (place.Id, place.DisplayName))
                .OrderBy(person => person.Key.DisplayName, StringComparer.CurrentCulture)
                .Take(300)
                .Select(person => (person.Key.Id, person.Key.DisplayName, person.Max(place => place.Role)!)),
        ];
    }
}
