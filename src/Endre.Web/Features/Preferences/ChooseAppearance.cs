using Endre.Web.Components;
using Endre.Web.Components.Layout;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Preferences;

internal static class ChooseAppearance
{
    public static IResult Handle([FromForm] string? appearance, [FromForm] string? returnTo, HttpContext http)
    {
        if (appearance is null || !ColorScheme.All.Contains(appearance))
            return Results.BadRequest();
        PreferenceCookie.Set(http, ColorScheme.CookieName, appearance);
        return Page.SeeOther(ReturnAddress.Local(returnTo));
    }
}
