using Endre.Storage.People;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Account;

internal static class AddPasskey
{
    public static async Task<IResult> AskAsync(HttpContext http, SignInManager<Person> signIn, ShowAccount show)
    {
        var person = await show.PersonAsync(http);
        var question = await signIn.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = person.Id.ToString(),
                Name = person.Email ?? "",
                DisplayName = person.DisplayName,
            }
        );
        return Results.Text(question, "application/json");
    }

    public static async Task<IResult> HandleAsync(
        [FromForm] string? credential,
        [FromForm] string? passkeyName,
        HttpContext http,
        SignInManager<Person> signIn,
        ShowAccount show,
        Texts<AccountTexts> texts
    )
    {
        var person = await show.PersonAsync(http);
        if (await AttestAsync(signIn, credential) is not { } passkey)
            return await show.AgainAsync(person, new FormFaults().Add("passkeyName", texts["PasskeyFailed"]));
        passkey.Name = ChangePasskey.NameFrom(passkeyName);
        await signIn.UserManager.AddOrUpdatePasskeyAsync(person, passkey);
        return Page.SeeOther(AccountLinks.Done("SavedPasskey"));
    }

    private static async Task<UserPasskeyInfo?> AttestAsync(SignInManager<Person> signIn, string? credential)
    {
        if (string.IsNullOrEmpty(credential))
            return null;
        try
        {
            return (await signIn.PerformPasskeyAttestationAsync(credential)).Passkey;
        }
        catch (InvalidOperationException)
        {
            // The question was never asked in this browser, or long ago.
            return null;
        }
    }
}
