using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.People;

/// <summary>
/// The people, fifty at a time. Names are compared in memory: no database here sorts æ, ø and å or finds them in small and
/// large letters as a Norwegian does, and five thousand short rows are read in a few milliseconds.
/// </summary>
internal sealed class ListPeople(EndreContext database, SignInRight right)
{
    public const string Active = "StatusActive";
    public const string Invited = "StatusInvited";
    public const string Demo = "StatusDemo";
    public const string Ending = "StatusEnding";
    public const string Left = "StatusLeft";
    public const int DaysBefore = 14;
    private const int Size = 50;

    public static async Task<IResult> HandleAsync(
        ListPeople list,
        string? sok,
        Guid? enhet,
        string? rolle,
        string? status,
        int? side,
        CancellationToken ct
    )
    {
        var filter = new PeopleFilter(Text(sok), enhet, Text(rolle), Text(status), Math.Clamp(side ?? 1, 1, 10_000));
        return Page.Of<ListPeoplePage>(new { Page = await list.ReadAsync(filter, ct) });
    }

    private async Task<PeoplePage> ReadAsync(PeopleFilter filter, CancellationToken ct)
    {
        var tree = await database.ReadUnitTreeAsync(ct);
        var all = await database
            .Users.Select(person => new Row(
                person.Id,
                person.DisplayName,
                person.Email ?? "",
                person.PasswordHash != null || database.UserLogins.Any(login => login.UserId == person.Id),
                person.IsDemo,
                person.DeactivatedAt != null,
                person.EndsOn
            ))
            .ToListAsync(ct);
        var ids = await IdsOfAsync(filter, tree, ct);
        var fitting = all.Where(row => ids?.Contains(row.Id) is not false && Fits(row, filter))
            .OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(row => row.Id)
            .ToList();
        var pages = Math.Max(1, (fitting.Count + Size - 1) / Size);
        var page = Math.Min(filter.Page, pages);
        var shown = fitting.Skip((page - 1) * Size).Take(Size).ToList();
        return new PeoplePage(
            filter with
            {
                Page = page,
            },
            await ListedAsync(shown, tree, ct),
            fitting.Count,
            pages,
            [
                .. tree
                    .All.Where(unit => unit.IsOpen)
                    .OrderBy(unit => unit.Name, StringComparer.CurrentCulture)
                    .Select(unit => new Choice(unit.Id.ToString(), unit.Name)),
            ],
            all.Count(row => StatusOf(row) == Ending)
        );
    }

    private bool Fits(Row row, PeopleFilter filter) =>
        (
            filter.Search is not { } search
            || row.Name.Contains(search, StringComparison.CurrentCultureIgnoreCase)
            || row.Email.Contains(search, StringComparison.OrdinalIgnoreCase)
        ) && (filter.Status is not { } status || StatusOf(row) == status);

    private string StatusOf(Row row) =>
        row.HasLeft || row.EndsOn < right.Today ? Left
        : row.EndsOn <= right.Today.AddDays(DaysBefore) ? Ending
        : row.IsDemo ? Demo
        : row.HasPassword ? Active
        : Invited;

    // Those who have a place in the unit or under it, and those who have the role; null when neither is asked for.
    private async Task<HashSet<Guid>?> IdsOfAsync(PeopleFilter filter, UnitTree tree, CancellationToken ct)
    {
        if (filter.UnitId is null && filter.Role is null)
            return null;
        if (filter.Role is { } given && Roles.Given.Contains(given) && filter.UnitId is null)
            return [.. await OfRole(given).ToListAsync(ct)];
        var units = filter.UnitId is { } id ? tree.Under(id).Select(unit => unit.Id).Append(id).ToHashSet() : null;
        var role = filter.Role is { } word && UnitRole.All.Contains(word) ? word : null;
        var places = await database
            .Memberships.HeldOn(right.Today)
            .Where(place => role == null || place.Role == role)
            .Select(place => new { place.PersonId, place.UnitId })
            .ToListAsync(ct);
        var found = places
            .Where(place => units?.Contains(place.UnitId) is not false)
            .Select(place => place.PersonId)
            .ToHashSet();
        if (filter.Role is { } other && role is null)
            found.IntersectWith(await OfRole(other).ToListAsync(ct));
        return found;
    }

    private IQueryable<Guid> OfRole(string name) =>
        database.UserRoles.Join(
            database.Roles.Where(role => role.Name == name),
            row => row.RoleId,
            role => role.Id,
            (row, _) => row.UserId
        );

    private async Task<IReadOnlyList<ListedPerson>> ListedAsync(List<Row> shown, UnitTree tree, CancellationToken ct)
    {
        var ids = shown.Select(row => row.Id).ToList();
        var roles = await database
            .UserRoles.Where(row => ids.Contains(row.UserId))
            .Join(database.Roles, row => row.RoleId, role => role.Id, (row, role) => new { row.UserId, role.Name })
            .ToListAsync(ct);
        var places = await database.Memberships.Where(place => ids.Contains(place.PersonId)).ToListAsync(ct);
        var rolesOf = roles.ToLookup(row => row.UserId, row => row.Name!);
        var placesOf = places
            .Select(place => place.ToPosition())
            .Where(place => place.IsHeldOn(right.Today))
            .ToLookup(place => place.PersonId);
        return
        [
            .. shown.Select(row => new ListedPerson(
                row.Id,
                row.Name,
                row.Email,
                [.. Roles.Given.Where(rolesOf[row.Id].Contains)],
                [
                    .. placesOf[row.Id]
                        .Select(place => tree.Find(place.UnitId)?.Name)
                        .OfType<string>()
                        .Distinct()
                        .Order(StringComparer.CurrentCulture),
                ],
                StatusOf(row),
                row.EndsOn
            )),
        ];
    }

    private static string? Text(string? text) => text?.Trim() is { Length: > 0 and <= 200 } trimmed ? trimmed : null;

    private sealed record Row(
        Guid Id,
        string Name,
        string Email,
        bool HasPassword,
        bool IsDemo,
        bool HasLeft,
        DateOnly? EndsOn
    );
}
