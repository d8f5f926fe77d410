using System.Collections.Immutable;
using System.Globalization;

namespace Endre.Domain.Organizations.Importing;

/// <summary>A place in a unit that the file tells of.</summary>
internal sealed record WantedPlace(UnitWork Unit, string Role, string? Title, DateOnly? Since, DateOnly? Until)
{
    public ImportChange.PlaceStarted Start(ImportWho who) => new(who, Unit.Reference, Role, Title, Since, Until);
}

/// <summary>A person's places in units: what begins, moves, changes and ends.</summary>
internal sealed class ImportPlaces(ImportUnits units, IReadOnlySet<string> roles, DateOnly today)
{
    /// <summary>The places on a person's rows.</summary>
    public static ImmutableArray<WantedPlace> Wanted(
        ImmutableArray<ImportLine> rows,
        ImportUnits units,
        List<ImportFault> faults
    )
    {
        var wanted = new Dictionary<(UnitWork, string), (WantedPlace Place, ImportLine Row)>();
        foreach (var row in rows)
        {
            if (units.Of(row) is not { } unit)
            {
                continue;
            }
            foreach (var role in row.Roles)
            {
                var place = new WantedPlace(unit, role, row.Title, row.From, row.To);
                if (wanted.TryAdd((unit, role), (place, row)))
                {
                    continue;
                }
                var (before, first) = wanted[(unit, role)];
                // Rows that are only half read may well agree.
                if (before != place && row.Unread.IsEmpty && first.Unread.IsEmpty)
                {
                    faults.Add(
                        new ImportFault(row.Row, ImportColumn.Unit, "PlacesDisagree", $"{first.Row}", unit.Path)
                    );
                }
            }
        }
        return
        [
            .. wanted
                .Values.Select(one => one.Place)
                .OrderBy(place => place.Unit.Path, StringComparer.Ordinal)
                .ThenBy(place => place.Role, StringComparer.Ordinal),
        ];
    }

    /// <summary>What happens to the places of somebody who is known.</summary>
    public IEnumerable<ImportChange> Changes(
        ImportWho who,
        ImmutableArray<KnownPlace> places,
        ImmutableArray<WantedPlace> wanted
    )
    {
        var free = places.OrderBy(place => place.HasEndedBy(today)).ThenBy(place => place.Id).ToList();
        var changes = new List<ImportChange>();
        var begin = new List<WantedPlace>();
        foreach (var place in wanted)
        {
            // One that is over is the same only when it ended on the same day: whoever comes back gets a new one.
            var same = free.Find(held =>
                place.Unit.Before?.Id == held.UnitId
                && held.Role == place.Role
                && (!held.HasEndedBy(today) || held.Until == place.Until)
            );
            if (same is null)
            {
                begin.Add(place);
            }
            else
            {
                free.Remove(same);
                changes.AddRange(Corrections(who, same, place));
            }
        }
        // Nobody is sent away by a file that tells of no unit of theirs.
        var end = wanted.IsEmpty
            ? []
            : free.Where(held => held.Until is null && roles.Contains(held.Role) && !IsTold(held, wanted)).ToList();
        foreach (var place in begin.Where(place => !(place.Until < today)))
        {
            var old = end.Find(held => held.Role == place.Role);
            if (old is not null && units.Of(old.UnitId) is { } from)
            {
                end.Remove(old);
                changes.Add(Move(who, old, from, place));
            }
            else
            {
                changes.Add(place.Start(who));
            }
        }
        foreach (var held in end)
        {
            if (units.Of(held.UnitId) is { } unit)
            {
                changes.Add(new ImportChange.PlaceEnded(held.Id, who, unit.Reference, held.Role, today.AddDays(-1)));
            }
        }
        return changes;
    }

    private static bool IsTold(KnownPlace held, ImmutableArray<WantedPlace> wanted) =>
        wanted.Any(place => place.Unit.Before?.Id == held.UnitId && place.Role == held.Role);

    private static ImportChange.PlaceMoved Move(ImportWho who, KnownPlace old, UnitWork from, WantedPlace to) =>
        new(old.Id, who, from.Reference, to.Unit.Reference, to.Role, to.Title ?? old.Title, to.Since, to.Until);

    private static IEnumerable<ImportChange> Corrections(ImportWho who, KnownPlace held, WantedPlace wanted)
    {
        var unit = wanted.Unit.Reference;
        if (wanted.Title is not null && wanted.Title != held.Title)
        {
            yield return new ImportChange.PlaceCorrected(held.Id, who, unit, "title", held.Title, wanted.Title);
        }
        if (wanted.Since is not null && wanted.Since != held.Since)
        {
            yield return new ImportChange.PlaceCorrected(
                held.Id,
                who,
                unit,
                "since",
                Iso(held.Since),
                Iso(wanted.Since)
            );
        }
        if (wanted.Until is not null && wanted.Until != held.Until)
        {
            yield return new ImportChange.PlaceCorrected(
                held.Id,
                who,
                unit,
                "until",
                Iso(held.Until),
                Iso(wanted.Until)
            );
        }
    }

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
