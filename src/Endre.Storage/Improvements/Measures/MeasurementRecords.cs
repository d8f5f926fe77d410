using System.Globalization;
using System.Text;
using Endre.Domain.Improvements.Measures;
using Endre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Improvements.Measures;

/// <summary>Stores numbers and what becomes of them.</summary>
public static class MeasurementRecords
{
    /// <summary>Tells a number. The same id again is the same one, and whoever tells one at the same instant is waited for.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="measureId">Of which measure.</param>
    /// <param name="enter">What is told.</param>
    /// <param name="by">What the one who tells it is; null when nobody knows.</param>
    /// <param name="hand">When. Nobody is kept.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is stored, or was already; otherwise what <see cref="MeasurementRules.Enter"/> says.</returns>
    public static async Task<Refusal?> EnterMeasurementAsync(
        this EndreContext database,
        Guid measureId,
        EnterMeasurement enter,
        Corrector? by,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(enter);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync<Refusal?>(async () =>
        {
            if (await database.Measures.SingleOrDefaultAsync(row => row.Id == measureId, ct) is not { } measureRow)
            {
                return Refusal.Because("MeasureUnknown");
            }
            var measure = measureRow.ToMeasure();
            var there = await database.MeasurementsOfAsync(measureId, ct);
            if (MeasurementRules.Enter(measure, enter, there, hand.Today, out var entered) is { } refusal)
            {
                return refusal;
            }
            if (entered is null)
            {
                return null;
            }
            if (there.FirstOrDefault(other => other.Id == entered.Id) is { } missing)
            {
                await database.CorrectAsync(missing, entered.Amount, by ?? Corrector.Member, hand, ct);
            }
            else if (await database.Measurements.AnyAsync(row => row.Id == entered.Id, ct))
            {
                return new Refusal("IdTaken", "id");
            }
            else
            {
                database.Add(MeasurementRow.Of(entered));
            }
            measureRow.Touch();
            await database.SaveChangesAsync(ct);
            return null;
        });
    }

    /// <summary>Corrects a number; what it was stays in the history.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="measureId">Of which measure.</param>
    /// <param name="id">Which one.</param>
    /// <param name="typed">How many and of how many, as typed; both empty when it is missing.</param>
    /// <param name="by">What the one who corrects it is.</param>
    /// <param name="hand">When. Nobody is kept.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is done, or was so already; otherwise <c>MeasurementUnknown</c>, or what <see cref="MeasurementRules.Correct"/> says.</returns>
    public static async Task<Refusal?> CorrectMeasurementAsync(
        this EndreContext database,
        Guid measureId,
        Guid id,
        (string? Number, string? OutOf) typed,
        Corrector by,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync<Refusal?>(async () =>
        {
            if (
                await database.Measures.SingleOrDefaultAsync(row => row.Id == measureId, ct) is not { } measureRow
                || await database
                    .Measurements.AsNoTracking()
                    .SingleOrDefaultAsync(row => row.Id == id && row.MeasureId == measureId, ct)
                    is not { } row
            )
            {
                return Refusal.Because("MeasurementUnknown");
            }
            var before = row.ToMeasurement();
            if (
                MeasurementRules.Correct(
                    measureRow.ToMeasure(),
                    before,
                    typed.Number,
                    typed.OutOf,
                    out var corrected
                ) is
                { } refusal
            )
            {
                return refusal;
            }
            if (corrected is not null)
            {
                await database.CorrectAsync(before, corrected.After, by, hand, ct);
                measureRow.Touch();
                await database.SaveChangesAsync(ct);
            }
            return null;
        });
    }

    /// <summary>Stores a list that was shown and confirmed: all of it, or nothing.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="measureId">Of which measure.</param>
    /// <param name="source">The id of the form: sent twice, it stores once.</param>
    /// <param name="read">Reads the list against the measurements that are there now.</param>
    /// <param name="replaces">Whether what stands otherwise is replaced; else it is skipped.</param>
    /// <param name="by">What the one who does it is.</param>
    /// <param name="hand">When. Nobody is kept.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>What was stored.</returns>
    public static async Task<MeasurementList> StoreMeasurementsAsync(
        this EndreContext database,
        Guid measureId,
        Guid source,
        Func<IReadOnlyList<Measurement>, MeasurementList> read,
        bool replaces,
        Corrector by,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync(async () =>
        {
            var measureRow = await database.Measures.SingleAsync(row => row.Id == measureId, ct);
            var list = read(await database.MeasurementsOfAsync(measureId, ct));
            foreach (var (place, listed) in list.New.Index())
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"{listed.Row} {listed.On:O} {listed.At:O}");
                // What happened on one day without a time stays in the order of the list.
                var id = DerivedId.InOrder(source, Encoding.UTF8.GetBytes(key), place);
                database.Add(MeasurementRow.Of(new Measurement(id, measureId, listed.On, listed.At, listed.Amount)));
            }
            foreach (var other in replaces ? list.Others : [])
            {
                await database.CorrectAsync(other.Before, other.Listed.Amount, by, hand, ct);
            }
            measureRow.Touch();
            await database.SaveChangesAsync(ct);
            return list;
        });
    }

    private static async Task CorrectAsync(
        this EndreContext database,
        Measurement before,
        Amount? after,
        Corrector by,
        Hand hand,
        CancellationToken ct
    )
    {
        var row = await database.Measurements.SingleAsync(found => found.Id == before.Id, ct);
        row.Take(after);
        var last =
            await database
                .MeasurementChanges.Where(change => change.MeasurementId == before.Id)
                .MaxAsync(change => (int?)change.Number, ct)
            ?? 0;
        database.Add(
            new MeasurementChangeRow
            {
                MeasurementId = before.Id,
                Number = last + 1,
                Role = StoredWord.Of(by),
                At = hand.At,
                NumberBefore = before.Amount?.Number,
                OutOfBefore = before.Amount?.OutOf,
                NumberAfter = after?.Number,
                OutOfAfter = after?.OutOf,
            }
        );
    }
}
