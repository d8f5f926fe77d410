using System.Text;
using Endre.Storage.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Endre.Web.Access;

/// <summary>
/// An å is one character or two, depending on the keyboard: a password is the same on both (NIST SP 800-63B-4, 3.1.1.2).
/// </summary>
internal sealed class NormalizedPasswords(IOptions<PasswordHasherOptions> options) : PasswordHasher<Person>(options)
{
    public override string HashPassword(Person user, string password) => base.HashPassword(user, Normalize(password));

    public override PasswordVerificationResult VerifyHashedPassword(
        Person user,
        string hashedPassword,
        string providedPassword
    ) => base.VerifyHashedPassword(user, hashedPassword, Normalize(providedPassword));

    /// <summary>The composed form, or the text as it is where it holds half a character.</summary>
    public static string Normalize(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return password;
        }
    }
}
