using System.Security.Claims;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Endre.Web.Access;

/// <summary>What a sign-in remembers of a person, so that a page can be shown without asking the database who it is.</summary>
internal sealed class PersonClaims(
    UserManager<Person> people,
    RoleManager<IdentityRole<Guid>> roles,
    IOptions<IdentityOptions> options,
    EndreContext database,
    SignInRight right
) : UserClaimsPrincipalFactory<Person, IdentityRole<Guid>>(people, roles, options)
{
    public const string Name = "endre:name";
    public const string Language = "endre:language";
    public const string Program = "endre:program";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        // Whoever may not sign in is nobody, by whichever door they come.
        if (!right.Has(user))
            return new ClaimsIdentity();
        var identity = await base.GenerateClaimsAsync(user);
        await TakeUnitRolesAsync(identity, user.Id);
        identity.AddClaim(new Claim(Name, user.DisplayName));
        if (user.Language is { } language)
            identity.AddClaim(new Claim(Language, language));
        return identity;
    }

    // One leads a unit by one's place in it and in no other way, so a reorganization takes the right along.
    private async Task TakeUnitRolesAsync(ClaimsIdentity identity, Guid id)
    {
        foreach (
            var claim in identity.FindAll(c => c.Type == identity.RoleClaimType && c.Value == Roles.Leader).ToList()
        )
            identity.RemoveClaim(claim);
        var leads = await database
            .Memberships.HeldOn(right.Today)
            .Where(place => place.PersonId == id && (place.Role == UnitRole.Leader || place.Role == UnitRole.Deputy))
            .Join(database.Units, place => place.UnitId, unit => unit.Id, (_, unit) => unit)
            .AnyAsync(unit => unit.ClosedAt == null);
        if (leads)
            identity.AddClaim(new Claim(identity.RoleClaimType, Roles.Leader));
    }
}
