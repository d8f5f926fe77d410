namespace Endre.Domain.Hassles.Removals;

/// <summary>It is gone.</summary>
/// <param name="Message">What stands in the thread about it.</param>
/// <param name="Removal">What was done, and what is left.</param>
public sealed record HassleRemoved(HassleMessage Message, Removal Removal) : HassleEvent;

/// <summary>It was not gone, or it came back, and waits for an answer again.</summary>
/// <param name="Message">What stands in the thread about it.</param>
public sealed record HassleReturned(HassleMessage Message) : HassleEvent;

/// <summary>The text may be shown on the unit's screen, or no longer.</summary>
/// <param name="IsShown">Whether it may.</param>
/// <param name="PersonId">Who decided.</param>
/// <param name="Day">When.</param>
public sealed record HasslePutOnScreen(bool IsShown, Guid PersonId, DateOnly Day) : HassleEvent;
