using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Meetings.Holding;

/// <summary>What may be done with a matter while the meeting goes on.</summary>
public static class TalkingRules
{
    /// <summary>The minutes of a matter that nobody gave any.</summary>
    public const int ShortMinutes = 5;

    /// <summary>The most minutes that are given at a time.</summary>
    public const int MostMoreMinutes = 30;

    private const int MostDecisions = 100;

    /// <summary>Decides a command on a meeting.</summary>
    /// <param name="meeting">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <returns>
    /// The events; none when it has happened already. Refused: <c>MeetingNotBegun</c>, <c>MeetingIsCanceled</c>,
    /// <c>MeetingIsOver</c>, <c>MatterUnknown</c>, <c>MatterTextChanged</c> (field <c>text</c>), what <see cref="FreeText"/> says of
    /// the texts (fields <c>text</c>, <c>decision</c>), <c>TooManyDecisions</c>, <c>MoreTimeOutOfRange</c>.
    /// </returns>
    public static Decision<MeetingEvent> Decide(Meeting meeting, TalkingCommand command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(command);
        if (HoldingRules.ClosedFor(meeting) is { } closed)
        {
            return closed;
        }
        if (meeting.State == MeetingState.Planned)
        {
            return Refusal.Because("MeetingNotBegun");
        }
        if (meeting.Matters.FirstOrDefault(one => one.Id == command.MatterId) is not { } matter)
        {
            return Refusal.Because("MatterUnknown");
        }
        return command switch
        {
            PickMatter => Pick(meeting, matter, now),
            GiveMoreTime more => More(meeting, more, now),
            TickMatter tick => Tick(meeting, matter, tick, now),
            UntickMatter => matter.IsTicked
                ? new MatterTicked(matter.Id, IsTicked: false)
                : Decision<MeetingEvent>.Happened(),
            WriteText write => Write(matter, write),
            DecideInMeeting decide => DecideIn(meeting, decide, now),
            WithdrawDecision withdraw => meeting.Decisions.Any(made => made.Id == withdraw.Id)
                ? new DecisionWithdrawn(withdraw.Id)
                : Decision<MeetingEvent>.Happened(),
            NoteActionItem note => matter.ActionItems.Contains(note.ActionItemId)
                ? Decision<MeetingEvent>.Happened()
                : new ActionItemNoted(matter.Id, note.ActionItemId),
            _ => throw new ArgumentException($"Nobody decides {command.GetType().Name}.", nameof(command)),
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
            MatterPicked picked => meeting with { CurrentMatterId = picked.MatterId, CurrentEndsAt = picked.EndsAt },
            MatterTicked ticked => With(ticked.MatterId, matter => matter with { IsTicked = ticked.IsTicked }),
            MatterWritten written => With(written.MatterId, matter => matter with { Text = written.Text }),
            ActionItemNoted noted => With(
                noted.MatterId,
                matter => matter with { ActionItems = matter.ActionItems.Add(noted.ActionItemId) }
            ),
            DecisionMade made => meeting with { Decisions = meeting.Decisions.Add(made.Made) },
            DecisionWithdrawn back => meeting with
            {
                Decisions = meeting.Decisions.RemoveAll(made => made.Id == back.Id),
            },
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };

        Meeting With(Guid id, Func<Matter, Matter> change) =>
            meeting with
            {
                Matters = [.. meeting.Matters.Select(matter => matter.Id == id ? change(matter) : matter)],
            };
    }

    /// <summary>The time that a matter has from when it is taken up.</summary>
    internal static TimeSpan TimeFor(Matter matter) => TimeSpan.FromMinutes(matter.Minutes ?? ShortMinutes);

    private static Decision<MeetingEvent> Pick(Meeting meeting, Matter matter, DateTimeOffset now)
    {
        if (meeting.CurrentMatterId == matter.Id)
        {
            return Decision<MeetingEvent>.Happened();
        }
        var picked = new MatterPicked(matter.Id, now + TimeFor(matter));
        return matter.IsTicked
            ? Decision<MeetingEvent>.Happened(new MatterTicked(matter.Id, IsTicked: false), picked)
            : picked;
    }

    private static Decision<MeetingEvent> More(Meeting meeting, GiveMoreTime more, DateTimeOffset now)
    {
        if (more.Minutes is < 1 or > MostMoreMinutes)
        {
            return new Refusal(
                "MoreTimeOutOfRange",
                Field: null,
                MostMoreMinutes.ToString(CultureInfo.InvariantCulture)
            );
        }
        if (meeting.CurrentMatterId != more.MatterId)
        {
            return Decision<MeetingEvent>.Happened();
        }
        // What is over time already gets all of the new minutes.
        var from = meeting.CurrentEndsAt > now ? meeting.CurrentEndsAt.Value : now;
        return new MatterPicked(more.MatterId, from.AddMinutes(more.Minutes));
    }

    private static Decision<MeetingEvent> Tick(Meeting meeting, Matter matter, TickMatter tick, DateTimeOffset now)
    {
        if (matter.IsTicked)
        {
            return Decision<MeetingEvent>.Happened();
        }
        var ticked = new MatterTicked(matter.Id, IsTicked: true);
        if (tick.IsInPassing || meeting.CurrentMatterId != matter.Id)
        {
            return ticked;
        }
        var at = meeting.Matters.IndexOf(matter);
        var next = meeting.Matters.Skip(at + 1).Concat(meeting.Matters.Take(at)).FirstOrDefault(one => !one.IsTicked);
        return Decision<MeetingEvent>.Happened(
            ticked,
            new MatterPicked(next?.Id, next is null ? null : now + TimeFor(next))
        );
    }

    private static Decision<MeetingEvent> Write(Matter matter, WriteText write)
    {
        if (FreeText.Accept(write.Text, Matter.LongestText, "text", out var text) is { } fault)
        {
            return fault;
        }
        return matter.Text == text ? Decision<MeetingEvent>.Happened()
            : matter.Text != FreeText.Tidy(write.Before ?? "") ? new Refusal("MatterTextChanged", "text")
            : new MatterWritten(matter.Id, text);
    }

    private static Decision<MeetingEvent> DecideIn(Meeting meeting, DecideInMeeting decide, DateTimeOffset now)
    {
        if (FreeText.Require(decide.Text, MeetingDecision.LongestText, "decision", out var text) is { } fault)
        {
            return fault;
        }
        if (meeting.Decisions.Any(made => made.Id == decide.Id))
        {
            return Decision<MeetingEvent>.Happened();
        }
        return meeting.Decisions.Length >= MostDecisions
            ? new Refusal("TooManyDecisions", Field: null, MostDecisions.ToString(CultureInfo.InvariantCulture))
            : new DecisionMade(new MeetingDecision(decide.Id, decide.MatterId, text, now));
    }
}
