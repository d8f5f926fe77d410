using System.Buffers.Binary;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Meetings.Series;
using Endre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Meetings.Series;

/// <summary>Brings the meetings to come of a series to what the series, the calendar and the unit say.</summary>
internal static class SeriesKeeping
{
    private const string Canceled = "canceled";
    private const string Planned = "planned";

    /// <summary>Leaves what changed with the context, not yet stored.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="series">The series as it is now.</param>
    /// <param name="formerGuests">Guests who are asked no more.</param>
    /// <param name="clock">The day, the zone, and how a rule is counted out.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it.</param>
    /// <param name="before">The series as it was, when it was changed.</param>
    public static async Task<KeptSeries> KeepAsync(
        this EndreContext database,
        MeetingSeries series,
        IReadOnlyList<SeriesGuest> formerGuests,
        SeriesClock clock,
        MeetingRecords.Hand hand,
        CancellationToken ct,
        MeetingSeries? before = null
    )
    {
        var there = await database.ReadComingAsync(series.Id, hand.At, ct);
        var dropped = Drop(database, series, there, clock);
        var already = there
            .SelectMany(one => one.Meeting.People)
            .Where(place => place.Presence is Presence.Unknown or Presence.Excused)
            .ToList();
        var slots = await database.SlotsAsync(series.Id, ct);
        var planned = Plan(database, series, slots, clock, hand);
        var asked = await database.ReadAskedAsync(
            series,
            [.. there.Concat(planned).Select(one => one.Meeting)],
            clock,
            hand.At,
            ct
        );
        var former = formerGuests.Select(guest => PlaceOf(guest)).ToList();
        var meetings = new List<Meeting>();
        foreach (var one in there.Concat(planned))
        {
            if (before is not null)
            {
                Do(database, one, Follow(one.Meeting, before, series), hand);
            }
            var people = asked.To(one.Meeting);
            var wanted = people
                .Select(pair => new Attendance(Guid.CreateVersion7(), pair.Key, "", pair.Value, Presence.Unknown))
                .Concat(
                    series
                        .Guests.Where(guest => guest.PersonId is not { } person || !people.ContainsKey(person))
                        .Select(PlaceOf)
                )
                .ToList();
            Do(database, one, new AskPeople(wanted, former), hand);
            meetings.Add(one.Meeting);
        }
        var now = meetings.SelectMany(meeting => meeting.People).ToList();
        return new KeptSeries(
            series,
            [.. meetings.OrderBy(meeting => meeting.StartsAt)],
            planned.Count,
            dropped,
            Missing(now, already),
            Missing(already, now)
        );
    }

    /// <summary>The id of a meeting that a series plans: the same on every node.</summary>
    internal static Guid IdOf(Guid seriesId, DateTimeOffset slot)
    {
        Span<byte> at = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(at, slot.ToUnixTimeSeconds());
        return DerivedId.Of(seriesId, at);
    }

    private static List<Meeting> Drop(
        EndreContext database,
        MeetingSeries series,
        List<Tracked> there,
        SeriesClock clock
    )
    {
        if (series.EndsBefore is not { } end)
        {
            return [];
        }
        var from = WallClock.ToInstant(end, TimeOnly.MinValue, clock.Zone);
        var gone = there.FindAll(one => one.Meeting.SlotAt >= from && SeriesRules.IsUntouched(one.Meeting, series));
        // Matters, decisions, places and history go with the row.
        database.RemoveRange(gone.Select(one => one.Row));
        there.RemoveAll(gone.Contains);
        return gone.ConvertAll(one => one.Meeting);
    }

    private static List<Tracked> Plan(
        EndreContext database,
        MeetingSeries series,
        HashSet<DateTimeOffset> slots,
        SeriesClock clock,
        MeetingRecords.Hand hand
    )
    {
        var planned = new List<Tracked>();
        // «Every other week» and «ten times» count from the first day.
        foreach (var day in SeriesRules.ToPlan(series, clock.Days(series.Rule, series.FirstOn), clock.Today))
        {
            var slot = WallClock.ToInstant(day, series.Time, clock.Zone);
            if (slots.Contains(slot) || slot < hand.At)
            {
                continue;
            }
            var plan = new PlanMeeting(
                IdOf(series.Id, slot),
                series.UnitId,
                new SeriesSlot(series.Id, slot),
                series.Title,
                slot,
                series.Minutes,
                series.Place,
                series.VideoLink
            )
            {
                ConcernsWork = series.ConcernsWork,
            };
            if (PlanningRules.Plan(plan, hand.At) is not { Refusal: null, Events: [MeetingPlanned happened] })
            {
                continue;
            }
            var row = MeetingRow.Of(happened.Meeting);
            database.Add(row);
            database.Add(MeetingEventRow.Of(row.Id, 1, happened, row.StartsAt, hand));
            planned.Add(new Tracked(row, new MeetingParts([], [], []), happened.Meeting, 1));
        }
        return planned;
    }

