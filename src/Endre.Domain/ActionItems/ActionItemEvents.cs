namespace Endre.Domain.ActionItems;

/// <summary>Something that happened with an action item.</summary>
public abstract record ActionItemEvent;

/// <summary>It was made.</summary>
/// <param name="Item">As it begins.</param>
public sealed record ActionItemMade(ActionItem Item) : ActionItemEvent;

/// <summary>It was said better, or got another day.</summary>
/// <param name="What">What is done.</param>
/// <param name="FirstStep">What one begins with.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="IsSmall">Whether it can be done before the next meeting.</param>
public sealed record ActionItemChanged(string What, string FirstStep, DateOnly DueOn, bool IsSmall) : ActionItemEvent;

/// <summary>Another answers for it.</summary>
/// <param name="To">Who.</param>
public sealed record OwnerReplaced(Guid To) : ActionItemEvent;

/// <summary>It was given back to the one who answers for it.</summary>
/// <param name="Message">What is asked or promised.</param>
/// <param name="DueOn">The new last day.</param>
public sealed record ActionItemGivenBack(string Message, DateOnly DueOn) : ActionItemEvent;

/// <summary>It is done.</summary>
/// <param name="Ending">What happened.</param>
public sealed record ActionItemFinished(ActionItemEnding Ending) : ActionItemEvent;

/// <summary>Nothing comes of it.</summary>
/// <param name="Ending">Why.</param>
public sealed record ActionItemDropped(ActionItemEnding Ending) : ActionItemEvent;

/// <summary>It was taken up again.</summary>
/// <param name="DueOn">The new last day.</param>
public sealed record ActionItemReopened(DateOnly DueOn) : ActionItemEvent;

/// <summary>Somebody said whether it worked.</summary>
/// <param name="Check">What was said.</param>
public sealed record EffectChecked(EffectCheck Check) : ActionItemEvent;
