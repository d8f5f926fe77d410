using Endre.Domain.Organizations;
using Endre.Web.Access;
using Endre.Web.Features.Meetings.ActInMeeting;

namespace Endre.Testing.Rights;

/// <summary>Whose meetings are: to plan, to hold, to follow, and to read the minutes of.</summary>
internal static class MeetingRows
{
    private static readonly string[] All = [.. UnitRole.All.Select(Player.OfUnit)];

    /// <summary>The roles that find the meeting or the series.</summary>
    /// <param name="act">What is done with it.</param>
    /// <param name="planners">Those who plan for the unit.</param>
    /// <param name="isForWhoeverSees">Whether whoever sees it may do it.</param>
    public static IReadOnlyList<string> OwnersOf(Act act, string[] planners, bool isForWhoeverSees)
    {
        // All of the unit see what is planned and answer for themselves; who leads it plans. An administrator does both.
        if (SeriesRows.IsOf(act))
            return SeriesRows.IsPlanning(act) ? planners : [Roles.Administrator, .. All];
        if (MinutesRows.IsOf(act))
            return act.IsRead && !MinutesRows.IsForLeaders(act)
                ? All
                : [Player.OfUnit(UnitRole.Leader), Player.OfUnit(UnitRole.Deputy)];
        // Everybody who follows a meeting may put something on its agenda.
        return act.IsRead || isForWhoeverSees || act.Value is MeetingActs.Add or MeetingActs.Here
            ? All
            : [Player.OfUnit(UnitRole.Leader), Player.OfUnit(UnitRole.Deputy), Player.OfUnit(UnitRole.ChangeAgent)];
    }
}
