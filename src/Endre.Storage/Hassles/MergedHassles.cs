using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Hassles;

/// <summary>What is merged is answered as one: what happens to the one that the others were merged into happens to them too.</summary>
internal static class MergedHassles
{
    /// <summary>
    /// Does the same with those that were merged into one, in the same transaction: an answer, a lifting and a moving. When
    /// the one is withdrawn, they stand by themselves again. A merging marks the other one as changed, so that two who merge
    /// at once never make a circle.
    /// </summary>
    public static async Task FollowAsync(
        this EndreContext database,
        Guid id,
        HassleCommand command,
        HassleEvent happened,
        DateOnly today,
        CancellationToken ct
    )
    {
        if (happened is HassleMerged merged)
        {
            (await database.Hassles.SingleAsync(row => row.Id == merged.Into, ct)).Version++;
            return;
        }
        if (
            happened
            is not (HassleAnswered { Message.Answer: not null } or HassleLifted or HassleMoved or HassleWithdrawn)
        )
        {
            return;
        }
        var withdrawn = HassleWords.Of(HassleState.Withdrawn);
        var merging = await database
            .Hassles.Where(row => row.MergedIntoId == id && row.State != withdrawn)
            .ToListAsync(ct);
        foreach (var row in merging)
        {
            var thread = await database.ThreadOf(row.Id).ToListAsync(ct);
            var before = row.ToHassle(thread);
            if (Follow(before, command, happened, today) is not { } follows)
            {
                continue;
            }
            await database.TakeAsync(row, thread, before, follows, ct);
            // What was merged into this one before it was merged itself.
            if (happened is not HassleWithdrawn)
            {
                await database.FollowAsync(row.Id, command, happened, today, ct);
            }
        }
    }

    private static HassleEvent? Follow(Hassle merged, HassleCommand command, HassleEvent happened, DateOnly today)
    {
        var after = merged.Thread.Count;
        HassleCommand? same = (command, happened) switch
        {
            (_, HassleWithdrawn gone) => new SplitHassle(PersonId: null, gone.Week, gone.Day),
            (AnswerHassle answer, _) => answer with { After = after },
            (LiftHassle lift, _) => lift with { After = after },
            (MoveHassle, _) => command,
            _ => null,
        };
        if (same is null)
        {
            return null;
        }
        // The rules keep what is a part of another from being moved by itself; here it moves with the other.
        var decision = HassleRules.Decide(
            happened is HassleWithdrawn ? merged : merged with { MergedIntoId = null },
            same,
            today
        );
        return decision is { IsRefused: false, Events: [var follows] } ? follows : null;
    }
}
