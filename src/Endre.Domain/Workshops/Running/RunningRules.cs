using System.Collections.Immutable;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Plan;

namespace Endre.Domain.Workshops.Running;

/// <summary>How a workshop begins and moves on.</summary>
public static class RunningRules
{
    internal static Decision<WorkshopEvent> Decide(Workshop workshop, CreateWorkshop command)
    {
        if (workshop.Sequence > 0)
        {
            return Refusal.Because("WorkshopExists");
        }
        if (FreeText.Require(command.Title, PlanRules.LongestTitle, "title", out var title) is { } fault)
        {
            return fault;
        }
        if (command.Groups is < 1 or > GroupRules.MostGroups)
        {
            return new Refusal("GroupCountOutOfRange", "groups", "60");
        }
        if (command.Language is not ("nb" or "nn" or "en"))
        {
            return new Refusal("LanguageUnknown", "language");
        }
        if (!IsCode(command.Code))
        {
            return new Refusal("CodeMalformed", "code");
        }
        return PlanRules.Check(command.Plan) is { } wrong
            ? wrong
            : new WorkshopCreated(
                command.Id,
                command.Code,
                title,
                command.Language,
                PlanRules.Tidy(command.Plan),
                GroupRules.First(command.Groups),
                command.Facilitator
            );
    }

