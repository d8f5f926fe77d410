namespace Endre.Domain.Hassles.Places;

/// <summary>
/// A place of a unit from which something may be said: a room, a door, a car, a lift, or a thing that stands there. Its code
/// hangs there, so it is never deleted: one that is retired leads to the unit for ever.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="UnitId">Whose it is. When the unit is closed, the place follows where it went on.</param>
/// <param name="Code">What stands in its link: see <see cref="PlaceCode"/>. Never changed, never given to another.</param>
/// <param name="Name">What people call it, 1–80 characters.</param>
/// <param name="Equipment">The thing that the code is fixed to, 1–80 characters; null when it is the place itself.</param>
/// <param name="MadeOn">The day on which it was made.</param>
/// <param name="RetiredOn">The day on which it was taken out of use; null while it is used.</param>
/// <param name="Version">One more at each change.</param>
public sealed record Place(
    Guid Id,
    Guid UnitId,
    string Code,
    string Name,
    string? Equipment,
    DateOnly MadeOn,
    DateOnly? RetiredOn,
    int Version
)
{
    /// <summary>The most characters of a name, and of the name of a thing.</summary>
    public const int LongestName = 80;

    /// <summary>The most places that a unit has in use at once.</summary>
    public const int MostInUnit = 500;

    /// <summary>Whether it is taken out of use.</summary>
    public bool IsRetired => RetiredOn is not null;

    /// <summary>The place and the thing, as they are read.</summary>
    public string Title => TitleOf(Name, Equipment);

    /// <summary>A place and a thing, as they are read.</summary>
    /// <param name="name">The place.</param>
    /// <param name="equipment">The thing, or null.</param>
    public static string TitleOf(string name, string? equipment) => equipment is null ? name : $"{name} · {equipment}";
}
