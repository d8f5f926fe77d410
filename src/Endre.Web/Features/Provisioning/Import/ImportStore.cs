using System.Globalization;
using System.Text.Json;
using Endre.Domain.Organizations.Importing;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Storage.Provisioning;
using Endre.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning.Import;

/// <summary>Makes the changes of a plan to tracked rows. The caller stores all of them, or none.</summary>
internal sealed class ImportStore(
    EndreContext database,
    ProvisionedDeparture departure,
    AuditLog audit,
    TimeProvider clock
)
{
    private readonly Dictionary<string, UnitRow> _opened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> _added = new(StringComparer.Ordinal);
    private Dictionary<Guid, UnitRow> _units = [];
    private Dictionary<Guid, Person> _people = [];
    private Dictionary<Guid, ProvisionedPerson> _told = [];
    private Dictionary<Guid, Membership> _places = [];
    private HashSet<string> _userNames = [];
    private Guid _employee;
    private DateTimeOffset _now;

    /// <summary>Whose sign-ins begin or end when the changes are stored.</summary>
    public List<Person> Touched { get; } = [];

    public async Task UseAsync(ImportPlan plan, DateOnly today, CancellationToken ct)
    {
        _now = clock.GetUtcNow();
        _units = await database.Units.ToDictionaryAsync(unit => unit.Id, ct);
        _people = await database.Users.ToDictionaryAsync(person => person.Id, ct);
        _told = await database.ProvisionedPeople.ToDictionaryAsync(told => told.PersonId, ct);
        _places = await database.Memberships.ToDictionaryAsync(place => place.Id, ct);
        _userNames = [.. _people.Values.Select(person => person.NormalizedUserName).OfType<string>()];
        _employee = await database
            .Roles.Where(role => role.Name == Roles.Employee)
            .Select(role => role.Id)
            .SingleAsync(ct);
        // Each row is looked over once, when all is stored, and not again at each that is added.
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var change in plan.Changes)
        {
            Use(change, today);
        }

        database.ChangeTracker.AutoDetectChangesEnabled = true;
        database.ChangeTracker.DetectChanges();
        audit.Record(
            "ImportPeople",
            "organization",
            null,
            [.. plan.Changes.GroupBy(c => c.GetType().Name).Select(same => (same.Key, (string?)$"{same.Count()}"))]
        );
    }

    private void Use(ImportChange change, DateOnly today)
    {
        switch (change)
        {
            case ImportChange.UnitAdded added:
                Open(added);
                break;
            case ImportChange.UnitReworded reworded:
                Change(reworded.Id, "renamed", unit => Reword(unit, reworded));
                break;
            case ImportChange.UnitRelocated moved:
                Change(moved.Id, "moved", unit => unit.ParentId = moved.To is null ? null : UnitOf(moved.To));
                break;
            case ImportChange.PersonAdded added:
                Add(added);
                break;
            case ImportChange.PersonCorrected corrected:
                Correct(_people[corrected.Id], corrected);
                break;
            case ImportChange.PersonReturned returned:
                departure.Return(_people[returned.Id]);
                Touched.Add(_people[returned.Id]);
                break;
            case ImportChange.PersonEnded ended:
                End(ended, today);
                break;
            case ImportChange.PlaceStarted c:
                Start(c.Who, c.Unit, new NewPlace(c.Role, c.Title, c.Since, c.Until));
                break;
            case ImportChange.PlaceMoved c:
                var since = c.Since ?? today;
                End(_places[c.Id], since.AddDays(-1));
                Start(c.Who, c.To, new NewPlace(c.Role, c.Title, since, c.Until));
                break;
            case ImportChange.PlaceCorrected c:
                Correct(_places[c.Id], c);
                break;
            case ImportChange.PlaceEnded c:
                End(_places[c.Id], c.LastDay);
                break;
            default:
                throw new InvalidOperationException($"Nobody carries out {change.GetType().Name}.");
        }
    }

    private void Open(ImportChange.UnitAdded added)
    {
        var unit = new UnitRow
        {
            Id = Guid.CreateVersion7(_now),
            ParentId = added.Parent is null ? null : UnitOf(added.Parent),
            Name = added.Name,
            Kind = added.Kind,
            Code = added.Code,
        };
        database.Units.Add(unit);
        _opened[added.Path] = unit;
        Remember(unit, "opened", before: null);
    }

    private void Change(Guid id, string what, Action<UnitRow> change)
    {
        var unit = _units[id];
        var before = Json(unit);
        change(unit);
        unit.Version++;
        Remember(unit, what, before);
    }

    private static void Reword(UnitRow unit, ImportChange.UnitReworded reworded)
    {
        if (reworded.Field == "name")
            unit.Name = reworded.To!;
        else if (reworded.Field == "kind")
            unit.Kind = reworded.To!;
        else
            unit.Code = reworded.To;
    }

    private void Remember(UnitRow unit, string what, string? before) =>
        database.UnitChanges.Add(
            new UnitChange
            {
                Id = Guid.CreateVersion7(_now),
                UnitId = unit.Id,
                At = _now,
                What = what,
                Before = before,
                After = Json(unit),
            }
        );

    private static string Json(UnitRow unit) => JsonSerializer.Serialize(unit.ToUnit(heirId: null));

    private void Add(ImportChange.PersonAdded added)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(_now),
            Email = added.Email,
            NormalizedEmail = Capitals(added.Email),
            DisplayName = added.Name,
            ExternalId = added.Number,
            Affiliation = added.Affiliation,
            EndsOn = added.EndsOn,
            LockoutEnabled = true,
            CreatedAt = _now,
            ChangedAt = _now,
        };
        UseUserName(person, added.Email);
        database.Users.Add(person);
        database.UserRoles.Add(new IdentityUserRole<Guid> { UserId = person.Id, RoleId = _employee });
        _added[added.Email] = person;
    }

    private void Correct(Person person, ImportChange.PersonCorrected corrected)
    {
        switch (corrected.Field)
        {
            case "name":
                person.DisplayName = corrected.To!;
                break;
            case "email":
                var isUserName = person.NormalizedUserName == person.NormalizedEmail;
                person.Email = corrected.To;
                person.NormalizedEmail = Capitals(corrected.To!);
                if (isUserName)
                    UseUserName(person, corrected.To!);
                break;
            case "number" when _told.TryGetValue(person.Id, out var told):
                told.EmployeeNumber = corrected.To;
                break;
            case "number":
                person.ExternalId = corrected.To;
                break;
            case "affiliation":
                person.Affiliation = corrected.To!;
                break;
            default:
                person.EndsOn = Day(corrected.To);
                break;
        }

        person.ChangedAt = _now;
        person.ConcurrencyStamp = Guid.CreateVersion7(_now).ToString();
    }

    // The address is what one signs in with, where nobody else already does.
    private void UseUserName(Person person, string email)
    {
        var name =
            _userNames.Add(Capitals(email)) || person.NormalizedUserName == Capitals(email)
                ? email
                : person.UserName ?? person.Id.ToString();
        person.UserName = name;
        person.NormalizedUserName = Capitals(name);
    }

    private void End(ImportChange.PersonEnded ended, DateOnly today)
    {
        var person = _people[ended.Id];
        departure.Leave(person, ended.SuccessorId);
        Touched.Add(person);
        foreach (var place in _places.Values.Where(place => place.PersonId == ended.Id && !(place.Until < today)))
            End(place, today);
        audit.Record(
            "ImportPeople",
            "person",
            ended.Id,
            ("change", "deactivated"),
            ("successor", $"{ended.SuccessorId}")
        );
    }

    private void Start(ImportWho who, ImportUnit unit, NewPlace place) =>
        database.Memberships.Add(
            new Membership
            {
                Id = Guid.CreateVersion7(_now),
                PersonId = who.Id ?? _added[who.Email].Id,
                UnitId = UnitOf(unit),
                Role = place.Role,
                Title = place.Title,
                Since = place.Since,
                Until = place.Until,
            }
        );

    // A place that nobody ever held for a day leaves no row.
    private void End(Membership place, DateOnly lastDay)
    {
        if (place.Since > lastDay)
            database.Memberships.Remove(place);
        else
            place.Until = lastDay;
    }

    private static void Correct(Membership place, ImportChange.PlaceCorrected corrected)
    {
        if (corrected.Field == "title")
            place.Title = corrected.To;
        else if (corrected.Field == "since")
            place.Since = Day(corrected.To);
        else
            place.Until = Day(corrected.To);
    }

    private Guid UnitOf(ImportUnit unit) => unit.Id ?? _opened[unit.Path].Id;

    private static DateOnly? Day(string? iso) =>
        iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // As Identity does it.
    private static string Capitals(string text) => text.Normalize().ToUpperInvariant();

    private sealed record NewPlace(string Role, string? Title, DateOnly? Since, DateOnly? Until);
}
