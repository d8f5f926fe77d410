using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.People;

internal static class ListPeople
{
    public static async Task<IResult> HandleAsync(EndreContext context, CancellationToken ct)
    {
        var roles = await context
            .UserRoles.Join(
                context.Roles,
                row => row.RoleId,
                role => role.Id,
                (row, role) => new { row.UserId, role.Name }
            )
            .ToListAsync(ct);
        var of = roles.ToLookup(row => row.UserId, row => row.Name!);
        var people = await context.Users.AsNoTracking().ToListAsync(ct);
        var listed = people
            .Select(person => new ListedPerson(
                person.Id,
                person.DisplayName,
                person.Email ?? "",
                [.. Roles.All.Where(of[person.Id].Contains)],
                person.IsDemo ? "StatusDemo"
                    : person.PasswordHash is null ? "StatusInvited"
                    : "StatusActive"
            ))
            .OrderBy(person => person.Name, StringComparer.CurrentCulture);
        return Page.Of<ListPeoplePage>(new { People = listed.ToList() });
    }
}
