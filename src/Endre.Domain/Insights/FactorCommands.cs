using Endre.Domain.Shared;

namespace Endre.Domain.Insights;

/// <summary>What an administrator wants done with the drivers and barriers.</summary>
public abstract record FactorCommand;

/// <summary>Puts a new one last among its kind.</summary>
/// <param name="Id">A new id: <see cref="Factor.NewId"/>.</param>
/// <param name="Kind"><see cref="Factor.Driver"/> or <see cref="Factor.Barrier"/>.</param>
/// <param name="Name">Its short name.</param>
/// <param name="Description">The whole sentence; may be empty.</param>
public sealed record AddFactor(string Id, string Kind, Wording Name, Wording Description) : FactorCommand;

/// <summary>Calls it something else, or explains it otherwise.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Version">The version that the person saw.</param>
/// <param name="Name">Its short name.</param>
/// <param name="Description">The whole sentence; may be empty.</param>
public sealed record RewordFactor(string Id, int Version, Wording Name, Wording Description) : FactorCommand;

/// <summary>Moves it one place up or down among its kind.</summary>
/// <param name="Id">Which one.</param>
/// <param name="From">The place where the person saw it.</param>
/// <param name="IsUp">Up, or down.</param>
public sealed record MoveFactor(string Id, int From, bool IsUp) : FactorCommand;

/// <summary>Offers it no more.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Version">The version that the person saw.</param>
public sealed record RetireFactor(string Id, int Version) : FactorCommand;

/// <summary>Offers it again, where it stood.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Version">The version that the person saw.</param>
public sealed record RestoreFactor(string Id, int Version) : FactorCommand;

/// <summary>What was done with a factor.</summary>
public enum FactorAct
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>Its name or explanation is another.</summary>
    Reworded,

    /// <summary>It stands in another place.</summary>
    Moved,

    /// <summary>It is no longer offered.</summary>
    Retired,

    /// <summary>It is offered again.</summary>
    Restored,
}

/// <summary>A factor was changed.</summary>
/// <param name="Act">What was done.</param>
/// <param name="Before">As it was; null when it is new.</param>
/// <param name="After">As it is.</param>
public sealed record FactorChanged(FactorAct Act, ListedFactor? Before, ListedFactor After);
