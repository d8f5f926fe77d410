using Endre.Domain.Meetings.Series;
using Endre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Meetings.Series;

/// <summary>
/// Decides on series and stores what happened: the series, its history, its meetings to come and who is asked to them, all
/// in one transaction.
/// </summary>
public static class SeriesRecords
{
    /// <summary>Begins a series and plans its first meetings; the same id again is the same one.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="begin">What is wanted.</param>
    /// <param name="clock">The day, the zone, and how a rule is counted out.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Why not, or null; and what came of it.</returns>
    public static async Task<SeriesAnswer> BeginSeriesAsync(
        this EndreContext database,
        BeginSeries begin,
        SeriesClock clock,
        MeetingRecords.Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(begin);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync(async () =>
        {
            if (
                await database.MeetingSeries.AsNoTracking().SingleOrDefaultAsync(row => row.Id == begin.Id, ct) is
                { } old
            )
            {
                return old.UnitId == begin.UnitId
                    ? SeriesAnswer.Nothing
                    : new SeriesAnswer(new Refusal("IdTaken", "id"));
            }
            var (refusal, series) = Begin(database, begin, former: null, clock, hand);
            return series is null
                ? new SeriesAnswer(refusal)
                : await database.StoreAsync(SeriesAct.Begun, series, formerGuests: [], clock, hand, ct);
        });
    }

    /// <summary>Does something with a series, and with its meetings to come.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which one.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="clock">The day, the zone, and how a rule is counted out.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Why not (also <c>SeriesUnknown</c>), or null; and what came of it.</returns>
    public static async Task<SeriesAnswer> DoWithSeriesAsync(
        this EndreContext database,
        Guid id,
        SeriesCommand command,
        SeriesClock clock,
        MeetingRecords.Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync(async () =>
        {
            var (refusal, before, after) = await database.TrackAsync(id, command, clock, hand, ct);
            if (before is null || after is null || after == before)
            {
                return new SeriesAnswer(refusal);
            }
            var gone = before.Guests.Where(guest => after.Guests.All(still => still.Id != guest.Id)).ToList();
            var act = after.Sequence == before.Sequence ? SeriesAct.Kept : ActOf(command);
            return await database.StoreAsync(act, after, gone, clock, hand, ct, before);
        });
    }

    /// <summary>
    /// Lets a series go on by another rule, at another time or length, from a day on: it ends the day before, and another
    /// begins with its guests. Meetings that were touched stay with the first.
    /// </summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which one goes on.</param>
    /// <param name="begin">What it goes on as; its first day is the day from which.</param>
    /// <param name="clock">The day, the zone, and how a rule is counted out.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Why not, or null; what came of the first and of the new one.</returns>
    public static async Task<(SeriesAnswer Old, SeriesAnswer New)> ContinueSeriesAsync(
        this EndreContext database,
        Guid id,
        BeginSeries begin,
        SeriesClock clock,
        MeetingRecords.Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(begin);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync(async () =>
        {
            if (await database.MeetingSeries.AnyAsync(row => row.Id == begin.Id, ct))
            {
                return (SeriesAnswer.Nothing, SeriesAnswer.Nothing);
            }
            if (await database.FindSeriesAsync(id, ct) is not { } former || former.UnitId != begin.UnitId)
            {
                return (new SeriesAnswer(Refusal.Because("SeriesUnknown")), SeriesAnswer.Nothing);
            }
            var (refusal, series) = Begin(database, begin, former, clock, hand);
            if (series is null)
            {
                return (new SeriesAnswer(refusal), SeriesAnswer.Nothing);
            }
            var end = new EndSeries(begin.Form.FirstOn);
            var (cannot, before, after) = await database.TrackAsync(id, end, clock, hand, ct);
            if (after is null)
            {
                database.ChangeTracker.Clear();
                return (new SeriesAnswer(cannot), SeriesAnswer.Nothing);
            }
            var old = await database.KeepAsync(after, formerGuests: [], clock, hand, ct, before);
            var begun = await database.KeepAsync(series, formerGuests: [], clock, hand, ct);
            var answers = (
                Old: new SeriesAnswer(Refusal: null, SeriesAct.Ended, old),
                New: new SeriesAnswer(Refusal: null, SeriesAct.Continued, begun)
            );
            await clock.Also(database, answers.Old, ct);
            await clock.Also(database, answers.New, ct);
            await database.SaveChangesAsync(ct);
            return answers;
        });
    }

