namespace Endre.Web.Features.Meetings;

/// <summary>The addresses of one meeting; no other file spells them.</summary>
internal static class MeetingLinks
{
    public const string List = "/moter";
    public const string New = $"{List}/nytt";
    public const string OneRoute = $"{List}/{{id:guid}}";
    public const string ActRoute = $"{OneRoute}/{{act}}";
    public const string ScreenRoute = $"{OneRoute}/skjerm";
    public const string StreamRoute = $"{OneRoute}/strom";

    public static string One(Guid id) => $"{List}/{id}";

    public static string Act(Guid id, string act) => $"{One(id)}/{act}";

    /// <summary>With a matter of the agenda open, to be changed.</summary>
    public static string Change(Guid id, Guid matterId) => $"{One(id)}?sak={matterId}#endre";

    public static string Screen(Guid id) => $"{One(id)}/skjerm";

    public static string Stream(Guid id) => $"{One(id)}/strom";

    public static string Minutes(Guid id) => $"{One(id)}/referat";
}
