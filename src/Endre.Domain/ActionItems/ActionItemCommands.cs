namespace Endre.Domain.ActionItems;

/// <summary>What somebody wants done with an action item.</summary>
public abstract record ActionItemCommand;

/// <summary>Makes an action item. The same id again is the same one.</summary>
/// <param name="Id">The id it shall have.</param>
/// <param name="UnitId">The unit that decided it.</param>
/// <param name="What">What is done.</param>
/// <param name="FirstStep">What one begins with; may be empty.</param>
/// <param name="OwnerId">The one person who answers for it.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="IsSmall">Whether it can be done before the next meeting.</param>
public sealed record MakeActionItem(
    Guid Id,
    Guid UnitId,
    string? What,
    string? FirstStep,
    Guid? OwnerId,
    DateOnly? DueOn,
    bool IsSmall
);

/// <summary>Says it better, or gives it another day.</summary>
/// <param name="What">What is done.</param>
/// <param name="FirstStep">What one begins with.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="IsSmall">Whether it can be done before the next meeting.</param>
public sealed record ChangeActionItem(string? What, string? FirstStep, DateOnly? DueOn, bool IsSmall)
    : ActionItemCommand;

/// <summary>Gives it to another, knowingly.</summary>
/// <param name="From">Whom the person saw as its owner: whoever gave it away meanwhile is not overruled.</param>
/// <param name="To">Who answers for it from now on.</param>
public sealed record ReplaceOwner(Guid? From, Guid? To) : ActionItemCommand;

/// <summary>Gives it back to the one who answers for it, with a message and a new day.</summary>
/// <param name="Message">What is asked or promised.</param>
/// <param name="DueOn">The new last day.</param>
public sealed record GiveBackActionItem(string? Message, DateOnly? DueOn) : ActionItemCommand
{
    /// <summary>The most characters of the message.</summary>
    public const int LongestMessage = 500;
}

/// <summary>Says that it is done.</summary>
/// <param name="Happened">What happened, in a line.</param>
public sealed record FinishActionItem(string? Happened) : ActionItemCommand;

/// <summary>Says that nothing comes of it.</summary>
/// <param name="Reason">Why.</param>
public sealed record DropActionItem(string? Reason) : ActionItemCommand;

/// <summary>Takes up again what had ended.</summary>
/// <param name="DueOn">The new last day.</param>
public sealed record ReopenActionItem(DateOnly? DueOn) : ActionItemCommand;

/// <summary>Answers «virket det?».</summary>
/// <param name="Effect">The answer.</param>
/// <param name="Seen">How one sees that; may be empty.</param>
public sealed record CheckEffect(Effect? Effect, string? Seen) : ActionItemCommand;
