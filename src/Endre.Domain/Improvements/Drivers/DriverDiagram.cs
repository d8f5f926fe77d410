using System.Collections.Immutable;

namespace Endre.Domain.Improvements.Drivers;

/// <summary>
/// Driverdiagram: what has to change for the aim to be reached (primary drivers), what that takes (secondary drivers), and what
/// one can try (change ideas). Each idea serves at least one secondary driver.
/// </summary>
/// <param name="ImprovementId">Which improvement, whose aim it begins with.</param>
/// <param name="Nodes">Drivers and ideas, each kind in its order.</param>
public sealed record DriverDiagram(Guid ImprovementId, ImmutableList<DriverNode> Nodes)
{
    /// <summary>The most primary drivers; more than that is no focus.</summary>
    public const int MostPrimary = 8;

    /// <summary>The most secondary drivers.</summary>
    public const int MostSecondary = 30;

    /// <summary>The most change ideas.</summary>
    public const int MostIdeas = 60;

    /// <summary>The most secondary drivers that one idea serves.</summary>
    public const int MostServed = 5;

    /// <summary>One in which nothing stands.</summary>
    /// <param name="improvementId">Which improvement.</param>
    public static DriverDiagram Empty(Guid improvementId) => new(improvementId, []);

    /// <summary>The primary drivers, in order.</summary>
    public IEnumerable<DriverNode> Primary => Nodes.Where(node => node.Kind == DriverKind.Primary);

    /// <summary>The node with an id, or null.</summary>
    /// <param name="id">Which node.</param>
    public DriverNode? Find(Guid id) => Nodes.Find(node => node.Id == id);

    /// <summary>What stands under a node, in order: secondary drivers under a primary, ideas under a secondary.</summary>
    /// <param name="node">The node.</param>
    public IEnumerable<DriverNode> Under(DriverNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Nodes.Where(other => other.Under.Contains(node.Id));
    }

    /// <summary>The most of a kind.</summary>
    /// <param name="kind">Which kind.</param>
    public static int MostOf(DriverKind kind) =>
        kind switch
        {
            DriverKind.Primary => MostPrimary,
            DriverKind.Secondary => MostSecondary,
            _ => MostIdeas,
        };
}

/// <summary>A driver or an idea.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Which kind.</param>
/// <param name="Text">What it says.</param>
/// <param name="Measure">What else one sees it by, in words; may be empty, and is for an idea.</param>
/// <param name="Under">
/// What it stands under: nothing for a primary driver, one primary driver for a secondary one, one or more secondary drivers for
/// an idea.
/// </param>
/// <param name="MeasureId">The measure of the improvement that one sees it by; null for none, and for an idea.</param>
public sealed record DriverNode(
    Guid Id,
    DriverKind Kind,
    string Text,
    string Measure,
    ImmutableList<Guid> Under,
    Guid? MeasureId = null
)
{
    /// <summary>The most characters.</summary>
    public const int LongestText = 150;

    /// <summary>The most characters of what one sees it by.</summary>
    public const int LongestMeasure = 120;
}

/// <summary>The kinds there are in a driver diagram.</summary>
public enum DriverKind
{
    /// <summary>Primærdriver.</summary>
    Primary,

    /// <summary>Sekundærdriver.</summary>
    Secondary,

    /// <summary>Endringsidé.</summary>
    Idea,
}

/// <summary>What somebody wants done with a driver diagram.</summary>
public abstract record DriverCommand;

/// <summary>Adds a driver or an idea. The same id again is the same one.</summary>
/// <param name="Id">The id it shall have.</param>
/// <param name="Kind">Which kind.</param>
/// <param name="Text">What it says.</param>
/// <param name="Measure">What one sees it by; not for an idea.</param>
/// <param name="Under">What it stands under.</param>
/// <param name="MeasureId">The measure that one sees it by; not for an idea.</param>
public sealed record AddDriver(
    Guid Id,
    DriverKind? Kind,
    string? Text,
    string? Measure,
    ImmutableList<Guid> Under,
    Guid? MeasureId = null
) : DriverCommand;

/// <summary>Renames a driver or an idea, says what one sees it by, or puts it under another.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Text">What it says.</param>
/// <param name="Measure">What one sees it by; not for an idea.</param>
/// <param name="Under">What it stands under from now on.</param>
/// <param name="MeasureId">The measure that one sees it by; not for an idea.</param>
public sealed record ChangeDriver(
    Guid Id,
    string? Text,
    string? Measure,
    ImmutableList<Guid> Under,
    Guid? MeasureId = null
) : DriverCommand;

/// <summary>Moves a driver or an idea past its neighbor.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Up">Whether towards the first.</param>
public sealed record ReorderDriver(Guid Id, bool Up) : DriverCommand;

/// <summary>Removes a driver or an idea under which nothing stands.</summary>
/// <param name="Id">Which one.</param>
public sealed record RemoveDriver(Guid Id) : DriverCommand;

/// <summary>The diagram was changed.</summary>
/// <param name="Diagram">As it is from then on.</param>
public sealed record DriversDrawn(DriverDiagram Diagram);
