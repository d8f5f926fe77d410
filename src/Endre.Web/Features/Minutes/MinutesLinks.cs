using Endre.Web.Features.Meetings;
using Endre.Web.Features.Minutes.ChangeMinutes;

namespace Endre.Web.Features.Minutes;

/// <summary>The addresses of minutes; no other file spells them.</summary>
internal static class MinutesLinks
{
    public const string List = "/referater";
    public const string OneRoute = $"{MeetingLinks.OneRoute}/referat";
    public const string ActRoute = $"{OneRoute}/{{act}}";
    public const string CopyRoute = $"{OneRoute}/innsyn";
    public const string CopyFileRoute = $"{CopyRoute}/{{copy:int}}/referat";
    public const string ArchiveRoute = $"{OneRoute}/arkivpakke.zip";
    public const string Api = "/meetings/{id:guid}/minutes";

    public static string One(Guid id) => MeetingLinks.Minutes(id);

    /// <summary>At one of its matters.</summary>
    public static string Matter(Guid id, int number) => $"{One(id)}#sak-{number}";

    public static string Act(Guid id, string act) => $"{One(id)}/{act}";

    /// <summary>Where the minutes are locked.</summary>
    public static string Lock(Guid id) => Act(id, MinutesActs.Lock);

    public static string File(Guid id, string extension) => $"{One(id)}.{extension}";

    public static string Archive(Guid id) => $"{One(id)}/arkivpakke.zip";

    public static string Copy(Guid id) => $"{One(id)}/innsyn";

    public static string CopyFile(Guid id, int copy, string extension) => $"{Copy(id)}/{copy}/referat.{extension}";

    public static string Of(Guid unitId) => $"{List}?enhet={unitId}";
}
