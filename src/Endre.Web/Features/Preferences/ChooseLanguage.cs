using Endre.Storage.People;
using Endre.Web.Components;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Preferences;

/// <summary>The choice stays on the device; a signed-in person meets it on other devices too.</summary>
internal static class ChooseLanguage
{
    public static async Task<IResult> HandleAsync(
        [FromForm] string? language,
        [FromForm] string? returnTo,
        HttpContext http,
        SignInManager<Person> signIn
    )
    {
        if (Language.Find(language) is not { } chosen)
            return Results.BadRequest();
        PreferenceCookie.Set(http, Language.CookieName, chosen.Code);
        if (await signIn.UserManager.GetUserAsync(http.User) is { } person && person.Language != chosen.Code)
        {
            person.Language = chosen.Code;
            await signIn.UserManager.UpdateAsync(person);
            await signIn.RefreshSignInAsync(person);
        }

        return Page.SeeOther(ReturnAddress.Local(returnTo));
    }
}
