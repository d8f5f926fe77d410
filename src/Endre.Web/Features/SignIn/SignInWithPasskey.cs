using Endre.Storage.People;
using Endre.Web.Components;
using Endre.Web.Hosting.Errors;
using Endre.Web.Hosting.Limits;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.SignIn;

/// <summary>The device proves who one is. It asks for the question first, and answers it with its key.</summary>
internal static class SignInWithPasskey
{
    public static async Task<IResult> AskAsync(SignInManager<Person> signIn) =>
        Results.Text(await signIn.MakePasskeyRequestOptionsAsync(user: null), "application/json");

    public static async Task<IResult> HandleAsync(
        [FromForm] string? credential,
        [FromForm] string? returnTo,
        HttpContext http,
        SignInManager<Person> signIn,
        SignInGuesses guesses,
        ShowSignIn show
    )
    {
        var address = http.Connection.RemoteIpAddress;
        if (guesses.IsBlocked(address, out var retryAfter))
            return ErrorResult.TooManyAttempts(retryAfter);
        if (await IsRightAsync(signIn, credential))
        {
            guesses.RecordRight(address);
            return Page.SeeOther(ReturnAddress.Local(returnTo));
        }

        guesses.RecordWrong(address);
        return await show.AgainAsync(email: null, returnTo, "PasskeyFailed", http.RequestAborted);
    }

    private static async Task<bool> IsRightAsync(SignInManager<Person> signIn, string? credential)
    {
        if (string.IsNullOrEmpty(credential))
            return false;
        try
        {
            return (await signIn.PasskeySignInAsync(credential)).Succeeded;
        }
        catch (InvalidOperationException)
        {
            // The question was never asked in this browser, or long ago.
            return false;
        }
    }
}
