using Endre.Domain.Hassles.Places;

namespace Endre.Storage.Places;

/// <summary>A place of a unit, with the code that hangs there. It is never deleted.</summary>
public sealed class PlaceRow
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is. When the unit is closed, the place follows where it went on.</summary>
    public required Guid UnitId { get; set; }

    /// <summary>What stands in its link, unique.</summary>
    public required string Code { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; set; }

    /// <summary>The thing that the code is fixed to, or null.</summary>
    public string? Equipment { get; set; }

    /// <summary>The day on which it was made.</summary>
    public required DateOnly MadeOn { get; init; }

    /// <summary>The day on which it was taken out of use, or null.</summary>
    public DateOnly? RetiredOn { get; set; }

    /// <summary>One more at each change: what a form saw must still be what is stored.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Becomes as the place is now.</summary>
    /// <param name="place">The same place.</param>
    public void Take(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        (UnitId, Name, Equipment) = (place.UnitId, place.Name, place.Equipment);
        (RetiredOn, Version) = (place.RetiredOn, place.Version);
    }

    /// <summary>The place of the row.</summary>
    public Place ToPlace() => new(Id, UnitId, Code, Name, Equipment, MadeOn, RetiredOn, Version);
}
