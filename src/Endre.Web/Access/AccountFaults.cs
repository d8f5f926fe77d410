using System.Net.Mail;
using Endre.Storage.People;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Identity;

namespace Endre.Web.Access;

/// <summary>Says what is wrong with a name, an e-mail address or a password, at the fields of those names.</summary>
internal sealed class AccountFaults(Texts<AccessTexts> texts)
{
    public const string Name = "name";
    public const string Email = "email";
    public const string Password = "password";

    public void CheckName(FormFaults faults, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            faults.Add(Name, texts["NameMissing"]);
        else if (name.Trim().Length > Person.MaxDisplayNameLength)
            faults.Add(Name, texts["NameTooLong"]);
    }

    public void CheckEmail(FormFaults faults, string? email)
    {
        if (
            !MailAddress.TryCreate(email?.Trim(), out var address)
            || address.Address != email!.Trim()
            || address.Address.Length > 200
        )
            faults.Add(Email, texts["EmailInvalid"]);
    }

    public void Add(FormFaults faults, IdentityResult result)
    {
        // An e-mail address is refused twice: as an address and as a user name.
        foreach (var (field, key) in result.Errors.Select(error => Explain(error.Code)).Distinct())
            faults.Add(field, texts[key]);
    }

    private static (string Field, string Key) Explain(string code) =>
        code switch
        {
            PasswordRules.TooShort or PasswordRules.TooLong or PasswordRules.Common => (Password, code),
            nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => (
                Email,
                "EmailTaken"
            ),
            nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => (
                Email,
                "EmailInvalid"
            ),
            _ => (Name, "Unexpected"),
        };
}
