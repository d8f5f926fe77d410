using Endre.Domain.Shared;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Importing;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Presenting;
using Endre.Domain.Workshops.Running;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Workshops;

/// <summary>The one door to a workshop: what may happen, and who may make it happen.</summary>
public static class WorkshopRules
{
    /// <summary>Decides a command. Pure: the same workshop, command, actor and instant give the same decision.</summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <returns>
    /// The events, or the refusal. Besides the rules of each area: <c>WorkshopUnknown</c>, <c>NotFacilitator</c>,
    /// <c>NotInTheSeat</c>, <c>ParticipantUnknown</c>, <c>WorkshopClosed</c>.
    /// </returns>
    public static Decision<WorkshopEvent> Decide(
        Workshop workshop,
        WorkshopCommand command,
        Actor actor,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(workshop);
        if (command is CreateWorkshop create)
        {
            return RunningRules.Decide(workshop, create);
        }
        if (command is ImportWorkshop import)
        {
            return ImportingRules.Decide(workshop, import);
        }
        if (workshop.Sequence == 0)
        {
            return Refusal.Because("WorkshopUnknown");
        }
        if (command is Join join)
        {
            return JoiningRules.Decide(workshop, join);
        }
        if (Admit(workshop, actor) is { } stranger)
        {
            return stranger;
        }
        return DecideAsGroup(workshop, command, actor)
            ?? (actor is Actor.Leader leader ? DecideAsFacilitator(workshop, command, leader, now) : null)
            ?? Refusal.Because("NotFacilitator");
    }

    private static Refusal? Admit(Workshop workshop, Actor actor) =>
        actor switch
        {
            Actor.Leader leader when workshop.IsFacilitator(leader.Id) => null,
            Actor.Device device when workshop.Participants.TryGetValue(device.Id, out var p) && !p.HasLeft => null,
            Actor.Device => Refusal.Because("ParticipantUnknown"),
            _ => Refusal.Because("NotFacilitator"),
        };

    // What a group does with its own notes, and a facilitator may do for it.
    private static Decision<WorkshopEvent>? DecideAsGroup(Workshop workshop, WorkshopCommand command, Actor actor) =>
        (command, WhoIs(workshop, actor)) switch
        {
            (WriteNote c, _) => NoteRules.Decide(workshop, c, actor),
            (EditNote c, _) => NoteRules.Decide(workshop, c, actor),
            (WithdrawNote c, _) => NoteRules.Decide(workshop, c, actor),
            (SayDone or ChangeWhoIsHere or Leave or CastVote, null) => Refusal.Because("ParticipantUnknown"),
            (SayDone c, { } who) => RunningRules.Decide(workshop, c, actor, who),
            (ChangeWhoIsHere c, { } who) => JoiningRules.Decide(workshop, c, who),
            (Leave, { } who) => new ParticipantLeft(who.Id),
            (MoveToGroup c, _) => GroupRules.Decide(workshop, c, actor),
            (Reveal c, _) => RunningRules.Decide(workshop, c, actor),
            (CreateCluster c, _) => SortingRules.Decide(workshop, c, actor),
            (RemoveCluster c, _) => SortingRules.Decide(workshop, c, actor),
            (StartLabeling c, _) => SortingRules.Decide(workshop, c, actor),
            (DescribeCluster c, _) => SortingRules.Decide(workshop, c, actor),
            (MoveNotes c, _) => SortingRules.Decide(workshop, c, actor),
            (MergeNote c, _) => SortingRules.Decide(workshop, c, actor),
            (SplitNote c, _) => SortingRules.Decide(workshop, c, actor),
            (UndoSorting c, _) => SortingRules.Decide(workshop, c, actor),
            (Propose c, _) => ChoosingRules.Decide(workshop, c, actor),
            (ChangeProposal c, _) => ChoosingRules.Decide(workshop, c, actor),
            (PlaceProposal c, _) => ChoosingRules.Decide(workshop, c, actor),
            (RemoveProposal c, _) => ChoosingRules.Decide(workshop, c, actor),
            (OpenVoting c, _) => VotingRules.Decide(workshop, c, actor),
            (CastVote c, { } who) => VotingRules.Decide(workshop, c, actor, who),
            (CloseVoting c, _) => VotingRules.Decide(workshop, c, actor),
            _ => (Decision<WorkshopEvent>?)null,
        };

    private static Decision<WorkshopEvent>? DecideAsFacilitator(
        Workshop workshop,
        WorkshopCommand command,
        Actor.Leader actor,
        DateTimeOffset now
    )
    {
        if (workshop.IsClosed && command is not (TellOutcome or ReopenWorkshop or CloseWorkshop or AnswerProposal))
        {
            return Refusal.Because("WorkshopClosed");
        }
        var needsSeat =
            command
            is NextStep
                or PreviousStep
                or HandOver
                or CloseWorkshop
                or StartPresentation
                or SetLock
                or ShowQuestion;
        if (needsSeat && workshop.Seat != actor.Id)
        {
            return Refusal.Because("NotInTheSeat");
        }
        return command switch
        {
            NextStep c => RunningRules.Decide(workshop, c, now),
            PreviousStep c => RunningRules.Decide(workshop, c, now),
            AddTime c => RunningRules.Decide(workshop, c, now),
            PauseClock c => RunningRules.Decide(workshop, c, now),
            ResumeClock c => RunningRules.Decide(workshop, c, now),
            SetJoin c => RunningRules.Decide(workshop, c),
            SetLock c => RunningRules.Decide(workshop, c),
            RenameWorkshop c => RunningRules.Decide(workshop, c),
            AddFacilitator c => RunningRules.Decide(workshop, c),
            HandOver c => RunningRules.Decide(workshop, c),
            ChangePlan c => PlanRules.Decide(workshop, c),
            ChangeGroupCount c => GroupRules.Decide(workshop, c),
            RenameGroup c => GroupRules.Decide(workshop, c),
            SeatAtTables c => GroupRules.Decide(workshop, c),
            OrderPresentations c => PresentingRules.Decide(workshop, c),
            StartPresentation c => PresentingRules.Decide(workshop, c, now),
            ShowQuestion c => PresentingRules.Decide(workshop, c),
            SaveTheme c => InterpretingRules.Decide(workshop, c),
            SplitTheme c => InterpretingRules.Decide(workshop, c),
            WriteInterpretation c => InterpretingRules.Decide(workshop, c),
            RemoveInterpretation c => InterpretingRules.Decide(workshop, c),
            ShareInterpretation c => InterpretingRules.Decide(workshop, c),
            AnswerProposal c => ClosingRules.Decide(workshop, c),
            TellOutcome c => ClosingRules.Decide(workshop, c, now),
            CloseWorkshop c => ClosingRules.Decide(workshop, c),
            ReopenWorkshop c => ClosingRules.Decide(workshop, c),
            _ => (Decision<WorkshopEvent>?)null,
        };
    }

    private static Participant? WhoIs(Workshop workshop, Actor actor) =>
        actor is Actor.Device device ? workshop.Participants.GetValueOrDefault(device.Id) : null;
}
