using System.Security.Claims;
using Endre.Storage.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Endre.Web.Access;

/// <summary>What a sign-in remembers of a person, so that a page can be shown without asking the database who it is.</summary>
internal sealed class PersonClaims(
    UserManager<Person> people,
    RoleManager<IdentityRole<Guid>> roles,
    IOptions<IdentityOptions> options
) : UserClaimsPrincipalFactory<Person, IdentityRole<Guid>>(people, roles, options)
{
    public const string Name = "endre:name";
    public const string Language = "endre:language";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Name, user.DisplayName));
        if (user.Language is { } language)
            identity.AddClaim(new Claim(Language, language));
        return identity;
    }
}
