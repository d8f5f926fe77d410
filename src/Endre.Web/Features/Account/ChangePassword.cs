using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Hosting.Limits;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Account;

/// <summary>A new password signs the person out everywhere else.</summary>
internal sealed class ChangePassword(
    SignInManager<Person> signIn,
    SignInGuesses guesses,
    AccountFaults account,
    ShowAccount show,
    Texts<AccountTexts> texts
)
{
    public static Task<IResult> HandleAsync(
        [FromForm] string? oldPassword,
        [FromForm] string? password,
        HttpContext http,
        ChangePassword change
    ) => change.ChangeAsync(oldPassword ?? "", password ?? "", http);

    private async Task<IResult> ChangeAsync(string oldPassword, string password, HttpContext http)
    {
        if (guesses.IsBlocked(http.Connection.RemoteIpAddress, out var retryAfter))
            return ErrorResult.TooManyAttempts(retryAfter);
        var people = signIn.UserManager;
        var person = await show.PersonAsync(http);
        var faults = new FormFaults();
        if (!await people.CheckPasswordAsync(person, oldPassword))
        {
            guesses.RecordWrong(http.Connection.RemoteIpAddress);
            return await show.AgainAsync(person, faults.Add("oldPassword", texts["OldPasswordWrong"]));
        }

        var result = await people.ChangePasswordAsync(person, oldPassword, password);
        account.Add(faults, result);
        if (!result.Succeeded)
            return await show.AgainAsync(person, faults);
        await signIn.RefreshSignInAsync(person);
        return Page.SeeOther(AccountLinks.Done("SavedPassword"));
    }
}
