using Endre.Web.Features.Meetings;

namespace Endre.Web.Features.MeetingSeries;

/// <summary>The addresses of series, of planning a meeting, and of calendars; no other file spells them.</summary>
internal static class MeetingSeriesLinks
{
    public const string List = MeetingLinks.List;
    public const string Series = $"{List}/serier";
    public const string NewSeries = $"{Series}/ny";
    public const string OneSeriesRoute = $"{Series}/{{id:guid}}";
    public const string GoOnRoute = $"{OneSeriesRoute}/ny-rytme";
    public const string SeriesActRoute = $"{OneSeriesRoute}/{{act}}";

    public const string MoveRoute = $"{MeetingLinks.OneRoute}/flytt";
    public const string CancelRoute = $"{MeetingLinks.OneRoute}/avlys";
    public const string RestoreRoute = $"{MeetingLinks.OneRoute}/gjenopprett";
    public const string InvitedRoute = $"{MeetingLinks.OneRoute}/inviterte";
    public const string InvitedActRoute = $"{InvitedRoute}/{{act}}";

    public const string Calendar = "/kalender";
    public const string MakeCalendar = $"{Calendar}/lag";
    public const string WithdrawCalendar = $"{Calendar}/fjern";
    public const string CalendarApi = "/calendars/{token}.ics";

    public static string In(Guid unitId) => $"{List}?enhet={unitId}";

    public static string NewFor(Guid unitId) => $"{NewSeries}?enhet={unitId}";

    public static string OneSeries(Guid id) => $"{Series}/{id}";

    public static string GoOn(Guid id) => $"{OneSeries(id)}/ny-rytme";

    public static string SeriesAct(Guid id, string act) => $"{OneSeries(id)}/{act}";

    public static string Move(Guid id) => $"{MeetingLinks.One(id)}/flytt";

    public static string Cancel(Guid id) => $"{MeetingLinks.One(id)}/avlys";

    public static string Restore(Guid id) => $"{MeetingLinks.One(id)}/gjenopprett";

    public static string Invited(Guid id) => $"{MeetingLinks.One(id)}/inviterte";

    public static string InvitedAct(Guid id, string act) => $"{Invited(id)}/{act}";

    public static string CalendarFile(string token) => $"/api/v1/calendars/{token}.ics";
}
