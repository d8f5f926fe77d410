using System.Globalization;
using Endre.Domain.Organizations;
using Endre.Domain.Organizations.Importing;

namespace Endre.Domain.Tests.Organizations.Importing;

/// <summary>The organization after an import, as the storage carries it out.</summary>
internal static class Carried
{
    public static ImportSnapshot Out(ImportSnapshot before, ImportPlan plan, DateOnly today)
    {
        var units = before.Units.ToDictionary(unit => unit.Id);
        var opened = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var people = before.People.ToDictionary(person => person.Id);
        var added = new Dictionary<string, Guid>(StringComparer.Ordinal);
        Guid UnitOf(ImportUnit unit) => unit.Id ?? opened[unit.Path];
        Guid PersonOf(ImportWho who) => who.Id ?? added[who.Email];
        void Place(Guid person, Func<IEnumerable<KnownPlace>, IEnumerable<KnownPlace>> change) =>
            people[person] = people[person] with { Places = [.. change(people[person].Places)] };
        KnownPlace End(KnownPlace place, DateOnly last) => place with { Until = last };
        IEnumerable<KnownPlace> Ended(IEnumerable<KnownPlace> all, Guid id, DateOnly last) =>
            all.Where(p => p.Id != id || !(p.Since > last)).Select(p => p.Id == id ? End(p, last) : p);

        foreach (var change in plan.Changes)
        {
            switch (change)
            {
                case ImportChange.UnitAdded c:
                    var unitId = Guid.CreateVersion7();
                    opened[c.Path] = unitId;
                    units[unitId] = new Unit(
                        unitId,
                        c.Parent is null ? null : UnitOf(c.Parent),
                        c.Name,
                        c.Kind,
                        c.Code
                    );
                    break;
                case ImportChange.UnitReworded c:
                    units[c.Id] = c.Field switch
                    {
                        "name" => units[c.Id] with { Name = c.To! },
                        "kind" => units[c.Id] with { Kind = c.To! },
                        _ => units[c.Id] with { Code = c.To },
                    };
                    break;
                case ImportChange.UnitRelocated c:
                    units[c.Id] = units[c.Id] with { ParentId = c.To is null ? null : UnitOf(c.To) };
                    break;
                case ImportChange.PersonAdded c:
                    var id = Guid.CreateVersion7();
                    added[c.Email] = id;
                    people[id] = new KnownPerson(
                        id,
                        c.Number,
                        c.Name,
                        c.Email,
                        c.Affiliation,
                        c.EndsOn,
                        true,
                        true,
                        []
                    );
                    break;
                case ImportChange.PersonCorrected c:
                    people[c.Id] = c.Field switch
                    {
                        "name" => people[c.Id] with { Name = c.To! },
                        "email" => people[c.Id] with { Email = c.To },
                        "number" => people[c.Id] with { Number = c.To },
                        "affiliation" => people[c.Id] with { Affiliation = c.To! },
                        _ => people[c.Id] with { EndsOn = DateOnly.Parse(c.To!, CultureInfo.InvariantCulture) },
                    };
                    break;
                case ImportChange.PersonReturned c:
                    people[c.Id] = people[c.Id] with { IsActive = true };
                    break;
                case ImportChange.PersonEnded c:
                    people[c.Id] = people[c.Id] with { IsActive = false };
                    break;
                case ImportChange.PlaceStarted c:
                    var started = new KnownPlace(
                        Guid.CreateVersion7(),
                        UnitOf(c.Unit),
                        c.Role,
                        c.Title,
                        c.Since,
                        c.Until
                    );
                    Place(PersonOf(c.Who), all => all.Append(started));
                    break;
                case ImportChange.PlaceMoved c:
                    var since = c.Since ?? today;
                    var moved = new KnownPlace(Guid.CreateVersion7(), UnitOf(c.To), c.Role, c.Title, since, c.Until);
                    Place(PersonOf(c.Who), all => Ended(all, c.Id, since.AddDays(-1)).Append(moved));
                    break;
                case ImportChange.PlaceEnded c:
                    Place(PersonOf(c.Who), all => Ended(all, c.Id, c.LastDay));
                    break;
                case ImportChange.PlaceCorrected c:
                    Place(
                        PersonOf(c.Who),
                        all =>
                            all.Select(p =>
                                p.Id != c.Id ? p
                                : c.Field == "title" ? p with { Title = c.To }
                                : c.Field == "since"
                                    ? p with
                                    {
                                        Since = DateOnly.Parse(c.To!, CultureInfo.InvariantCulture),
                                    }
                                : p with { Until = DateOnly.Parse(c.To!, CultureInfo.InvariantCulture) }
                            )
                    );
                    break;
                default:
                    throw new InvalidOperationException(change.GetType().Name);
            }
        }
        return new ImportSnapshot([.. units.Values], [.. people.Values]);
    }
}
