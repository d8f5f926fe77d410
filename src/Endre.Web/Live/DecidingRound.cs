using System.Runtime.InteropServices;
using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Importing;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Running;
using Endre.Storage.EventLog;
using Endre.Storage.Workshops;
using Closing = Endre.Domain.Workshops.Closing;

namespace Endre.Web.Live;

/// <summary>Everything that waits at one instant, decided in order and stored in one transaction.</summary>
internal sealed class DecidingRound(
    Workshop before,
    Dictionary<Guid, long> answered,
    List<Pending> batch,
    DateTimeOffset now
)
{
    private readonly Workshop unchanged = before;
    private readonly List<NewEvent> events = [];
    private bool changesRow;
    private TakenBack? takenBack;
    private readonly List<EventSpan> whereTaken = [];

    /// <summary>The workshop after the round.</summary>
    public Workshop State { get; private set; } = before;

    /// <summary>What happened, with whom it reaches; also what other nodes had stored.</summary>
    public List<(Recorded Recorded, Audience Audience)> Recorded { get; } = [];

    /// <summary>Commands answered in this round.</summary>
    public List<KeyValuePair<Guid, long>> NewlyAnswered { get; } = [];

    /// <summary>Called by the log under the workshop's lock.</summary>
    public Appending Decide(IReadOnlyList<StoredEvent> missed)
    {
        // The log may call again, when its first try did not go through.
        State = unchanged;
        Recorded.Clear();
        NewlyAnswered.Clear();
        events.Clear();
        changesRow = false;
        takenBack = null;
        whereTaken.Clear();
        foreach (var stored in missed)
        {
            var recorded = stored.ToRecorded();
            State = State.Evolve(recorded);
            Recorded.Add((recorded, new Audience(stored.Audience)));
            if (stored.CommandId is { } commandId)
            {
                NewlyAnswered.Add(new(commandId, stored.Sequence));
            }
        }
        foreach (var pending in CollectionsMarshal.AsSpan(batch))
        {
            pending.Answer = DecideOne(pending);
        }
        return new Appending(events, changesRow ? State.ToRow() : null, ForgetTaken());
    }

    /// <summary>Answers the callers: it is durable now.</summary>
    public void Complete()
    {
        foreach (var pending in CollectionsMarshal.AsSpan(batch))
        {
            pending.Complete();
        }
    }

    private Answered DecideOne(Pending pending)
    {
        if (pending.Command is null)
        {
            return default;
        }
        if (pending.CommandId is { } id && AnswerOf(id) is { } before)
        {
            if (pending.Command is not WriteNote again)
            {
                return new Answered(before, IsRepeated: true, Refusal: null, State);
            }
            // A note answers for itself: the same id from another device is no repetition. An id that something else has
            // would fail when it is stored, and all that is stored in the same round with it.
            if (!State.Notes.ContainsKey(again.NoteId))
            {
                return new Answered(State.Sequence, IsRepeated: false, new Refusal("IdTaken", "id"), State);
            }
        }
        var decision = WorkshopRules.Decide(State, pending.Command, pending.Actor!, now);
        if (decision.IsRefused)
        {
            return new Answered(State.Sequence, IsRepeated: false, decision.Refusal, State);
        }
        if (decision.Events.Count == 0)
        {
            var written = pending.Command is WriteNote note ? State.Notes.GetValueOrDefault(note.NoteId) : null;
            return new Answered(
                written?.Sequence ?? State.Sequence,
                IsRepeated: written is not null,
                Refusal: null,
                State
            );
        }
        var first = State.Sequence + 1;
        foreach (var happened in decision.Events)
        {
            Append(happened, State.Sequence + 1 == first ? pending.CommandId : null);
        }
        if (pending.CommandId is { } commandId)
        {
            NewlyAnswered.Add(new(commandId, first));
        }
        return new Answered(first, IsRepeated: false, Refusal: null, State);
    }

    private void Append(WorkshopEvent happened, Guid? commandId)
    {
        var at = WorkshopState.IsVoice(happened)
            ? new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), now.Offset)
            : now;
        var recorded = new Recorded(State.Sequence + 1, at, happened);
        var isFirst = State.Sequence == 0;
        Remember(recorded);
        State = State.Evolve(recorded);
        var audience = State.AudienceOf(happened);
        Recorded.Add((recorded, audience));
        events.Add(
            new NewEvent(
                at,
                WorkshopEventJson.KindOf(happened),
                audience.Value,
                commandId,
                WorkshopEventJson.Store(happened)
            )
        );
        changesRow |=
            isFirst
            || happened
                is WorkshopCreated
                    or WorkshopImported
                    or WorkshopRenamed
                    or FacilitatorAdded
                    or SeatHandedOver
                    or Closing.WorkshopClosed
                    or Closing.WorkshopReopened;
    }

    // Where the words may stand that this event takes back, as the workshop is before it.
    private void Remember(Recorded recorded)
    {
        if (!TakenBack.Takes(recorded.Event))
        {
            return;
        }
        takenBack ??= new TakenBack();
        takenBack.Add(recorded);
        var (from, until) = recorded.Event switch
        {
            NoteWithdrawn e => (Math.Min(State.Notes[e.Id].Sequence, State.Notes[e.Id].WordsAt), State.Sequence),
            NoteEdited e => (State.Notes[e.Id].WordsAt, State.Notes[e.Id].WordsAt),
            _ => (1, State.Sequence),
        };
        whereTaken.Add(new EventSpan(from, until));
    }

    // What came and was taken back in the same round is never stored with its words.
    private Erasing? ForgetTaken()
    {
        if (takenBack is null)
        {
            return null;
        }
        var stored = Recorded.Count - events.Count;
        for (var i = 0; i < events.Count; i++)
        {
            var (recorded, audience) = Recorded[stored + i];
            if (takenBack.Without(recorded.Sequence, recorded.Event) is { } without)
            {
                Recorded[stored + i] = (recorded with { Event = without }, audience);
                events[i] = events[i] with { Payload = WorkshopEventJson.Store(without) };
            }
        }
        return new Erasing(whereTaken, takenBack.Without, takenBack.IsUrgent);
    }

    private long? AnswerOf(Guid commandId)
    {
        if (answered.TryGetValue(commandId, out var sequence))
        {
            return sequence;
        }
        foreach (var pair in NewlyAnswered)
        {
            if (pair.Key == commandId)
            {
                return pair.Value;
            }
        }
        return null;
    }
}