    internal static bool IsCode(string code) => code.Length == 6 && code.All(char.IsAsciiDigit);

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, RenameWorkshop command)
    {
        if (FreeText.Require(command.Title, PlanRules.LongestTitle, "title", out var title) is { } fault)
        {
            return fault;
        }
        return title == workshop.Title ? Decision<WorkshopEvent>.Happened() : new WorkshopRenamed(title);
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, NextStep command, DateTimeOffset now) =>
        IsElsewhere(workshop, command.From) ? Decision<WorkshopEvent>.Happened()
        : workshop.CurrentStep + 1 < workshop.Plan.Steps.Length ? Start(workshop, workshop.CurrentStep + 1, now)
        : Refusal.Because("NoMoreSteps");

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, PreviousStep command, DateTimeOffset now) =>
        IsElsewhere(workshop, command.From) ? Decision<WorkshopEvent>.Happened()
        : workshop.CurrentStep > 0 ? Start(workshop, workshop.CurrentStep - 1, now)
        : Refusal.Because("FirstStep");

    private static bool IsElsewhere(Workshop workshop, string? from) => from is not null && workshop.Current.Id != from;

    private static Decision<WorkshopEvent> Start(Workshop workshop, int index, DateTimeOffset now)
    {
        var step = workshop.Plan.Steps[index];
        // A presentation's clock belongs to the group that presents, not to the step.
        var clock = step.Kind == StepKind.Present ? Countdown.None : Countdown.Start(step.Minutes, now);
        var events = new List<WorkshopEvent> { new StepStarted(index, step.Id, clock) };
        if (step.Kind is not (StepKind.Write or StepKind.Welcome or StepKind.Talk))
        {
            // Whoever sorts, chooses or shares must see; whoever writes in silence must not.
            events.AddRange(HiddenBoards(workshop, step, groupId: null));
        }
        return Decision<WorkshopEvent>.Happened(events);
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, Reveal command, Actor actor)
    {
        if (workshop.IsClosed)
        {
            return Refusal.Because("WorkshopClosed");
        }
        var groupId = command.GroupId;
        if (actor is Actor.Device device)
        {
            var own = workshop.Participants.GetValueOrDefault(device.Id)?.GroupId;
            if (groupId is not null && groupId != own)
            {
                return Refusal.Because("NotYourGroup");
            }
            groupId = own;
        }
        if (groupId is not null && workshop.GroupOf(groupId) is null)
        {
            return new Refusal("GroupUnknown", "groupId");
        }
        if (command.QuestionId is { } questionId)
        {
            if (workshop.Plan.QuestionOf(questionId) is null)
            {
                return new Refusal("QuestionUnknown", "questionId", questionId);
            }
            if (!Notes.NoteRules.IsReached(workshop, questionId))
            {
                return new Refusal("QuestionNotOpen", "questionId");
            }
            var groups = groupId is null ? workshop.Groups.ConvertAll(g => g.Id) : [groupId];
            return Decision<WorkshopEvent>.Happened([
                .. groups
                    .Where(g => !workshop.BoardOf(g, questionId).IsRevealed)
                    .Select(g => new NotesRevealed(g, questionId)),
            ]);
        }
        return Decision<WorkshopEvent>.Happened([.. HiddenBoards(workshop, workshop.Current, groupId)]);
    }

    private static IEnumerable<WorkshopEvent> HiddenBoards(Workshop workshop, Step step, string? groupId) =>
        from question in QuestionsOf(workshop, step)
        from gathered in workshop.Groups
        where groupId is null || gathered.Id == groupId
        where !workshop.BoardOf(gathered.Id, question).IsRevealed
        select new NotesRevealed(gathered.Id, question);

    // Presenting, interpreting and closing look at everything that has been asked so far.
    private static IEnumerable<string> QuestionsOf(Workshop workshop, Step step) =>
        step.Kind is StepKind.Present or StepKind.Interpret or StepKind.Close
            ? workshop
                .Plan.Steps.Take(workshop.CurrentStep + 1)
                .SelectMany(s => s.QuestionIds)
                .Distinct(StringComparer.Ordinal)
            : step.QuestionIds;

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, AddTime command, DateTimeOffset now) =>
        command.Seconds is 0 or < -3600 or > 3600
            ? new Refusal("SecondsOutOfRange", "seconds", "3600")
            : Changed(workshop, workshop.Clock.Add(TimeSpan.FromSeconds(command.Seconds), now));

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, PauseClock _, DateTimeOffset now) =>
        Changed(workshop, workshop.Clock.Pause(now));

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, ResumeClock _, DateTimeOffset now) =>
        Changed(workshop, workshop.Clock.Resume(now));

    private static Decision<WorkshopEvent> Changed(Workshop workshop, Countdown clock) =>
        clock == workshop.Clock ? Decision<WorkshopEvent>.Happened() : new ClockChanged(clock);

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, SetJoin command) =>
        command.IsOpen == workshop.IsJoinOpen ? Decision<WorkshopEvent>.Happened() : new JoinSet(command.IsOpen);

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, SetLock command) =>
        command.IsLocked == workshop.IsLocked ? Decision<WorkshopEvent>.Happened() : new LockSet(command.IsLocked);

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, SayDone command, Actor actor, Participant who)
    {
        if (workshop.IsClosed)
        {
            return Refusal.Because("WorkshopClosed");
        }
        if (workshop.Plan.IndexOf(command.StepId) < 0)
        {
            return new Refusal("StepUnknown", "stepId");
        }
        var mark = actor.MarkFor($"done/{command.StepId}");
        var isDone = workshop.Done.GetValueOrDefault(command.StepId)?.ContainsKey(mark) ?? false;
        return isDone == command.IsDone
            ? Decision<WorkshopEvent>.Happened()
            : new DoneSaid(command.StepId, mark, who.GroupId, who.Heads, command.IsDone);
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, AddFacilitator command) =>
        workshop.IsFacilitator(command.Facilitator.PersonId)
            ? Decision<WorkshopEvent>.Happened()
            : new FacilitatorAdded(command.Facilitator);

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, HandOver command) =>
        !workshop.IsFacilitator(command.PersonId) ? new Refusal("FacilitatorUnknown", "personId")
        : workshop.Seat == command.PersonId ? Decision<WorkshopEvent>.Happened()
        : new SeatHandedOver(command.PersonId);

    internal static Workshop Evolve(WorkshopCreated created, DateTimeOffset at) =>
        Workshop.None with
        {
            Id = created.Id,
            Code = created.Code,
            Title = created.Title,
            Language = created.Language,
            CreatedAt = at,
            Plan = created.Plan,
            QuestionNumbers = Paper.QuestionNumbers.Given(Workshop.None.QuestionNumbers, created.Plan),
            Groups = created.Groups,
            Facilitators = [created.Facilitator],
            Seat = created.Facilitator.PersonId,
            Presentations = Presenting.Presentations.None.For(created.Groups),
        };

    internal static Workshop Evolve(Workshop workshop, StepStarted started) =>
        workshop with
        {
            CurrentStep = started.Index,
            FurthestStep = Math.Max(workshop.FurthestStep, started.Index),
            Clock = started.Clock,
            Presentations = workshop.Presentations.In(workshop.Plan.Steps[started.Index]),
            IsAllShared =
                workshop.IsAllShared || workshop.Plan.Steps[started.Index].Kind is StepKind.Interpret or StepKind.Close,
        };

    internal static Workshop Evolve(Workshop workshop, NotesRevealed revealed) =>
        workshop.With(workshop.BoardOf(revealed.GroupId, revealed.QuestionId) with { IsRevealed = true });

    internal static Workshop Evolve(Workshop workshop, DoneSaid said)
    {
        var marks = workshop.Done.GetValueOrDefault(said.StepId) ?? ImmutableDictionary<string, DoneMark>.Empty;
        marks = said.IsDone
            ? marks.SetItem(said.Mark, new DoneMark(said.GroupId, said.Heads))
            : marks.Remove(said.Mark);
        return workshop with { Done = workshop.Done.SetItem(said.StepId, marks) };
    }
}
