using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Endre.Storage.People;

/// <summary>Somebody with an account. Participants of a workshop who only typed a code are not people here.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>The longest display name that is stored.</summary>
    public const int MaxDisplayNameLength = 100;

    /// <summary>The longest external id that is stored.</summary>
    public const int MaxExternalIdLength = 200;

    /// <summary>Makes a person with a new time-ordered id.</summary>
    public Person()
    {
        Id = Guid.CreateVersion7();
        SecurityStamp = RandomNumberGenerator.GetHexString(32);
    }

    /// <summary>The name others see.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary><c>nb</c>, <c>nn</c>, <c>en</c>, or null when the person has not chosen.</summary>
    public string? Language { get; set; }

    /// <summary>True for the invented people of the demo municipality, who sign in with printed tokens.</summary>
    public bool IsDemo { get; set; }

    /// <summary>What the HR system or the provider calls the person: employee number, SCIM's <c>externalId</c>.</summary>
    public string? ExternalId { get; set; }

    /// <summary>How the person is tied to the organization, as a word of <c>Affiliation</c>.</summary>
    public string Affiliation { get; set; } = Domain.Organizations.Affiliation.Permanent;

    /// <summary>The last day of somebody who is here for a time, or null.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>When the person left and could no longer sign in, or null while active.</summary>
    public DateTimeOffset? DeactivatedAt { get; set; }

    /// <summary>Who took over what the person had open when leaving, or null.</summary>
    public Guid? SuccessorId { get; set; }

    /// <summary>When the account was made, or null for those older than this record.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When the account was last changed by an administrator, an import or a provider, or null.</summary>
    public DateTimeOffset? ChangedAt { get; set; }
}
