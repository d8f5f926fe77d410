using Endre.Domain.Hassles.MeToos;

namespace Endre.Storage.Hassles;

/// <summary>
/// «Meg også» to a hassle. There is no entry of it in the hassle's history: the numbers there would tell between which two
/// days it was said.
/// </summary>
public sealed class HassleMeTooRow
{
    /// <summary>Its id: random, so that the order of the rows tells nothing.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which hassle.</summary>
    public required Guid HassleId { get; init; }

    /// <summary>Whose account; null for a device, and for somebody who was erased.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>What a device is known by on this hassle alone; null for an account.</summary>
    public string? DeviceHash { get; init; }

    /// <summary>The row of a mark.</summary>
    /// <param name="mark">The mark.</param>
    public static HassleMeTooRow Of(MeToo mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        return new HassleMeTooRow
        {
            Id = Domain.Hassles.HassleId.New(),
            HassleId = mark.HassleId,
            PersonId = mark.PersonId,
            DeviceHash = mark.DeviceHash,
        };
    }

    /// <summary>The mark of the row.</summary>
    public MeToo ToMeToo() => new(HassleId, PersonId, DeviceHash);
}
