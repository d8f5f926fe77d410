using System.Collections.Immutable;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Agendas;
using Endre.Domain.Meetings.Holding;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Shared;
using Endre.Storage.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Meetings.Series;

/// <summary>
/// Whom the matters need that a meeting is left to take up. What is carried over is stored nowhere before the next meeting
/// begins, and whom it needs must hear of that before.
/// </summary>
public static class CarriedNeeds
{
    private static readonly string Planned = StoredWord.Of(MeetingState.Planned);

    /// <summary>Asks the representatives whom a meeting needs for what it takes up, of its own and from before.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">Which meeting.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="also">Stores what tells of it, by the meeting before and after; not called when nobody is asked.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when they are asked, or nobody is needed; otherwise why not, or <c>MeetingUnknown</c>.</returns>
    public static Task<Refusal?> AskWhomItNeedsAsync(
        this EndreContext database,
        Guid id,
        DateOnly today,
        MeetingRecords.Hand hand,
        Func<Meeting, Meeting, CancellationToken, Task> also,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        return database.DoWithPlannedAsync(id, AskAsync, hand, also, ct);

        async Task<MeetingCommand> AskAsync(Meeting meeting)
        {
            var (tree, unit, places) = await database.ReadPlacesAroundAsync(meeting.UnitId, today, ct);
            var own = tree.OwnOf(unit);
            var needed = RepresentativeRules.NeededBy(meeting.Matters).ToHashSet();
            if (await database.IsNextAsync(own, meeting, hand.At, ct))
            {
                needed.UnionWith(await database.ReadCarriedNeedsAsync(meeting, own, hand.At, ct));
            }
            var those = RepresentativeRules.Among(AskedPeople.Representatives(tree, places, unit), needed);
            return new AskPeople(With(meeting, those.ToDictionary()), Former: []);
        }
    }

    /// <summary>Whether a meeting is the first of the unit's next ones: only that takes up what was left.</summary>
    internal static async Task<bool> IsNextAsync(
        this EndreContext database,
        IReadOnlySet<Guid> own,
        Meeting meeting,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        meeting.State == MeetingState.Planned
        && meeting.StartsAt.AddMinutes(meeting.Minutes) >= now
        && !await database.Meetings.AnyAsync(
            row =>
                own.Contains(row.UnitId)
                && row.State == Planned
                && row.StartsAt >= now
                && row.StartsAt < meeting.StartsAt,
            ct
        );

    /// <summary>As what those are to be asked whom the matters need that other meetings left.</summary>
    internal static async Task<IReadOnlySet<AttendeeRole>> ReadCarriedNeedsAsync(
        this EndreContext database,
        Meeting next,
        IReadOnlySet<Guid> own,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (
            !await database.Matters.AnyAsync(
                matter =>
                    (matter.AsksUnion || matter.AsksSafety)
                    && matter.MeetingId != next.Id
                    && database.Meetings.Any(held => held.Id == matter.MeetingId && own.Contains(held.UnitId)),
                ct
            )
        )
        {
            return new HashSet<AttendeeRole>();
        }
        var earlier = await database.ReadEarlierMattersAsync(next, [.. own], now, ct);
        var made = earlier.SelectMany(other => other.Matter.ActionItems).Distinct().ToList();
        var stored = next.Matters.Select(matter => matter.Id).ToHashSet();
        return RepresentativeRules.NeededBy(
            Agenda
                .Carried(next, earlier, await database.ReadOpenAsync(made, ct))
                // What was arranged by hand says itself whom it needs.
                .Where(matter => !stored.Contains(matter.Id))
        );
    }

    // Whoever is asked as one of the unit stays asked, as what the matter needs.
    private static ImmutableArray<Attendance> With(Meeting meeting, Dictionary<Guid, AttendeeRole> needed) =>
        [
            .. meeting.People.Select(place =>
                place is { PersonId: { } person, Role: AttendeeRole.Member } && needed.TryGetValue(person, out var role)
                    ? place with
                    {
                        Role = role,
                    }
                    : place
            ),
            .. needed
                .Where(one => meeting.People.All(place => place.PersonId != one.Key))
                .Select(one => new Attendance(
                    DerivedId.Of(meeting.Id, one.Key.ToByteArray()),
                    one.Key,
                    "",
                    one.Value,
                    Presence.Unknown
                )),
        ];
}
