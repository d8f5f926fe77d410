namespace Endre.Domain.ActionItems.Reminding;

/// <summary>Something that whoever answers for an action item is reminded of, once.</summary>
/// <param name="ItemId">Which action item.</param>
/// <param name="Kind">What is told.</param>
/// <param name="For">The day it is about: the last day of the action item, or the one from which «virket det?» waits.</param>
/// <param name="Number">Which of several of the same kind about the same day, from 0.</param>
public sealed record Reminder(Guid ItemId, ReminderKind Kind, DateOnly For, int Number);

/// <summary>What a reminder tells, in the order in which they come.</summary>
public enum ReminderKind
{
    /// <summary>The last day is near.</summary>
    Ahead,

    /// <summary>It is the last day.</summary>
    Today,

    /// <summary>The last day has passed; told again each week.</summary>
    Over,

    /// <summary>It has been lifted to the leader; told once, and after that no more.</summary>
    Lifted,

    /// <summary>The leader gave it back, with a message.</summary>
    GivenBack,

    /// <summary>Virket det? Told twice.</summary>
    AskEffect,
}
