using Endre.Storage.People;
using Endre.Web.Access;
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
        SignInManager<Person> signIn,
        SignInRight right
    )
    {
        if (
            !Guid.TryParse(person, out var id)
            || await signIn.UserManager.FindByIdAsync(id.ToString()) is not { IsDemo: true } found
            || !right.Has(found)
        )
            return ErrorResult.NotFound;
        await signIn.SignInAsync(found, isPersistent: false);
        return Page.SeeOther(ReturnAddress.Local(returnTo));
    }
}
