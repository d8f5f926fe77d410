using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Improvements;

/// <summary>The history of an improvement holds what is done with its parts too, in one row of numbers.</summary>
internal static class ImprovementEntries
{
    /// <summary>Adds an entry without storing it; what it tells of is stored with it.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="improvementId">Which improvement.</param>
    /// <param name="happened">The type of what happened, which gives its word.</param>
    /// <param name="hand">Who did it.</param>
    /// <param name="ct">Stops it.</param>
    /// <param name="within">How soon after the same by the same person it is no entry of its own; null when it always is.</param>
    public static async Task AddImprovementEntryAsync(
        this EndreContext database,
        Guid improvementId,
        Type happened,
        Hand hand,
        CancellationToken ct,
        TimeSpan? within = null
    )
    {
        var last = await database
            .ImprovementEvents.AsNoTracking()
            .Where(entry => entry.ImprovementId == improvementId)
            .OrderByDescending(entry => entry.Number)
            .Select(entry => new
            {
                entry.Number,
                entry.Cycle,
                entry.OwnerId,
                entry.What,
                entry.PersonId,
                entry.At,
            })
            .FirstAsync(ct);
        var what = StoredWord.OfEvent(happened);
        if (within is { } time && (last.What, last.PersonId) == (what, hand.PersonId) && hand.At - last.At <= time)
        {
            return;
        }
        database.Add(
            new ImprovementEventRow
            {
                ImprovementId = improvementId,
                Number = last.Number + 1,
                What = what,
                Cycle = last.Cycle,
                OwnerId = last.OwnerId,
                PersonId = hand.PersonId,
                At = hand.At,
            }
        );
    }
}
