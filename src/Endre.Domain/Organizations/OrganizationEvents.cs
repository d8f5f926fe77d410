using System.Collections.Immutable;

namespace Endre.Domain.Organizations;

/// <summary>Something that happened to a unit or to a person's place in one.</summary>
public abstract record OrganizationEvent;

/// <summary>What was done with a unit.</summary>
public enum UnitAct
{
    /// <summary>It is new.</summary>
    Opened,

    /// <summary>Its name, kind or code is another.</summary>
    Renamed,

    /// <summary>It is a part of another unit.</summary>
    Moved,

    /// <summary>It became a part of the unit it was merged into, alone or with others.</summary>
    Merged,

    /// <summary>It went on as several.</summary>
    Split,

    /// <summary>It is no more; another may have taken over.</summary>
    Closed,

    /// <summary>It works again.</summary>
    Reopened,

    /// <summary>It took over all or a part of others.</summary>
    TookOver,
}

/// <summary>A unit was changed.</summary>
/// <param name="Act">What was done.</param>
/// <param name="Before">As it was; null when it is new.</param>
/// <param name="After">As it is.</param>
/// <param name="Others">
/// Those it went on in, the heir first, when it was merged, split or closed; those it took over from, when it took over.
/// </param>
public sealed record UnitChanged(UnitAct Act, Unit? Before, Unit After, ImmutableArray<Guid> Others) : OrganizationEvent
{
    /// <summary>A change that no other unit has a part in.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="before">As it was; null when it is new.</param>
    /// <param name="after">As it is.</param>
    public UnitChanged(UnitAct act, Unit? before, Unit after)
        : this(act, before, after, []) { }
}

/// <summary>Somebody got a place in a unit.</summary>
/// <param name="Position">The place.</param>
public sealed record PositionOpened(Position Position) : OrganizationEvent;

/// <summary>A place got another title or other dates, or ended.</summary>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
public sealed record PositionChanged(Position Before, Position After) : OrganizationEvent;

/// <summary>A place that had not begun, or began today, is taken back: nobody ever held it for a day.</summary>
/// <param name="Position">The place.</param>
public sealed record PositionWithdrawn(Position Position) : OrganizationEvent;
