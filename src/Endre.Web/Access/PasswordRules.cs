using Endre.Storage.People;
using Endre.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace Endre.Web.Access;

/// <summary>
/// Length, and not what everybody would guess first; no rules of composition and no expiry (NIST SP 800-63B-4, 3.1.1.2).
/// A password here is the only factor, so it must have 15 characters; whoever finds that long takes a passkey.
/// </summary>
internal sealed class PasswordRules(Settings settings) : IPasswordValidator<Person>
{
    public const int LeastLength = 15;

    // The standard asks for at least 64 to be taken. More than this costs the hashing and protects nobody.
    public const int MostLength = 128;
    public const string TooShort = "PasswordTooShort";
    public const string TooLong = "PasswordTooLong";
    public const string Common = "PasswordCommon";

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(Judge(user, password ?? "") is { } code ? Refuse(code) : IdentityResult.Success);

    private string? Judge(Person person, string password)
    {
        var text = NormalizedPasswords.Normalize(password);
        // Each character counts as one, also those that take two places in memory.
        var length = text.EnumerateRunes().Count();
        return length < LeastLength ? TooShort
            : length > MostLength ? TooLong
            : CommonPasswords.Contains(text, [.. ContextWords(person)]) ? Common
            : null;
    }

    // What one would try first at this very door: the person, the place and the address.
    private IEnumerable<string?> ContextWords(Person person) =>
        [
            person.DisplayName,
            .. (person.Email ?? "").Split('@', '.', '-', '_'),
            settings.Organization,
            .. (settings.PublicAddress?.Host ?? "").Split('.', '-'),
        ];

    private static IdentityResult Refuse(string code) =>
        IdentityResult.Failed(new IdentityError { Code = code, Description = code });
}
