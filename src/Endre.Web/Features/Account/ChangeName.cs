using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Account;

internal static class ChangeName
{
    public static async Task<IResult> HandleAsync(
        [FromForm] string? name,
        HttpContext http,
        SignInManager<Person> signIn,
        AccountFaults account,
        ShowAccount show
    )
    {
        var person = await show.PersonAsync(http);
        var faults = new FormFaults();
        account.CheckName(faults, name);
        if (!faults.IsEmpty)
            return await show.AgainAsync(person, faults);
        person.DisplayName = name!.Trim();
        await signIn.UserManager.UpdateAsync(person);
        await signIn.RefreshSignInAsync(person);
        return Page.SeeOther(AccountLinks.Done("SavedName"));
    }
}
