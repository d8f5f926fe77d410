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

/// <summary>What events make of a workshop, and whom they reach.</summary>
public static class WorkshopState
{
    /// <summary>The workshop after the event. Pure, and never refuses: what is in the log has happened.</summary>
    /// <param name="workshop">The workshop before.</param>
    /// <param name="recorded">The event and its place.</param>
    public static Workshop Evolve(this Workshop workshop, Recorded recorded) =>
        Apply(workshop, recorded) with
        {
            Sequence = recorded.Sequence,
        };

    /// <summary>
    /// Whom an event reaches, decided once, from the workshop right after the event. It is stored with the event.
    /// </summary>
    /// <param name="workshop">The workshop after the event.</param>
    /// <param name="happened">The event.</param>
    public static Audience AudienceOf(this Workshop workshop, WorkshopEvent happened)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        return happened switch
        {
            NoteWritten e => workshop.AudienceOf(workshop.BoardOf(e.GroupId, e.QuestionId)),
            NoteEdited e => OfNote(workshop, e.Id),
            NoteWithdrawn e => OfNote(workshop, e.Id),
            SortingEvent e => workshop.AudienceOf(workshop.BoardOf(e.GroupId, e.QuestionId)),
            LabelingStarted e => workshop.AudienceOf(workshop.BoardOf(e.GroupId, e.QuestionId)),
            ProposalsChanged e => workshop.AudienceOf(workshop.BoardOf(e.GroupId, e.QuestionId)),
            VotingOpened e => Audience.Group(e.GroupId),
            VotingClosed e => workshop.AudienceOf(workshop.BoardOf(e.GroupId, e.QuestionId)),
            NotesRevealed e => workshop.AudienceOf(workshop.BoardOf(e.GroupId, e.QuestionId)),
            VoteCast or DoneSaid => Audience.Nobody,
            ParticipantJoined or ParticipantChanged or ParticipantLeft => Audience.Facilitators,
            ThemeSaved or ThemeSplit or InterpretationWritten or InterpretationRemoved => workshop
                .Interpretation
                .IsShared
                ? Audience.Everyone
                : Audience.Facilitators,
            FacilitatorAdded => Audience.Facilitators,
            _ => Audience.Everyone,
        };
    }

    /// <summary>
    /// Whether an event is something that a person says by themselves. Its instant is stored to the minute, so that a
    /// clock on the wall and a log together name nobody.
    /// </summary>
    /// <param name="happened">The event.</param>
    public static bool IsVoice(WorkshopEvent happened) =>
        happened
            is NoteWritten
                or NoteEdited
                or NoteWithdrawn
                or DoneSaid
                or VoteCast
                or SortingEvent
                or ProposalsChanged;

    private static Audience OfNote(Workshop workshop, Guid noteId) =>
        workshop.Notes.TryGetValue(noteId, out var note)
            ? workshop.AudienceOf(workshop.BoardOf(note.GroupId, note.QuestionId))
            : Audience.Nobody;

    private static Workshop Apply(Workshop workshop, Recorded recorded) =>
        recorded.Event switch
        {
            WorkshopCreated e => RunningRules.Evolve(e, recorded.At),
            WorkshopImported e => ImportingRules.Evolve(e, recorded.At),
            WorkshopRenamed e => workshop with { Title = e.Title },
            StepStarted e => RunningRules.Evolve(workshop, e),
            ClockChanged e => workshop with { Clock = e.Clock },
            JoinSet e => workshop with { IsJoinOpen = e.IsOpen },
            LockSet e => workshop with { IsLocked = e.IsLocked },
            NotesRevealed e => RunningRules.Evolve(workshop, e),
            DoneSaid e => RunningRules.Evolve(workshop, e),
            FacilitatorAdded e => workshop with { Facilitators = workshop.Facilitators.Add(e.Facilitator) },
            SeatHandedOver e => workshop with { Seat = e.PersonId },
            PlanChanged e => PlanRules.Evolve(workshop, e),
            ParticipantJoined e => JoiningRules.Evolve(workshop, e),
            ParticipantChanged e => JoiningRules.Evolve(workshop, e),
            ParticipantLeft e => JoiningRules.Evolve(workshop, e),
            GroupsChanged e => GroupRules.Evolve(workshop, e),
            ParticipantMoved e => GroupRules.Evolve(workshop, e),
            TablesSeated e => GroupRules.Evolve(workshop, e),
            NoteWritten e => NoteRules.Evolve(workshop, e, recorded.Sequence),
            NoteEdited e => NoteRules.Evolve(workshop, e, recorded.Sequence),
            NoteWithdrawn e => NoteRules.Evolve(workshop, e),
            SortingEvent e => SortingState.Evolve(workshop, e),
            LabelingStarted e => SortingState.Evolve(workshop, e),
            ProposalsChanged e => ChoosingRules.Evolve(workshop, e),
            VotingOpened e => VotingRules.Evolve(workshop, e),
            VoteCast e => VotingRules.Evolve(workshop, e),
            VotingClosed e => VotingRules.Evolve(workshop, e),
            PresentationsOrdered e => workshop with { Presentations = workshop.Presentations with { Queue = e.Queue } },
            PresentationStarted e => PresentingRules.Evolve(workshop, e),
            QuestionShown e => workshop with { Presentations = workshop.Presentations with { Focus = e.QuestionId } },
            ThemeSaved e => InterpretingRules.Evolve(workshop, e),
            ThemeSplit e => InterpretingRules.Evolve(workshop, e),
            InterpretationWritten e => InterpretingRules.Evolve(workshop, e),
            InterpretationRemoved e => InterpretingRules.Evolve(workshop, e),
            InterpretationShared => InterpretingRules.With(workshop, i => i with { IsShared = true }),
            ProposalAnswered e => ClosingRules.Evolve(workshop, e),
            OutcomeTold e => ClosingRules.Evolve(workshop, e),
            WorkshopClosed => workshop with { ClosedAt = recorded.At },
            WorkshopReopened => workshop with { ClosedAt = null },
            var unknown => throw new InvalidOperationException($"No rule for {unknown.GetType().Name}."),
        };
}
