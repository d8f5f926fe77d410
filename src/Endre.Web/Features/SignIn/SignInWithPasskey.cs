using Endre.Storage.People;
using Endre.Web.Components;
using Endre.Web.Hosting;
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
        SecurityEvents events,
        ShowSignIn show
    )
    {
        var address = http.Connection.RemoteIpAddress;
        if (guesses.IsBlocked(address, out var retryAfter))
            return ErrorResult.TooManyAttempts(retryAfter);
        if (await TryAsync(signIn, credential) is not { } wrong)
        {
            guesses.RecordRight(address);
            events.SignedIn("passkey");
            return Page.SeeOther(ReturnAddress.Local(returnTo));
        }

        guesses.RecordWrong(address);
        events.NotSignedIn("passkey", wrong == "Deactivated" ? "deactivated" : "wrong");
        return await show.AgainAsync(email: null, returnTo, wrong, http.RequestAborted);
    }

    /// <summary>The key of what is wrong, or null when the person is in.</summary>
    private static async Task<string?> TryAsync(SignInManager<Person> signIn, string? credential)
    {
        if (string.IsNullOrEmpty(credential) || await ProveAsync(signIn, credential) is not { Succeeded: true } proof)
            return "PasskeyFailed";
        if (!await signIn.CanSignInAsync(proof.User))
            return "Deactivated";
        await signIn.UserManager.AddOrUpdatePasskeyAsync(proof.User, proof.Passkey);
        await signIn.SignInAsync(proof.User, isPersistent: false);
        return null;
    }

    private static async Task<PasskeyAssertionResult<Person>?> ProveAsync(
        SignInManager<Person> signIn,
        string credential
    )
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // The question was never asked in this browser, or long ago.
            return null;
        }
    }
}
