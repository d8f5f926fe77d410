using Endre.Web.Features.MeetingSeries;
using Endre.Web.Features.MeetingSeries.ShowInvited;

namespace Endre.Testing.Rights;

/// <summary>Whose series and planned meetings are.</summary>
internal static class SeriesRows
{
    /// <summary>Whether an address is one of when, where and with whom a meeting is.</summary>
    public static bool IsOf(Act act) =>
        act.Pattern.StartsWith(MeetingSeriesLinks.Series, StringComparison.Ordinal)
        || act.Pattern
            is MeetingSeriesLinks.MoveRoute
                or MeetingSeriesLinks.CancelRoute
                or MeetingSeriesLinks.RestoreRoute
                or MeetingSeriesLinks.InvitedRoute
                or MeetingSeriesLinks.InvitedActRoute;

    /// <summary>Whether something is planned there: reading, and answering for oneself, is no planning.</summary>
    public static bool IsPlanning(Act act) =>
        act.Pattern is not (MeetingSeriesLinks.OneSeriesRoute or MeetingSeriesLinks.InvitedRoute)
        && !(act.Pattern == MeetingSeriesLinks.InvitedActRoute && act.Value == InvitedActs.Answer);
}
