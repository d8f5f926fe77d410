using Endre.Domain.Shared;

namespace Endre.Domain.Hassles.Answering;

/// <summary>What one who answers may do with a hassle besides answering it: lift, move, merge, and take a merging back.</summary>
public static class AnsweringRules
{
    /// <summary>Decides a command on a hassle that has not been withdrawn.</summary>
    /// <param name="hassle">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// The event; none when it has happened already. Refused: <c>HassleMerged</c> (what is a part of another is not lifted,
    /// moved or merged by itself), <c>MergeTargetUnknown</c>, <c>MergeWithItself</c>, <c>MergeTargetWithdrawn</c>,
    /// <c>MergeTargetMerged</c>, <c>ThreadGrown</c>, <c>ThreadFull</c>, or what <see cref="FreeText"/> says. Fields:
    /// <c>text</c>, <c>into</c>.
    /// </returns>
    public static Decision<HassleEvent> Decide(Hassle hassle, AnsweringCommand command, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(hassle);
        return command switch
        {
            SplitHassle split => hassle.MergedIntoId is null
                ? Decision<HassleEvent>.Happened()
                : new HassleSplit(split.PersonId, split.Week, split.Day),
            MergeHassle merge when hassle.MergedIntoId == merge.IntoId => Decision<HassleEvent>.Happened(),
            _ when hassle.MergedIntoId is not null => Refusal.Because("HassleMerged"),
            LiftHassle lift when hassle.State == HassleState.Lifted && hassle.AnswererId == lift.To =>
                Decision<HassleEvent>.Happened(),
            LiftHassle lift => Lift(hassle, lift, today),
            MoveHassle move => hassle.AnsweringUnitId == move.To
                ? Decision<HassleEvent>.Happened()
                : new HassleMoved(move.PersonId, move.To, today),
            MergeHassle merge => Merge(hassle, merge, today),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The hassle after an event.</summary>
    /// <param name="before">Before.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static Hassle Evolve(Hassle before, AnsweringEvent happened)
    {
        ArgumentNullException.ThrowIfNull(before);
        return happened switch
        {
            HassleLifted lifted => Lifted(before, lifted.To, lifted.Day) with
            {
                Thread = before.Thread.Add(lifted.Message),
            },
            HassleMoved moved => before with
            {
                MovedToId = moved.To == before.UnitId ? null : moved.To,
                MovedOn = moved.Day,
                // Whoever gets it answers for themselves; what the others answered stands in the thread.
                AnswererId = null,
                LiftedOn = null,
                State = HassleState.Waiting,
            },
            HassleMerged { Answer: null } merged => before with { MergedIntoId = merged.Into },
            HassleMerged { Answer: { } answer } merged => (
                merged.AnswererId is { } leader
                    ? Lifted(before, leader, merged.Day)
                    : before with
                    {
                        State = answer.Answer ?? before.State,
                    }
            ) with
            {
                MergedIntoId = merged.Into,
                Thread = before.Thread.Add(answer),
            },
            HassleSplit => before with { MergedIntoId = null },
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };
    }

    private static Hassle Lifted(Hassle before, Guid to, DateOnly day) =>
        before with
        {
            State = HassleState.Lifted,
            AnswererId = to,
            LiftedOn = day,
        };

    private static Decision<HassleEvent> Lift(Hassle hassle, LiftHassle lift, DateOnly today)
    {
        if (FreeText.Accept(lift.Text, HassleMessage.LongestText, "text", out var text) is { } fault)
        {
            return fault;
        }
        var message = Message(lift.PersonId, HassleState.Lifted, text, today);
        return HassleRules.Add(hassle, message, lift.After, added => new HassleLifted(added, lift.To, today));
    }

    private static Decision<HassleEvent> Merge(Hassle hassle, MergeHassle merge, DateOnly today)
    {
        if (merge.IntoId == hassle.Id)
        {
            return new Refusal("MergeWithItself", "into");
        }
        if (merge.Into is not { } into)
        {
            return new Refusal("MergeTargetUnknown", "into");
        }
        if (into.State == HassleState.Withdrawn)
        {
            return new Refusal("MergeTargetWithdrawn", "into");
        }
        // Only what stands by itself is merged into, so that pointers never meet in a circle.
        if (into.MergedIntoId is not null)
        {
            return new Refusal("MergeTargetMerged", "into");
        }
        // A question was to the other's writer; an answer is one to both.
        var given = into.State is HassleState.WillDo or HassleState.WillNot or HassleState.Lifted
            ? into.Thread.FindLast(message => message.Answer == into.State)
            : null;
        var answer =
            given is not null && hassle.IsUnanswered && hassle.Thread.Count < HassleRules.MostMessages
                ? Message(merge.PersonId, into.State, given.Text, today)
                : null;
        return new HassleMerged(
            merge.PersonId,
            into.Id,
            answer,
            into.State == HassleState.Lifted ? into.AnswererId : null,
            today
        );
    }

    private static HassleMessage Message(Guid personId, HassleState answer, string text, DateOnly today) =>
        new(IsFromWriter: false, text, answer, personId, HassleRules.WeekOf(today), today);
}
