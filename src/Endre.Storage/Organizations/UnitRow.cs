using Endre.Domain.Organizations;

namespace Endre.Storage.Organizations;

/// <summary>
/// A part of the organization: the municipality, a department, a team. A unit that is closed, merged or split stays as a
/// row, so that what was said there keeps its place and an old link leads on.
/// </summary>
public sealed class UnitRow
{
    /// <summary>The longest name that is stored.</summary>
    public const int MaxNameLength = Unit.LongestName;

    /// <summary>The longest code that is stored.</summary>
    public const int MaxCodeLength = Unit.LongestCode;

    /// <summary>The unit's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The unit it is a part of, or null for the top.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>What people call it.</summary>
    public required string Name { get; set; }

    /// <summary>What sort of unit it is, as a word of <c>UnitKind</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>What the payroll or HR system calls it, unique among all units; null when there is none.</summary>
    public string? Code { get; set; }

    /// <summary>When it was closed, or null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>One more at each change: what a form saw must still be what is stored.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The row of a new unit.</summary>
    /// <param name="unit">The unit.</param>
    public static UnitRow Of(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var row = new UnitRow
        {
            Id = unit.Id,
            Name = unit.Name,
            Kind = unit.Kind,
        };
        row.Take(unit);
        return row;
    }

    /// <summary>Becomes as the unit is now.</summary>
    /// <param name="unit">The same unit.</param>
    public void Take(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        (ParentId, Name, Kind, Code) = (unit.ParentId, unit.Name, unit.Kind, unit.Code);
        (ClosedAt, Version) = (unit.ClosedAt, unit.Version);
    }
}
