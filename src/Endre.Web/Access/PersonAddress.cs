using System.Net.Mail;
using Endre.Storage.People;
using Microsoft.AspNetCore.Identity;

namespace Endre.Web.Access;

/// <summary>An e-mail address belongs to one person. Not everybody has one: a provider may not tell it.</summary>
internal sealed class PersonAddress(IdentityErrorDescriber errors) : IUserValidator<Person>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user)
    {
        if (string.IsNullOrEmpty(user.Email))
            return IdentityResult.Success;
        if (!MailAddress.TryCreate(user.Email, out _))
            return IdentityResult.Failed(errors.InvalidEmail(user.Email));
        return await manager.FindByEmailAsync(user.Email) is { } owner && owner.Id != user.Id
            ? IdentityResult.Failed(errors.DuplicateEmail(user.Email))
            : IdentityResult.Success;
    }
}
