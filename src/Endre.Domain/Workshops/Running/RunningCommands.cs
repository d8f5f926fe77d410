using System.Collections.Immutable;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Plan;

namespace Endre.Domain.Workshops.Running;

/// <summary>Makes a workshop.</summary>
/// <param name="Id">A new id.</param>
/// <param name="Code">Six digits that no open workshop has.</param>
/// <param name="Title">What it is called, 1–200 characters.</param>
/// <param name="Language"><c>nb</c>, <c>nn</c> or <c>en</c>.</param>
/// <param name="Plan">Steps and questions.</param>
/// <param name="Groups">How many groups, 1–60.</param>
/// <param name="Facilitator">The first facilitator, who gets the seat.</param>
public sealed record CreateWorkshop(
    Guid Id,
    string Code,
    string Title,
    string Language,
    WorkshopPlan Plan,
    int Groups,
    Facilitator Facilitator
) : WorkshopCommand;

/// <summary>Gives the workshop another title.</summary>
/// <param name="Title">1–200 characters.</param>
public sealed record RenameWorkshop(string Title) : WorkshopCommand;

/// <summary>Goes to the next step.</summary>
/// <param name="From">The step one goes on from, or null for the current one. From another step nothing happens: a button pressed twice goes on once.</param>
public sealed record NextStep(string? From = null) : WorkshopCommand;

/// <summary>Goes back to the step before.</summary>
/// <param name="From">The step one goes back from, or null for the current one.</param>
public sealed record PreviousStep(string? From = null) : WorkshopCommand;

/// <summary>Gives the clock more time, or less.</summary>
/// <param name="Seconds">-3600 to 3600, not 0.</param>
public sealed record AddTime(int Seconds) : WorkshopCommand;

/// <summary>Stops the clock.</summary>
public sealed record PauseClock : WorkshopCommand;

/// <summary>Lets the clock run on.</summary>
public sealed record ResumeClock : WorkshopCommand;

/// <summary>Opens or closes the join.</summary>
/// <param name="IsOpen">Whether the code lets people in.</param>
public sealed record SetJoin(bool IsOpen) : WorkshopCommand;

/// <summary>Locks or unlocks the boards.</summary>
/// <param name="IsLocked">Whether boards are locked.</param>
public sealed record SetLock(bool IsLocked) : WorkshopCommand;

/// <summary>Shows a group what it has written: the group itself, or a facilitator.</summary>
/// <param name="GroupId">The group, or null for all (facilitators only).</param>
/// <param name="QuestionId">The question, or null for those of the current step.</param>
public sealed record Reveal(string? GroupId, string? QuestionId) : WorkshopCommand;

/// <summary>Says that this device is done with the step, or not yet after all.</summary>
/// <param name="StepId">The step.</param>
/// <param name="IsDone">Whether it is done.</param>
public sealed record SayDone(string StepId, bool IsDone) : WorkshopCommand;

/// <summary>Adds a facilitator.</summary>
/// <param name="Facilitator">Who.</param>
public sealed record AddFacilitator(Facilitator Facilitator) : WorkshopCommand;

/// <summary>Hands the seat over to another facilitator. Only the one who has it can; nobody takes it.</summary>
/// <param name="PersonId">The one who gets it.</param>
public sealed record HandOver(Guid PersonId) : WorkshopCommand;

/// <summary>A workshop was made.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Six digits.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Language">Its language.</param>
/// <param name="Plan">Steps and questions.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Facilitator">The first facilitator.</param>
public sealed record WorkshopCreated(
    Guid Id,
    string Code,
    string Title,
    string Language,
    WorkshopPlan Plan,
    ImmutableList<Group> Groups,
    Facilitator Facilitator
) : WorkshopEvent;

/// <summary>The workshop got another title.</summary>
/// <param name="Title">The title.</param>
public sealed record WorkshopRenamed(string Title) : WorkshopEvent;

/// <summary>A step became the current one.</summary>
/// <param name="Index">Its place in the plan, from 0.</param>
/// <param name="StepId">Its id.</param>
/// <param name="Clock">Its clock.</param>
public sealed record StepStarted(int Index, string StepId, Countdown Clock) : WorkshopEvent;

/// <summary>The clock was changed, stopped or let run on.</summary>
/// <param name="Clock">The clock from now on.</param>
public sealed record ClockChanged(Countdown Clock) : WorkshopEvent;

/// <summary>The join was opened or closed.</summary>
/// <param name="IsOpen">Whether the code lets people in.</param>
public sealed record JoinSet(bool IsOpen) : WorkshopEvent;

/// <summary>The boards were locked or unlocked.</summary>
/// <param name="IsLocked">Whether boards are locked.</param>
public sealed record LockSet(bool IsLocked) : WorkshopEvent;

/// <summary>A group may now see what it has written. Clients fetch again with their own rights.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
public sealed record NotesRevealed(string GroupId, string QuestionId) : WorkshopEvent;

/// <summary>A device said that it is done, or not yet after all.</summary>
/// <param name="StepId">The step.</param>
/// <param name="Mark">A mark that is the device's own for this step.</param>
/// <param name="GroupId">The group.</param>
/// <param name="Heads">How many people are at the device.</param>
/// <param name="IsDone">Whether it is done.</param>
public sealed record DoneSaid(
    string StepId,
    [property: Shared.Concealed] string Mark,
    string GroupId,
    int Heads,
    bool IsDone
) : WorkshopEvent;

/// <summary>Somebody is done with a step.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Heads">How many people.</param>
public sealed record DoneMark(string GroupId, int Heads);

/// <summary>A facilitator was added.</summary>
/// <param name="Facilitator">Who.</param>
public sealed record FacilitatorAdded(Facilitator Facilitator) : WorkshopEvent;

/// <summary>The seat was handed over.</summary>
/// <param name="PersonId">Who has it now.</param>
public sealed record SeatHandedOver(Guid PersonId) : WorkshopEvent;
