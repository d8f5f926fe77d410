using Endre.Storage.People;
using Microsoft.AspNetCore.Identity;

namespace Endre.Web.Access;

/// <summary>Length, and not what everybody would guess first; no rules of composition (NIST SP 800-63B-4, 3.1.1.2).</summary>
internal sealed class PasswordRules : IPasswordValidator<Person>
{
    public const int LeastLength = 12;
    public const int MostLength = 128;
    public const string TooShort = "PasswordTooShort";
    public const string TooLong = "PasswordTooLong";
    public const string Common = "PasswordCommon";

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(Judge(user, password ?? "") is { } code ? Refuse(code) : IdentityResult.Success);

    private static string? Judge(Person person, string password) =>
        password.Length < LeastLength ? TooShort
        : password.Length > MostLength ? TooLong
        : CommonPasswords.Contains(password, person.DisplayName, person.Email?.Split('@')[0]) ? Common
        : null;

    private static IdentityResult Refuse(string code) =>
        IdentityResult.Failed(new IdentityError { Code = code, Description = code });
}
