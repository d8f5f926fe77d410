using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Hosting;
using Endre.Web.Hosting.Errors;
using Endre.Web.Hosting.Limits;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.SignIn;

/// <summary>
/// A wrong password, an address without an account and an account that is locked get the same answer after the same
/// work, so nobody learns who has an account. Only the right password learns more.
/// </summary>
internal sealed class SignInWithPassword(
    SignInManager<Person> signIn,
    SignInGuesses guesses,
    SecurityEvents events,
    ShowSignIn show
)
{
    private const string Wrong = "Wrong";

    // Costs as much to refuse as a real one, so that the time does not tell who has an account.
    private static readonly Person Nobody = new();
    private static readonly Lock HashingOnce = new();
    private static string? _nobodysHash;

    public static Task<IResult> HandleAsync([FromForm] Input? form, HttpContext http, SignInWithPassword sign) =>
        // A form without any of the fields binds to null.
        sign.InAsync(form ?? new Input(), http);

    private async Task<IResult> InAsync(Input input, HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        if (guesses.IsBlocked(address, out var retryAfter))
            return ErrorResult.TooManyAttempts(retryAfter);
        if (await TryAsync(input) is not { } wrong)
        {
            guesses.RecordRight(address);
            events.SignedIn("password");
            return Page.SeeOther(ReturnAddress.Local(input.ReturnTo));
        }

        guesses.RecordWrong(address);
        events.NotSignedIn("password", wrong == Wrong ? "wrong or locked" : "deactivated");
        return await show.AgainAsync(input.Email, input.ReturnTo, wrong, http.RequestAborted);
    }

    /// <summary>The key of what is wrong, or null when the person is in.</summary>
    private async Task<string?> TryAsync(Input input)
    {
        var people = signIn.UserManager;
        var password = input.Password ?? "";
        var person = await people.FindByEmailAsync(input.Email?.Trim() ?? "");
        if (person?.PasswordHash is null || await people.IsLockedOutAsync(person))
        {
            people.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash(people.PasswordHasher), password);
            return Wrong;
        }

        if (!await signIn.CanSignInAsync(person))
            return await people.CheckPasswordAsync(person, password) ? "Deactivated" : Wrong;
        var result = await signIn.PasswordSignInAsync(
            person,
            password,
            isPersistent: input.Remember,
            lockoutOnFailure: true
        );
        return result.Succeeded ? null : Wrong;
    }

    // By the hasher of the program, so that it takes as many rounds as those of people.
    private static string NobodysHash(IPasswordHasher<Person> hasher)
    {
        lock (HashingOnce)
        {
            return _nobodysHash ??= hasher.HashPassword(Nobody, SecretText.New());
        }
    }

    internal sealed record Input
    {
        public string? Email { get; init; }

        public string? Password { get; init; }

        public string? ReturnTo { get; init; }

        public bool Remember { get; init; }
    }
}
