using Endre.Storage.People;
using Endre.Web.Components;
using Endre.Web.Hosting.Errors;
using Endre.Web.Hosting.Limits;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.SignIn;

internal static class SignInWithPassword
{
    // Costs as much to refuse as a real one, so that the time does not tell who has an account.
    private static readonly Person Nobody = new();
    private static readonly string NobodysHash = new PasswordHasher<Person>().HashPassword(
        Nobody,
        Guid.CreateVersion7().ToString()
    );

    public static async Task<IResult> HandleAsync(
        [FromForm] Input input,
        HttpContext http,
        SignInManager<Person> signIn,
        SignInGuesses guesses,
        ShowSignIn show
    )
    {
        var address = http.Connection.RemoteIpAddress;
        if (guesses.IsBlocked(address, out var retryAfter))
            return ErrorResult.TooManyAttempts(retryAfter);

        if (await IsRightAsync(signIn, input))
        {
            guesses.RecordRight(address);
            return Page.SeeOther(ReturnAddress.Local(input.ReturnTo));
        }

        guesses.RecordWrong(address);
        return await show.AgainAsync(input.Email, input.ReturnTo, "Wrong", http.RequestAborted);
    }

    private static async Task<bool> IsRightAsync(SignInManager<Person> signIn, Input input)
    {
        var person = await signIn.UserManager.FindByEmailAsync(input.Email?.Trim() ?? "");
        if (person?.PasswordHash is null)
        {
            signIn.UserManager.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, input.Password ?? "");
            return false;
        }

        var result = await signIn.PasswordSignInAsync(
            person,
            input.Password ?? "",
            isPersistent: input.Remember,
            lockoutOnFailure: true
        );
        return result.Succeeded;
    }

    internal sealed record Input
    {
        public string? Email { get; init; }

        public string? Password { get; init; }

        public string? ReturnTo { get; init; }

        public bool Remember { get; init; }
    }
}
