using System.Buffers.Text;
using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Endre.Web.Features.Account;

internal sealed class ShowAccount(UserManager<Person> people, Settings settings)
{
    private Settings Settings => settings;

    private static readonly string[] ThingsDone =
    [
        "SavedName",
        "SavedPassword",
        "SavedPasskey",
        "RemovedPasskey",
        "RenamedPasskey",
        "NameWanted",
    ];

    public static async Task<IResult> HandleAsync(string? done, HttpContext http, ShowAccount show)
    {
        var person = await show.PersonAsync(http);
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var ends = session.Principal is null ? null : Session.Of(session.Principal, session.Properties, show.Settings);
        var view = await show.ViewAsync(person) with { SessionEnd = ends?.End, SessionLastEnd = ends?.LastEnd };
        return Page.Of<ShowAccountPage>(
            new { View = view with { Done = ThingsDone.FirstOrDefault(thing => thing == done) } }
        );
    }

    public async Task<Person> PersonAsync(HttpContext http) =>
        await people.GetUserAsync(http.User) ?? throw new InvalidOperationException("The person is gone.");

    public async Task<RazorComponentResult<ShowAccountPage>> AgainAsync(Person person, FormFaults faults) =>
        Page.Refused<ShowAccountPage>(new { View = await ViewAsync(person) with { Faults = faults } });

    private async Task<AccountView> ViewAsync(Person person) =>
        new()
        {
            Name = person.DisplayName,
            Email = person.Email ?? "",
            Roles = [.. await people.GetRolesAsync(person)],
            Passkeys =
            [
                .. (await people.GetPasskeysAsync(person)).Select(key => new PasskeyView(
                    Base64Url.EncodeToString(key.CredentialId),
                    key.Name,
                    key.CreatedAt
                )),
            ],
            HasPassword = person.PasswordHash is not null,
            IsDemo = person.IsDemo,
            Providers = [.. (await people.GetLoginsAsync(person)).Select(login => login.ProviderDisplayName ?? "")],
        };
}
