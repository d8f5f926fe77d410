using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Holding;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Meetings.Series;
using Endre.Domain.Organizations;
using Endre.Storage.Organizations;

namespace Endre.Storage.Meetings.Series;

/// <summary>Reads who is to be asked to meetings, as units and places are today.</summary>
public static class SeriesAsking
{
    /// <summary>The representatives of a unit, and all who work there or under it or lead it.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="unitId">The unit; one that was closed is the one it went on in.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<(
        IReadOnlyDictionary<Guid, AttendeeRole> Representatives,
        IReadOnlySet<Guid> Colleagues
    )> ReadRepresentativesAsync(this EndreContext database, Guid unitId, DateOnly today, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        var (tree, unit, places) = await database.ReadPlacesAroundAsync(unitId, today, ct);
        return (
            AskedPeople.Representatives(tree, places, unit),
            AskedPeople.Of(tree, places, unit, includesUnder: true, concernsWork: false).Keys.ToHashSet()
        );
    }

    /// <summary>A unit, and the closed ones that went on in it.</summary>
    internal static IReadOnlySet<Guid> OwnOf(this UnitTree tree, Guid unit) =>
        tree.All.Where(one => (tree.Current(one.Id)?.Id ?? one.Id) == unit).Select(one => one.Id).ToHashSet();

    /// <summary>Whether a unit was closed and went on in no other.</summary>
    internal static async Task<bool> IsClosedForGoodAsync(
        this EndreContext database,
        Guid unitId,
        CancellationToken ct
    ) => (await database.ReadUnitTreeAsync(ct)).Current(unitId) is { IsOpen: false };

    /// <summary>Who is to be asked to the meetings of a series.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="series">The series.</param>
    /// <param name="meetings">Those to come.</param>
    /// <param name="clock">The day it is for people here.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <param name="ct">Stops the reading.</param>
    internal static async Task<ToAsk> ReadAskedAsync(
        this EndreContext database,
        MeetingSeries series,
        IReadOnlyList<Meeting> meetings,
        SeriesClock clock,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var (tree, unit, places) = await database.ReadPlacesAroundAsync(series.UnitId, clock.Today, ct);
        var own = tree.OwnOf(unit);
        var next = await database.NextOfAsync(own, meetings, now, ct);
        return new ToAsk(
            AskedPeople.Of(tree, places, unit, series.IncludesUnder, concernsWork: false),
            AskedPeople.Of(tree, places, unit, series.IncludesUnder, concernsWork: true),
            AskedPeople.Representatives(tree, places, unit),
            next is null ? null : (next.Id, await database.ReadCarriedNeedsAsync(next, own, now, ct))
        );
    }

    // Only the first of the unit's next meetings takes up what was left.
    private static async Task<Meeting?> NextOfAsync(
        this EndreContext database,
        IReadOnlySet<Guid> own,
        IReadOnlyList<Meeting> meetings,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var first = meetings
            .Where(meeting => meeting.State == MeetingState.Planned && meeting.StartsAt >= now)
            .MinBy(meeting => meeting.StartsAt);
        return first is not null && await database.IsNextAsync(own, first, now, ct) ? first : null;
    }

    /// <summary>Who is to be asked, by person.</summary>
    /// <param name="Regular">To any meeting.</param>
    /// <param name="Concerned">To one that concerns work.</param>
    /// <param name="Representatives">The union and the safety representatives.</param>
    /// <param name="Carried">What the unit's next meeting is left to take up, and whom that needs.</param>
    internal sealed record ToAsk(
        IReadOnlyDictionary<Guid, AttendeeRole> Regular,
        IReadOnlyDictionary<Guid, AttendeeRole> Concerned,
        IReadOnlyDictionary<Guid, AttendeeRole> Representatives,
        (Guid Meeting, IReadOnlySet<AttendeeRole> Needs)? Carried
    )
    {
        /// <summary>Those of one meeting.</summary>
        public IReadOnlyDictionary<Guid, AttendeeRole> To(Meeting meeting)
        {
            if (meeting.ConcernsWork)
            {
                return Concerned;
            }
            var needed = RepresentativeRules.NeededBy(meeting.Matters).ToHashSet();
            if (Carried is { } carried && carried.Meeting == meeting.Id)
            {
                needed.UnionWith(carried.Needs);
            }
            var asked = Regular.ToDictionary();
            foreach (var (person, role) in RepresentativeRules.Among(Representatives, needed))
            {
                if (asked.GetValueOrDefault(person) == AttendeeRole.Member)
                {
                    asked[person] = role;
                }
            }
            return asked;
        }
    }
}
