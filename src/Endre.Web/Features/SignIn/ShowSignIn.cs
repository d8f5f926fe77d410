using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.SignIn;

internal sealed class ShowSignIn(EndreContext context, Settings settings)
{
    public static async Task<IResult> HandleAsync(string? returnTo, ShowSignIn show, CancellationToken ct) =>
        Page.Of<ShowSignInPage>(new { Form = await show.FormAsync(returnTo, ct) });

    /// <summary>Password and passkey alone: the way in that remains when no provider answers.</summary>
    public static IResult LocalAsync(string? returnTo) =>
        Page.Of<ShowSignInPage>(new { Form = new SignInForm { ReturnTo = returnTo } });

    /// <summary>The page again: what was tried did not open the door.</summary>
    public async Task<RazorComponentResult<ShowSignInPage>> AgainAsync(
        string? email,
        string? returnTo,
        string wrong,
        CancellationToken ct
    ) =>
        Page.Refused<ShowSignInPage>(
            new { Form = await FormAsync(returnTo, ct) with { Email = email, Wrong = wrong, ShowsLocal = true } }
        );

    private async Task<SignInForm> FormAsync(string? returnTo, CancellationToken ct) =>
        new()
        {
            ReturnTo = returnTo,
            DemoPeople = settings.Demo ? await DemoPeopleAsync(ct) : [],
            Providers =
            [
                .. settings.SignIn.Providers.Select(provider => new ProviderChoice(
                    provider.Name,
                    AccessLinks.SignInWith(provider.Id, returnTo)
                )),
            ],
            ShowsLocal = settings.SignIn.ShowsLocal,
        };

    private async Task<IReadOnlyList<DemoChoice>> DemoPeopleAsync(CancellationToken ct)
    {
        var people = await context
            .Users.Where(person => person.IsDemo && person.DeactivatedAt == null)
            .OrderBy(person => person.Id)
            .Select(person => new
            {
                person.Id,
                person.DisplayName,
                Roles = context
                    .UserRoles.Where(role => role.UserId == person.Id)
                    .Join(context.Roles, role => role.RoleId, role => role.Id, (_, role) => role.Name!)
                    .ToList(),
                Leads = context.Memberships.Any(place =>
                    place.PersonId == person.Id && place.Role == UnitRole.Leader && place.Until == null
                ),
            })
            .ToListAsync(ct);
        return
        [
            .. people.Select(person => new DemoChoice(
                person.Id,
                person.DisplayName,
                [.. Roles.All.Where(role => role == Roles.Leader ? person.Leads : person.Roles.Contains(role))]
            )),
        ];
    }
}
