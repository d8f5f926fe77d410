namespace Endre.Domain.Hassles.MeToos;

/// <summary>
/// «Meg også»: somebody meets the same hassle. It holds no time and no words, so a row tells nothing of when.
/// </summary>
/// <param name="HassleId">Which hassle.</param>
/// <param name="PersonId">Whose account; null for a device of nobody known, and for somebody who was erased.</param>
/// <param name="DeviceHash">What a device is known by on this one hassle: see <see cref="DeviceSecret"/>; null for an account.</param>
public sealed record MeToo(Guid HassleId, Guid? PersonId, string? DeviceHash)
{
    /// <summary>Whether it is this one's.</summary>
    /// <param name="by">Somebody.</param>
    public bool IsBy(MeTooBy by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by.PersonId is { } person
            ? PersonId == person
            : by.Secret is { } secret
                && DeviceHash is { } hash
                && string.Equals(hash, DeviceSecret.HashOf(secret, HassleId), StringComparison.Ordinal);
    }
}

/// <summary>Who says «meg også»: an account, or a device whose holder is nobody.</summary>
/// <param name="PersonId">The account, or null.</param>
/// <param name="Secret">The device's secret, as <see cref="DeviceSecret.Read"/> gave it; used where there is no account.</param>
public sealed record MeTooBy(Guid? PersonId, string? Secret)
{
    /// <summary>Whether it is nobody at all, who has said nothing.</summary>
    public bool IsNobody => PersonId is null && Secret is null;

    /// <summary>Nothing of who it is: neither belongs in a log.</summary>
    public override string ToString() => nameof(MeTooBy);
}

/// <summary>A hassle among those that are answered as one, with those who met it.</summary>
/// <param name="Id">Which hassle.</param>
/// <param name="WriterId">The account of whoever said it; null for anonymous, and for somebody without an account.</param>
/// <param name="MeToos">Those who said «meg også» to it.</param>
public sealed record Voiced(Guid Id, Guid? WriterId, IReadOnlyList<MeToo> MeToos);
