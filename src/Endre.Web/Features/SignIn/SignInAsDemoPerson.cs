using Endre.Storage.People;
using Endre.Web.Components;
using Endre.Web.Hosting.Errors;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.SignIn;

/// <summary>One click, no password. The route exists in a demo only, and only for invented people.</summary>
internal static class SignInAsDemoPerson
{
    public static async Task<IResult> HandleAsync(
        [FromForm] string? person,
        [FromForm] string? returnTo,
        SignInManager<Person> signIn
    )
    {
        var found = await signIn.UserManager.FindByIdAsync(person ?? "");
        if (found is not { IsDemo: true })
            return ErrorResult.NotFound;
        await signIn.SignInAsync(found, isPersistent: false);
        return Page.SeeOther(ReturnAddress.Local(returnTo));
    }
}
