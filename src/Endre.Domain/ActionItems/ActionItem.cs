using Endre.Domain.Hassles.Answering;

namespace Endre.Domain.ActionItems;

/// <summary>Tiltak: what one person does, by a day. It is not over when it is done, but when somebody has said whether it worked.</summary>
/// <param name="Id">Its id.</param>
/// <param name="UnitId">The unit that decided it.</param>
/// <param name="What">What is done.</param>
/// <param name="FirstStep">What one begins with; empty when nobody said.</param>
/// <param name="OwnerId">The one person who answers for it; null when the account is gone.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="IsSmall">Whether it can be done before the next meeting.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Ending">How it ended; null while it is open.</param>
/// <param name="Check">What was last said of whether it worked; null while nobody has.</param>
public sealed record ActionItem(
    Guid Id,
    Guid UnitId,
    string What,
    string FirstStep,
    Guid? OwnerId,
    DateOnly DueOn,
    bool IsSmall,
    ActionItemState State,
    ActionItemEnding? Ending,
    EffectCheck? Check
)
{
    /// <summary>The most characters of what is done.</summary>
    public const int LongestWhat = 300;

    /// <summary>The most characters of the first step.</summary>
    public const int LongestStep = 200;

    /// <summary>How many days pass before it is asked whether it worked.</summary>
    public const int DaysBeforeCheck = 14;

    /// <summary>How many days pass before it is asked again, when nobody could tell.</summary>
    public const int DaysBeforeNextCheck = 28;

    /// <summary>
    /// How long over its day an action item is when it is lifted to the leader. Days are counted as for an answer
    /// (<see cref="AnswerLimit.EndsOn"/>): July and public holidays count against nobody.
    /// </summary>
    public const int DaysBeforeLift = 14;

    /// <summary>The day from which «virket det?» waits for an answer; null when it does not.</summary>
    public DateOnly? AsksFrom =>
        (State, Ending, Check) switch
        {
            (ActionItemState.Done, { } ending, null) => ending.On.AddDays(DaysBeforeCheck),
            (ActionItemState.Done, _, { Effect: Effect.NotYetKnown } check) => check.On.AddDays(DaysBeforeNextCheck),
            _ => null,
        };

    /// <summary>The first day on which the leader has to look at it, when it is still open then.</summary>
    public DateOnly LiftedFrom => new AnswerLimit(DaysBeforeLift).EndsOn(DueOn).AddDays(1);

    /// <summary>Whether it is past its day.</summary>
    /// <param name="today">The day it is for people here.</param>
    public bool IsOverdueOn(DateOnly today) => State == ActionItemState.Open && DueOn < today;

    /// <summary>Whether it is so long past its day that the leader has to look at it.</summary>
    /// <param name="today">The day it is for people here.</param>
    public bool IsLiftedOn(DateOnly today) => State == ActionItemState.Open && LiftedFrom <= today;

    /// <summary>Whether «virket det?» waits for an answer.</summary>
    /// <param name="today">The day it is for people here.</param>
    public bool AsksOn(DateOnly today) => AsksFrom <= today;
}

/// <summary>Where an action item stands.</summary>
public enum ActionItemState
{
    /// <summary>Somebody is to do it.</summary>
    Open,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>Nothing comes of it, for a reason.</summary>
    Dropped,
}

/// <summary>How an action item ended.</summary>
/// <param name="Text">What happened, or why nothing comes of it.</param>
/// <param name="On">The day it was said.</param>
public sealed record ActionItemEnding(string Text, DateOnly On)
{
    /// <summary>The most characters.</summary>
    public const int LongestText = 500;
}

/// <summary>An answer to «virket det?».</summary>
/// <param name="Effect">The answer.</param>
/// <param name="Seen">How one sees that; may be empty.</param>
/// <param name="On">The day it was said.</param>
public sealed record EffectCheck(Effect Effect, string Seen, DateOnly On)
{
    /// <summary>The most characters of how one sees it.</summary>
    public const int LongestSeen = 500;
}

/// <summary>Virket det?</summary>
public enum Effect
{
    /// <summary>Ja.</summary>
    Yes,

    /// <summary>Delvis.</summary>
    Partly,

    /// <summary>Nei.</summary>
    No,

    /// <summary>Vet ikke ennå: it is asked again.</summary>
    NotYetKnown,
}
