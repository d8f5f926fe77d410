using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Endre.Storage.People;

/// <summary>Somebody with an account. Participants of a workshop who only typed a code are not people here.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>The longest display name that is stored.</summary>
    public const int MaxDisplayNameLength = 100;

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
}
