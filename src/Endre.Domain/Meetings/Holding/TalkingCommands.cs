namespace Endre.Domain.Meetings.Holding;

/// <summary>What somebody wants done with a matter while the meeting goes on.</summary>
/// <param name="MatterId">Which matter.</param>
public abstract record TalkingCommand(Guid MatterId) : HoldingCommand;

/// <summary>Takes a matter up; its time begins.</summary>
/// <param name="MatterId">Which matter.</param>
public sealed record PickMatter(Guid MatterId) : TalkingCommand(MatterId);

/// <summary>Gives the matter that is talked of more time.</summary>
/// <param name="MatterId">Which matter.</param>
/// <param name="Minutes">How much more, 1–30.</param>
public sealed record GiveMoreTime(Guid MatterId, int Minutes) : TalkingCommand(MatterId);

/// <summary>Is through with a matter, and takes up the next.</summary>
/// <param name="MatterId">Which matter.</param>
public sealed record TickMatter(Guid MatterId) : TalkingCommand(MatterId)
{
    /// <summary>Whether the next is left alone: the matter was settled while another is talked of.</summary>
    public bool IsInPassing { get; init; }
}

/// <summary>Is not through with it after all.</summary>
/// <param name="MatterId">Which matter.</param>
public sealed record UntickMatter(Guid MatterId) : TalkingCommand(MatterId);

/// <summary>Writes down what was said.</summary>
/// <param name="MatterId">Which matter.</param>
/// <param name="Text">What was said; may be empty.</param>
/// <param name="Before">What stood there when the writer began: whoever wrote meanwhile is not overruled.</param>
public sealed record WriteText(Guid MatterId, string? Text, string? Before) : TalkingCommand(MatterId);

/// <summary>Writes down what was decided, once.</summary>
/// <param name="Id">The id of the decision.</param>
/// <param name="MatterId">In which matter.</param>
/// <param name="Text">What.</param>
public sealed record DecideInMeeting(Guid Id, Guid MatterId, string? Text) : TalkingCommand(MatterId);

/// <summary>Takes a decision back, while the meeting goes on.</summary>
/// <param name="Id">Which decision.</param>
/// <param name="MatterId">In which matter.</param>
public sealed record WithdrawDecision(Guid Id, Guid MatterId) : TalkingCommand(MatterId);

/// <summary>Notes that an action item was made of a matter.</summary>
/// <param name="MatterId">Which matter.</param>
/// <param name="ActionItemId">The action item.</param>
public sealed record NoteActionItem(Guid MatterId, Guid ActionItemId) : TalkingCommand(MatterId);