    /// <summary>Plans what a series has not planned yet, and asks those who have come to the unit since.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which one.</param>
    /// <param name="clock">The day, the zone, and how a rule is counted out.</param>
    /// <param name="now">The instant.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>What came of it; nothing, mostly.</returns>
    public static async Task<SeriesAnswer> KeepSeriesAsync(
        this EndreContext database,
        Guid id,
        SeriesClock clock,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(clock);
        return await database.UntilStoredAsync(async () =>
        {
            if (await database.FindSeriesAsync(id, ct) is not { } series)
            {
                return SeriesAnswer.Nothing;
            }
            var hand = new MeetingRecords.Hand(PersonId: null, now);
            if (!series.HasEnded(clock.Today) && await database.IsClosedForGoodAsync(series.UnitId, ct))
            {
                // Nobody meets there any more, and there is nobody who could end it.
                var end = new EndSeries(clock.Today);
                var (_, before, after) = await database.TrackAsync(id, end, clock, hand, ct);
                return await database.StoreAsync(SeriesAct.Ended, after!, formerGuests: [], clock, hand, ct, before);
            }
            return await database.StoreAsync(SeriesAct.Kept, series, formerGuests: [], clock, hand, ct);
        });
    }

    /// <summary>A series, or null when there is none with this id.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which one.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<MeetingSeries?> FindSeriesAsync(this EndreContext database, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        return await database.MeetingSeries.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row
            ? row.ToSeries(await database.SeriesGuests.AsNoTracking().Where(g => g.SeriesId == id).ToListAsync(ct))
            : null;
    }

    private static (Refusal? Refusal, MeetingSeries? Series) Begin(
        EndreContext database,
        BeginSeries begin,
        MeetingSeries? former,
        SeriesClock clock,
        MeetingRecords.Hand hand
    )
    {
        // A rule that cannot be used is not counted out.
        var days =
            MeetingRule.Read(begin.Form.Rule, out var rule) is null && begin.Form.FirstOn is { } first
                ? clock.Days(rule, first)
                : [];
        var decision = SeriesRules.Begin(begin, days, clock.Today);
        if (decision.Refusal is { } refusal)
        {
            return (refusal, null);
        }
        var series = ((SeriesBegun)decision.Events[0]).Series with
        {
            FormerId = former?.Id,
            Guests = [.. (former?.Guests ?? []).Select(guest => guest with { Id = Guid.CreateVersion7() })],
        };
        database.Add(MeetingSeriesRow.Of(series));
        database.AddRange(series.Guests.Select(guest => SeriesGuestRow.Of(series.Id, guest)));
        database.Add(SeriesEventRow.Of(series.Id, 1, decision.Events[0], hand));
        return (null, series);
    }

    private static async Task<(Refusal? Refusal, MeetingSeries? Before, MeetingSeries? After)> TrackAsync(
        this EndreContext database,
        Guid id,
        SeriesCommand command,
        SeriesClock clock,
        MeetingRecords.Hand hand,
        CancellationToken ct
    )
    {
        if (await database.MeetingSeries.SingleOrDefaultAsync(found => found.Id == id, ct) is not { } row)
        {
            return (Refusal.Because("SeriesUnknown"), null, null);
        }
        var guests = await database.SeriesGuests.Where(guest => guest.SeriesId == id).ToListAsync(ct);
        var before = row.ToSeries(guests);
        var decision = SeriesRules.Decide(before, command, clock.Today);
        if (decision.Refusal is { } refusal)
        {
            return (refusal, before, null);
        }
        var number = await database.SeriesEvents.Where(entry => entry.SeriesId == id).MaxAsync(e => e.Number, ct);
        var after = before;
        foreach (var happened in decision.Events)
        {
            after = SeriesRules.Evolve(after, happened);
            database.Add(SeriesEventRow.Of(id, ++number, happened, hand));
        }
        if (decision.Events.Count > 0)
        {
            row.Take(after);
            database.RemoveRange(guests.Where(guest => after.Guests.All(still => still.Id != guest.Id)));
            database.AddRange(
                after
                    .Guests.Where(guest => guests.All(there => there.Id != guest.Id))
                    .Select(guest => SeriesGuestRow.Of(id, guest))
            );
        }
        return (null, before, after);
    }

    private static async Task<SeriesAnswer> StoreAsync(
        this EndreContext database,
        SeriesAct act,
        MeetingSeries series,
        IReadOnlyList<SeriesGuest> formerGuests,
        SeriesClock clock,
        MeetingRecords.Hand hand,
        CancellationToken ct,
        MeetingSeries? before = null
    )
    {
        var kept = await database.KeepAsync(series, formerGuests, clock, hand, ct, before);
        var answer = new SeriesAnswer(Refusal: null, act, kept);
        await clock.Also(database, answer, ct);
        await database.SaveChangesAsync(ct);
        return answer;
    }

    private static SeriesAct ActOf(SeriesCommand command) =>
        command switch
        {
            ChangeSeries => SeriesAct.Changed,
            EndSeries => SeriesAct.Ended,
            _ => SeriesAct.Kept,
        };
}
