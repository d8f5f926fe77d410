using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Organizations;

/// <summary>What is wanted done with a person's place in a unit.</summary>
public abstract record PositionCommand;

/// <summary>Gives a person a place in a unit.</summary>
/// <param name="Position">The place, with a new id (UUIDv7).</param>
public sealed record AddPosition(Position Position) : PositionCommand;

/// <summary>Changes what is said of a place.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Title">Null or empty for none.</param>
/// <param name="Since">The first day; null when it always was so.</param>
/// <param name="Until">The last day; null when it goes on.</param>
public sealed record ChangePosition(Guid Id, string? Title, DateOnly? Since, DateOnly? Until) : PositionCommand;

/// <summary>Ends a place. One that has not begun is taken back.</summary>
/// <param name="Id">Which one.</param>
/// <param name="LastDay">The last day.</param>
public sealed record EndPosition(Guid Id, DateOnly LastDay) : PositionCommand;

/// <summary>How a person's places in units may be changed.</summary>
public static class PositionRules
{
    /// <summary>The most places one person may have that are not over.</summary>
    public const int MostHeld = 50;

    /// <summary>Decides a command on one person's places.</summary>
    /// <param name="tree">All units.</param>
    /// <param name="positions">All places of the person, also ended ones.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">Now.</param>
    /// <returns>
    /// What happens; nothing when it would change nothing. Refused: <c>PositionUnknown</c>, <c>UnitUnknown</c>,
    /// <c>UnitIsClosed</c>, <c>UnitRoleUnknown</c>, <c>PositionHeld</c> (the same role and title there, at the same time),
    /// <c>PositionEndsBeforeStart</c>, <c>TooManyPositions</c>, or what <see cref="FreeText"/> says of the title. Fields:
    /// <c>unitId</c>, <c>role</c>, <c>title</c>, <c>until</c>.
    /// </returns>
    public static Decision<OrganizationEvent> Decide(
        UnitTree tree,
        IReadOnlyCollection<Position> positions,
        PositionCommand command,
        Moment moment
    )
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(positions);
        return command switch
        {
            AddPosition add => Add(tree, positions, add.Position, moment),
            ChangePosition change => Change(positions, change),
            EndPosition end => End(positions, end),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The places after something happened.</summary>
    /// <param name="positions">Before.</param>
    /// <param name="happened">An event that a rule gave for them.</param>
    public static IReadOnlyList<Position> Evolve(IReadOnlyCollection<Position> positions, OrganizationEvent happened)
    {
        ArgumentNullException.ThrowIfNull(positions);
        return happened switch
        {
            PositionOpened e => [.. positions, e.Position],
            PositionChanged e => [.. positions.Select(p => p.Id == e.After.Id ? e.After : p)],
            PositionWithdrawn e => [.. positions.Where(p => p.Id != e.Position.Id)],
            _ => [.. positions],
        };
    }

    private static Decision<OrganizationEvent> Add(
        UnitTree tree,
        IReadOnlyCollection<Position> positions,
        Position wanted,
        Moment moment
    )
    {
        if (tree.Find(wanted.UnitId) is not { } unit)
        {
            return new Refusal("UnitUnknown", "unitId");
        }
        if (!unit.IsOpen)
        {
            return new Refusal("UnitIsClosed", "unitId", unit.Name);
        }
        if (!UnitRole.All.Contains(wanted.Role))
        {
            return new Refusal("UnitRoleUnknown", "role");
        }
        if (positions.Count(p => !p.HasEndedBy(moment.Today)) >= MostHeld)
        {
            return new Refusal("TooManyPositions", "unitId", MostHeld.ToString(CultureInfo.InvariantCulture));
        }
        return Check(positions, wanted, out var clean) is { } fault ? fault : new PositionOpened(clean);
    }

    private static Decision<OrganizationEvent> Change(IReadOnlyCollection<Position> positions, ChangePosition change)
    {
        if (positions.FirstOrDefault(p => p.Id == change.Id) is not { } before)
        {
            return new Refusal("PositionUnknown", Field: null);
        }
        var wanted = before with { Title = change.Title, Since = change.Since, Until = change.Until };
        return Check(positions, wanted, out var after) is { } fault ? fault
            : after == before ? Decision<OrganizationEvent>.Happened()
            : new PositionChanged(before, after);
    }

    private static Decision<OrganizationEvent> End(IReadOnlyCollection<Position> positions, EndPosition end)
    {
        if (positions.FirstOrDefault(p => p.Id == end.Id) is not { } before)
        {
            return new Refusal("PositionUnknown", Field: null);
        }
        return before.Until <= end.LastDay ? Decision<OrganizationEvent>.Happened()
            : before.Since > end.LastDay ? new PositionWithdrawn(before)
            : new PositionChanged(before, before with { Until = end.LastDay });
    }

    private static Refusal? Check(IReadOnlyCollection<Position> positions, Position wanted, out Position clean)
    {
        clean = wanted;
        if (FreeText.Accept(wanted.Title, Position.LongestTitle, "title", out var title) is { } fault)
        {
            return fault;
        }
        var tidy = clean = wanted with { Title = title.Length == 0 ? null : title };
        if (tidy.Until < tidy.Since)
        {
            return new Refusal("PositionEndsBeforeStart", "until");
        }
        return positions.Any(p => p.Id != tidy.Id && IsSame(p, tidy) && Overlaps(p, tidy))
            ? new Refusal("PositionHeld", "role")
            : null;
    }

    private static bool IsSame(Position one, Position other) =>
        one.UnitId == other.UnitId
        && one.Role == other.Role
        && string.Equals(one.Title, other.Title, StringComparison.OrdinalIgnoreCase);

    private static bool Overlaps(Position one, Position other) =>
        !(one.Until < other.Since) && !(other.Until < one.Since);
}
