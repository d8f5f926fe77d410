using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Meetings.Agendas;
using Endre.Domain.Shared;

namespace Endre.Domain.Meetings.Holding;

/// <summary>What may be done with the agenda, before the meeting and in it.</summary>
public static class ArrangingRules
{
    /// <summary>Decides a command on a meeting.</summary>
    /// <param name="meeting">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <returns>
    /// The event; none when it has happened already. Refused: <c>MeetingIsCanceled</c>, <c>MeetingIsOver</c>, what
    /// <see cref="FreeText"/> says of the title (field <c>title</c>), <c>MatterMinutesOutOfRange</c> (field <c>minutes</c>),
    /// <c>TooManyMatters</c>, <c>MatterUnknown</c>, <c>MatterComesByItself</c>, <c>MatterIsTalkedOf</c>.
    /// </returns>
    public static Decision<MeetingEvent> Decide(Meeting meeting, ArrangingCommand command)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        if (HoldingRules.ClosedFor(meeting) is { } closed)
        {
            return closed;
        }
        return command switch
        {
            AddMatter add => Add(meeting, add),
            ChangeMatter change => Arranged(meeting, Change(Now(meeting, change.Agenda), change)),
            MoveMatter move => Arranged(meeting, Move(Now(meeting, move.Agenda), move)),
            RemoveMatter remove => Remove(meeting, remove),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The meeting after an event.</summary>
    /// <param name="meeting">Before.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static Meeting Evolve(Meeting meeting, HoldingEvent happened)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return happened switch
        {
            MattersArranged arranged => meeting with { Matters = arranged.Matters },
            MatterAdded added => meeting with
            {
                Matters = meeting.Matters.Insert(Agenda.PlaceOf(meeting.Matters, added.Matter.Kind), added.Matter),
            },
            MatterRemoved removed => meeting with
            {
                Matters = meeting.Matters.RemoveAll(matter => matter.Id == removed.MatterId),
            },
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };
    }

    /// <summary>An agenda, and with it what was put there after it was read.</summary>
    internal static ImmutableArray<Matter> WithLateComers(ImmutableArray<Matter> agenda, ImmutableArray<Matter> stored)
    {
        var all = agenda.ToList();
        foreach (var matter in stored.Where(Agenda.IsByHand).Where(late => all.TrueForAll(one => one.Id != late.Id)))
        {
            all.Insert(Agenda.PlaceOf(all, matter.Kind), matter);
        }
        return [.. all];
    }

    // Before it begins, most of the agenda is not stored.
    internal static ImmutableArray<Matter> Now(Meeting meeting, ImmutableArray<Matter> agenda) =>
        meeting.State == MeetingState.Planned ? WithLateComers(agenda, meeting.Matters) : meeting.Matters;

    // The words of what comes by itself are read anew each time: what is withdrawn meanwhile is kept by nobody.
    internal static Decision<MeetingEvent> Arranged(Meeting meeting, Decision<MeetingEvent> decision) =>
        meeting.State == MeetingState.Planned && decision.Events is [MattersArranged arranged]
            ? new MattersArranged([
                .. arranged.Matters.Select(matter => Agenda.IsByHand(matter) ? matter : matter with { Title = "" }),
            ])
            : decision;

    private static Decision<MeetingEvent> Add(Meeting meeting, AddMatter add)
    {
        var fault = FreeText.Require(add.Title, Matter.LongestTitle, "title", out var title) ?? Check(add.Minutes);
        if (fault is not null)
        {
            return fault;
        }
        if (meeting.Matters.Any(matter => matter.Id == add.Id))
        {
            return Decision<MeetingEvent>.Happened();
        }
        if (meeting.Matters.Length >= Meeting.MostMatters)
        {
            return new Refusal(
                "TooManyMatters",
                Field: null,
                Meeting.MostMatters.ToString(CultureInfo.InvariantCulture)
            );
        }
        var kind = add.IsInformation ? MatterKind.Information : MatterKind.Own;
        // What comes up in the meeting has no share in its time; it gets what a short matter takes.
        var minutes = add.Minutes ?? (meeting.State == MeetingState.Running ? TalkingRules.ShortMinutes : null);
        return new MatterAdded(new Matter(add.Id, kind, title, Subject: null, minutes) { AskedById = add.AskedById });
    }

    private static Decision<MeetingEvent> Change(ImmutableArray<Matter> agenda, ChangeMatter change)
    {
        if (agenda.FirstOrDefault(matter => matter.Id == change.Id) is not { } before)
        {
            return Refusal.Because("MatterUnknown");
        }
        var title = before.Title;
        var fault = Agenda.IsByHand(before)
            ? FreeText.Require(change.Title, Matter.LongestTitle, "title", out title)
            : null;
        fault ??= Check(change.Minutes);
        if (fault is not null)
        {
            return fault;
        }
        var after = before with
        {
            Title = title,
            Minutes = change.Minutes,
            IsRecurring = change.IsRecurring && Agenda.IsCarried(before.Kind),
            IsPinned = change.IsPinned && before.Kind == MatterKind.Information,
        };
        return after == before ? Decision<MeetingEvent>.Happened() : new MattersArranged(agenda.Replace(before, after));
    }

    private static Decision<MeetingEvent> Move(ImmutableArray<Matter> agenda, MoveMatter move)
    {
        if (agenda.FirstOrDefault(matter => matter.Id == move.Id) is not { } found)
        {
            return Refusal.Because("MatterUnknown");
        }
        var at = agenda.IndexOf(found);
        var to = Math.Clamp(at + move.Steps, 0, agenda.Length - 1);
        return to == at
            ? Decision<MeetingEvent>.Happened()
            : new MattersArranged(agenda.RemoveAt(at).Insert(to, found));
    }

    private static Decision<MeetingEvent> Remove(Meeting meeting, RemoveMatter remove)
    {
        if (meeting.Matters.FirstOrDefault(matter => matter.Id == remove.Id) is not { } matter)
        {
            return Decision<MeetingEvent>.Happened();
        }
        var isTouched =
            matter.Text.Length > 0
            || matter.ActionItems.Length > 0
            || meeting.CurrentMatterId == matter.Id
            || meeting.Decisions.Any(decision => decision.MatterId == matter.Id);
        return !Agenda.IsByHand(matter) ? Refusal.Because("MatterComesByItself")
            : isTouched ? Refusal.Because("MatterIsTalkedOf")
            : new MatterRemoved(matter.Id);
    }

    private static Refusal? Check(int? minutes) =>
        minutes is null or (>= 1 and <= AgendaTimes.MostMinutes)
            ? null
            : new Refusal(
                "MatterMinutesOutOfRange",
                "minutes",
                AgendaTimes.MostMinutes.ToString(CultureInfo.InvariantCulture)
            );
}
