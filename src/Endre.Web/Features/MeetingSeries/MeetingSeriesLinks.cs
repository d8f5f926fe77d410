namespace Endre.Web.Features.MeetingSeries;

/// <summary>The addresses of series, of planning a meeting, and of calendars; no other file spells them.</summary>
internal static class MeetingSeriesLinks
{
    public const string List = "/moter";
    public const string Series = $"{List}/serier";
    public const string NewSeries = $"{Series}/ny";
    public const string OneSeriesRoute = $"{Series}/{{id:guid}}";
    public const string GoOnRoute = $"{OneSeriesRoute}/ny-rytme";
    public const string SeriesActRoute = $"{OneSeriesRoute}/{{act}}";

    public const string MoveRoute = $"{List}/{{id:guid}}/flytt";
    public const string CancelRoute = $"{List}/{{id:guid}}/avlys";
    public const string RestoreRoute = $"{List}/{{id:guid}}/gjenopprett";
    public const string InvitedRoute = $"{List}/{{id:guid}}/inviterte";
    public const string InvitedActRoute = $"{InvitedRoute}/{{act}}";

    public const string Calendar = "/kalender";
    public const string MakeCalendar = $"{Calendar}/lag";
    public const string WithdrawCalendar = $"{Calendar}/fjern";
    public const string CalendarApi = "/calendars/{token}.ics";

    /// <summary>The page of a meeting, which another area shows.</summary>
    public static string Meeting(Guid id) => $"{List}/{id}";

    public static string In(Guid unitId) => $"{List}?enhet={unitId}";

    public static string NewFor(Guid unitId) => $"{NewSeries}?enhet={unitId}";

    public static string OneSeries(Guid id) => $"{Series}/{id}";

    public static string GoOn(Guid id) => $"{OneSeries(id)}/ny-rytme";

    public static string SeriesAct(Guid id, string act) => $"{OneSeries(id)}/{act}";

    public static string Move(Guid id) => $"{Meeting(id)}/flytt";

    public static string Cancel(Guid id) => $"{Meeting(id)}/avlys";

    public static string Restore(Guid id) => $"{Meeting(id)}/gjenopprett";

    public static string Invited(Guid id) => $"{Meeting(id)}/inviterte";

    public static string InvitedAct(Guid id, string act) => $"{Invited(id)}/{act}";

    public static string CalendarFile(string token) => $"/api/v1/calendars/{token}.ics";
}
