using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Microsoft.AspNetCore.Identity;

namespace Endre.Web.Features.Account;

/// <summary>Ends all sessions of the person: this one at once, those on other devices within a minute.</summary>
internal static class SignOutEverywhere
{
    public static async Task<IResult> HandleAsync(HttpContext http, SignInManager<Person> signIn, ShowAccount show)
    {
        await signIn.UserManager.UpdateSecurityStampAsync(await show.PersonAsync(http));
        await signIn.SignOutAsync();
        return Page.SeeOther(AccessLinks.SignedOut);
    }
}
