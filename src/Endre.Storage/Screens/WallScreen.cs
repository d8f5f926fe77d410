namespace Endre.Storage.Screens;

/// <summary>A screen on a unit's wall: whoever has its link reads what has happened there, and does nothing.</summary>
public sealed class WallScreen
{
    /// <summary>The most characters of a screen's name.</summary>
    public const int MaxNameLength = 60;

    /// <summary>Its id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose wall it hangs on. When the unit is closed, the screen follows where it went on.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Where it hangs, in words.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret in the link.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The day on which it was made.</summary>
    public required DateOnly MadeOn { get; init; }

    /// <summary>Who made it; null when erased.</summary>
    public Guid? MadeById { get; init; }
}
