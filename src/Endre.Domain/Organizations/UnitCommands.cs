using System.Collections.Immutable;

namespace Endre.Domain.Organizations;

/// <summary>What an administrator, an import or a provider wants done with the units.</summary>
public abstract record UnitCommand;

/// <summary>Opens a unit.</summary>
/// <param name="Unit">What it is to be.</param>
public sealed record OpenUnit(NewUnit Unit) : UnitCommand;

/// <summary>Calls a unit something else, or says otherwise what it is.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Version">The version that the person saw; null for a program that has just read it.</param>
/// <param name="Name">1–200 characters.</param>
/// <param name="Kind">A word of <see cref="UnitKind"/>.</param>
/// <param name="Code">What the HR system calls it; null or empty for none.</param>
public sealed record RenameUnit(Guid Id, int? Version, string? Name, string? Kind, string? Code) : UnitCommand;

/// <summary>Puts a unit, with all under it, under another.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Version">The version that the person saw; null for a program that has just read it.</param>
/// <param name="ParentId">The unit it shall be a part of; null for the top.</param>
public sealed record MoveUnit(Guid Id, int? Version, Guid? ParentId) : UnitCommand;

/// <summary>Closes units that go on as one: an existing one, or a new one.</summary>
/// <param name="Units">Those that end: one or more into an existing unit, two or more into a new one.</param>
/// <param name="IntoId">The existing unit they become a part of, or null.</param>
/// <param name="Into">The new unit they become, or null.</param>
public sealed record MergeUnits(ImmutableArray<SeenUnit> Units, Guid? IntoId, NewUnit? Into) : UnitCommand;

/// <summary>Closes a unit that goes on as several.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Version">The version that the person saw; null for a program that has just read it.</param>
/// <param name="IntoIds">Existing units that take over a part.</param>
/// <param name="Into">New units that take over a part.</param>
/// <param name="HeirId">Of all these, the one that inherits what is open, and where an old link leads.</param>
/// <param name="Places">To which of them each position goes, by the position's id.</param>
public sealed record SplitUnit(
    Guid Id,
    int? Version,
    ImmutableArray<Guid> IntoIds,
    ImmutableArray<NewUnit> Into,
    Guid HeirId,
    ImmutableDictionary<Guid, Guid> Places
) : UnitCommand;

/// <summary>Closes a unit.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Version">The version that the person saw; null for a program that has just read it.</param>
/// <param name="HeirId">The unit that takes over; null when none does.</param>
/// <param name="PeopleToId">Where those who work there go, when no unit takes over.</param>
public sealed record CloseUnit(Guid Id, int? Version, Guid? HeirId, Guid? PeopleToId = null) : UnitCommand;

/// <summary>Lets a closed unit work again, as its own. People who went elsewhere stay there.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Version">The version that the person saw; null for a program that has just read it.</param>
/// <param name="ParentId">The unit it shall be a part of; null for the top.</param>
public sealed record ReopenUnit(Guid Id, int? Version, Guid? ParentId) : UnitCommand;

/// <summary>A unit as somebody saw it.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Version">The version that the person saw; null for a program that has just read it.</param>
public sealed record SeenUnit(Guid Id, int? Version = null);

/// <summary>What a new unit is to be.</summary>
/// <param name="Id">A new id (UUIDv7).</param>
/// <param name="ParentId">The unit it shall be a part of; null for the top.</param>
/// <param name="Name">1–200 characters.</param>
/// <param name="Kind">A word of <see cref="UnitKind"/>.</param>
/// <param name="Code">What the HR system calls it; null or empty for none.</param>
/// <param name="LeaderId">Of those who come along, the person who shall lead it; null when that is told later.</param>
public sealed record NewUnit(
    Guid Id,
    Guid? ParentId,
    string? Name,
    string? Kind,
    string? Code = null,
    Guid? LeaderId = null
);
