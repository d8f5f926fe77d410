namespace Endre.Domain.Hassles.Removals;

/// <summary>Says that a hassle is gone.</summary>
/// <param name="By">On whose word; not a colleague's.</param>
/// <param name="PersonId">Who answers; null for the writer.</param>
/// <param name="Done">What was done.</param>
/// <param name="Left">
/// What it costs now. Nothing said, or nought minutes: nothing. What is not said beside something else is as before.
/// </param>
/// <param name="After">How many messages the person saw.</param>
public sealed record RemoveHassle(Witness By, Guid? PersonId, string? Done, Effort Left, int After) : HassleCommand;

/// <summary>Says that it is not gone after all.</summary>
/// <param name="By">On whose word.</param>
/// <param name="PersonId">Who answers; null for the writer, and never kept of a colleague.</param>
/// <param name="Reason">How one sees that.</param>
/// <param name="After">How many messages the person saw.</param>
public sealed record ReturnHassle(Witness By, Guid? PersonId, string? Reason, int After) : HassleCommand;

/// <summary>Lets a text onto the unit's screen, or takes it off.</summary>
/// <param name="PersonId">Who decides.</param>
/// <param name="IsShown">Whether it may be shown.</param>
public sealed record PutOnScreen(Guid PersonId, bool IsShown) : HassleCommand;
