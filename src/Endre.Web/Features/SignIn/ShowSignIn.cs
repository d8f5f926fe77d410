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
        Page.Of<ShowSignInPage>(new { Form = await show.FormAsync(email: null, returnTo, wrong: null, ct) });

    /// <summary>The page again: what was tried did not open the door.</summary>
    public async Task<RazorComponentResult<ShowSignInPage>> AgainAsync(
        string? email,
        string? returnTo,
        string wrong,
        CancellationToken ct
    ) => Page.Refused<ShowSignInPage>(new { Form = await FormAsync(email, returnTo, wrong, ct) });

    private async Task<SignInForm> FormAsync(string? email, string? returnTo, string? wrong, CancellationToken ct) =>
        new(email, returnTo, wrong, settings.Demo ? await DemoPeopleAsync(ct) : []);

    private async Task<IReadOnlyList<DemoChoice>> DemoPeopleAsync(CancellationToken ct)
    {
        var people = await context
            .Users.Where(person => person.IsDemo)
            .OrderBy(person => person.Id)
            .Select(person => new
            {
                person.Id,
                person.DisplayName,
                Roles = context
                    .UserRoles.Where(role => role.UserId == person.Id)
                    .Join(context.Roles, role => role.RoleId, role => role.Id, (_, role) => role.Name!)
                    .ToList(),
            })
            .ToListAsync(ct);
        return
        [
            .. people.Select(person => new DemoChoice(
                person.Id,
                person.DisplayName,
                [.. Roles.All.Where(person.Roles.Contains)]
            )),
        ];
    }
}
