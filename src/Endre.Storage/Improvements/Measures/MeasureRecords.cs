using Endre.Domain.Improvements.Measures;
using Endre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Improvements.Measures;

/// <summary>Decides on measures and stores what happened: state and history in one transaction.</summary>
public static class MeasureRecords
{
    /// <summary>Makes a measure; the same id again is the same one.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="make">What is wanted.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is stored, or was already; otherwise what <see cref="MeasureRules.Make"/> says, or <c>IdTaken</c>.</returns>
    public static async Task<Refusal?> MakeMeasureAsync(
        this EndreContext database,
        MakeMeasure make,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync<Refusal?>(async () =>
        {
            if (await database.FindMeasureAsync(make.Id, ct) is { } before)
            {
                return before.ImprovementId == make.ImprovementId ? null : new Refusal("IdTaken", "id");
            }
            var there = await database.Measures.CountAsync(
                row => row.ImprovementId == make.ImprovementId && row.IsInUse,
                ct
            );
            var decision = MeasureRules.Make(make, there);
            if (decision.Refusal is { } refusal)
            {
                return refusal;
            }
            var measure = MeasureRules.Evolve(null, decision.Events[0]);
            database.Add(MeasureRow.Of(measure));
            database.Add(EntryOf(measure.Id, 1, decision.Events[0], hand));
            await database.SaveChangesAsync(ct);
            return null;
        });
    }

    /// <summary>Does something with a measure. Whoever stores at the same instant is waited for, and it is decided again.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which one.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is done, or was done already; otherwise why not.</returns>
    public static async Task<Refusal?> DoWithMeasureAsync(
        this EndreContext database,
        Guid id,
        MeasureCommand command,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync<Refusal?>(async () =>
        {
            if (await database.Measures.SingleOrDefaultAsync(found => found.Id == id, ct) is not { } row)
            {
                return Refusal.Because("MeasureUnknown");
            }
            var before = row.ToMeasure();
            var numbers = command is FreezeBaseline ? await database.MeasurementsOfAsync(id, ct) : [];
            var decision = MeasureRules.Decide(before, numbers, command, hand.Today);
            if (decision.Refusal is { } refusal)
            {
                return refusal;
            }
            if (decision.Events is not [var happened])
            {
                return null;
            }
            row.Take(MeasureRules.Evolve(before, happened));
            var last = await database
                .MeasureEvents.Where(entry => entry.MeasureId == id)
                .MaxAsync(entry => entry.Number, ct);
            database.Add(EntryOf(id, last + 1, happened, hand));
            await database.SaveChangesAsync(ct);
            return null;
        });
    }

    /// <summary>A measure, or null when there is none with this id.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which one.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<Measure?> FindMeasureAsync(this EndreContext database, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        var row = await database.Measures.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        return row?.ToMeasure();
    }

    /// <summary>The measure that a secret opens, or null when it opens none.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="link">The secret.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<Measure?> FindMeasureByLinkAsync(
        this EndreContext database,
        string? link,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        if (string.IsNullOrEmpty(link) || link.Length > MeasureRow.MaxLinkLength)
        {
            return null;
        }
        var row = await database.Measures.AsNoTracking().SingleOrDefaultAsync(row => row.Link == link, ct);
        return row?.ToMeasure();
    }

    /// <summary>All measures of an improvement, in the order they were made.</summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="improvementId">Which improvement.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<IReadOnlyList<Measure>> MeasuresOfAsync(
        this EndreContext database,
        Guid improvementId,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var rows = await database
            .Measures.AsNoTracking()
            .Where(row => row.ImprovementId == improvementId)
            .OrderBy(row => row.Id)
            .ToListAsync(ct);
        return rows.ConvertAll(row => row.ToMeasure());
    }

    /// <summary>All measurements of a measure, in the order of time.</summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="measureId">Which measure.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<IReadOnlyList<Measurement>> MeasurementsOfAsync(
        this EndreContext database,
        Guid measureId,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var rows = await database.Measurements.AsNoTracking().Where(row => row.MeasureId == measureId).ToListAsync(ct);
        // The databases do not agree on where a time that is missing stands.
        return [.. Measurement.InOrder(rows.Select(row => row.ToMeasurement()))];
    }

    private static MeasureEventRow EntryOf(Guid id, int number, MeasureEvent happened, Hand hand) =>
        new()
        {
            MeasureId = id,
            Number = number,
            What = StoredWord.OfEvent(happened.GetType()),
            PersonId = hand.PersonId,
            At = hand.At,
        };
}
