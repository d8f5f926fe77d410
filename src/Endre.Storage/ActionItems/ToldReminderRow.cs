namespace Endre.Storage.ActionItems;

/// <summary>That a reminder of an action item has been told, which is what keeps it from being told again. It says of nobody whom.</summary>
public sealed class ToldReminderRow
{
    /// <summary>Which action item.</summary>
    public required Guid ActionItemId { get; init; }

    /// <summary>What was told, as a word: <c>ahead</c>, <c>over</c> …</summary>
    public required string Kind { get; init; }

    /// <summary>The day it was about.</summary>
    public required DateOnly AboutOn { get; init; }

    /// <summary>Which of several of the same kind about the same day.</summary>
    public required int Number { get; init; }
}
