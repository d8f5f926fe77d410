using System.Security.Claims;
using Endre.Storage.People;
using Endre.Web.Access.Providers;
using Endre.Web.Components;
using Endre.Web.Features.Account;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Endre.Web.Features.SignIn.Providers;

/// <summary>A provider has said who somebody is, and it has been checked: now they come in, or are told why not.</summary>
internal sealed partial class AcceptPerson(
    SignInManager<Person> signIn,
    ProviderPeople people,
    ILogger<AcceptPerson> logger
)
{
    public async Task<IResult> AcceptAsync(
        SignInProvider provider,
        ClaimsPrincipal principal,
        ProviderSession session,
        string? invitation,
        string? returnTo
    )
    {
        var told = ProvidedPerson.Of(provider, principal);
        if (RefuseAtOnce(provider, told) is { } refused)
            return Refuse(provider, refused);
        var (person, fault) = invitation is null
            ? await people.FindAsync(provider, told)
            : await people.InvitedAsync(provider, told, invitation);
        if (person is null)
            return Refuse(provider, fault);
        if (!await signIn.CanSignInAsync(person))
            return Refuse(provider, ProviderFault.Deactivated);

        await people.UpdateRolesAsync(provider, told, person);
        var properties = new AuthenticationProperties();
        session.KeepIn(properties);
        await signIn.SignInAsync(person, properties);
        // Some providers do not tell a name, and others must be able to see who somebody is.
        var isNameless = person.DisplayName == ProviderPeople.PlaceholderFor(provider, told);
        return Page.SeeOther(isNameless ? AccountLinks.Done("NameWanted") : ReturnAddress.Local(returnTo));
    }

    private IResult Refuse(SignInProvider provider, ProviderFault fault)
    {
        LogRefused(provider.Id, fault);
        return ProviderRefusal.Page(provider, fault);
    }

    private static ProviderFault? RefuseAtOnce(SignInProvider provider, ProvidedPerson told)
    {
        if (told.Issuer.Length == 0 || told.Subject.Length == 0)
            return ProviderFault.Rejected;
        if (provider.Organizations.Count > 0 && !provider.Organizations.Any(told.Organizations.Contains))
            return ProviderFault.Elsewhere;
        if (provider.Levels.Count > 0 && !provider.Levels.Contains(told.Level))
            return ProviderFault.Weak;
        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sign-in through {Provider} was refused: {Fault}.")]
    private partial void LogRefused(string provider, ProviderFault fault);
}