    // What was given a title or a place of its own keeps it.
    private static FollowSeries Follow(Meeting meeting, MeetingSeries before, MeetingSeries series) =>
        new(
            meeting.Title == before.Title ? series.Title : meeting.Title,
            meeting.Place == before.Place ? series.Place : meeting.Place,
            meeting.VideoLink == before.VideoLink ? series.VideoLink : meeting.VideoLink,
            meeting.ConcernsWork == before.ConcernsWork ? series.ConcernsWork : meeting.ConcernsWork
        );

    private static void Do(EndreContext database, Tracked one, MeetingCommand command, MeetingRecords.Hand hand)
    {
        var decision = MeetingRules.Decide(one.Meeting, command, hand.At);
        if (decision.Events.Count == 0)
        {
            return;
        }
        foreach (var happened in decision.Events)
        {
            one.Meeting = MeetingRules.Evolve(one.Meeting, happened);
            database.Add(MeetingEventRow.Of(one.Row.Id, ++one.Number, happened, startsAt: null, hand));
        }
        one.Row.Take(one.Meeting);
        database.TakeParts(one.Parts, one.Meeting);
        // A new place is a row from now on, also for the next command on the same meeting.
        one.Parts = new MeetingParts(
            one.Parts.Matters,
            one.Parts.Decisions,
            [
                .. database
                    .ChangeTracker.Entries<AttendanceRow>()
                    .Where(entry => entry.State != EntityState.Deleted && entry.Entity.MeetingId == one.Row.Id)
                    .Select(entry => entry.Entity),
            ]
        );
    }

    private static async Task<List<Tracked>> ReadComingAsync(
        this EndreContext database,
        Guid seriesId,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var rows = await database
            .Meetings.Where(row =>
                row.SeriesId == seriesId
                && (row.State == Planned || row.State == Canceled)
                && (row.StartsAt >= now || row.SlotAt >= now)
            )
            .OrderBy(row => row.StartsAt)
            .ToListAsync(ct);
        var ids = rows.ConvertAll(row => row.Id);
        var matters = await database.Matters.Where(row => ids.Contains(row.MeetingId)).ToListAsync(ct);
        var decisions = await database.MeetingDecisions.Where(row => ids.Contains(row.MeetingId)).ToListAsync(ct);
        var people = await database.Attendances.Where(row => ids.Contains(row.MeetingId)).ToListAsync(ct);
        var numbers = await database
            .MeetingEvents.Where(entry => ids.Contains(entry.MeetingId))
            .GroupBy(entry => entry.MeetingId)
            .Select(group => new { group.Key, Last = group.Max(entry => entry.Number) })
            .ToDictionaryAsync(last => last.Key, last => last.Last, ct);
        return rows.ConvertAll(row =>
        {
            var parts = new MeetingParts(
                matters.FindAll(matter => matter.MeetingId == row.Id),
                decisions.FindAll(decision => decision.MeetingId == row.Id),
                people.FindAll(place => place.MeetingId == row.Id)
            );
            return new Tracked(row, parts, row.ToMeeting(parts), numbers.GetValueOrDefault(row.Id));
        });
    }

    private static async Task<HashSet<DateTimeOffset>> SlotsAsync(
        this EndreContext database,
        Guid seriesId,
        CancellationToken ct
    ) =>
        [
            .. await database
                .Meetings.Where(row => row.SeriesId == seriesId && row.SlotAt != null)
                .Select(row => row.SlotAt!.Value)
                .ToListAsync(ct),
        ];

    private static Attendance PlaceOf(SeriesGuest guest) =>
        new(Guid.CreateVersion7(), guest.PersonId, guest.Name, AttendeeRole.Guest, Presence.Unknown)
        {
            Email = guest.Email,
        };

    // Those of the first that are not among the others, each once.
    private static List<Attendance> Missing(List<Attendance> these, List<Attendance> others)
    {
        var known = others.Select(Key).ToHashSet();
        return [.. these.Where(place => known.Add(Key(place)))];

        static (Guid?, string, string) Key(Attendance place) => (place.PersonId, place.Name, place.Email);
    }

    private sealed class Tracked(MeetingRow row, MeetingParts parts, Meeting meeting, int number)
    {
        public MeetingRow Row { get; } = row;

        public MeetingParts Parts { get; set; } = parts;

        public Meeting Meeting { get; set; } = meeting;

        public int Number { get; set; } = number;
    }
}
