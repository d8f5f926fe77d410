namespace Endre.Web.Features.People;

internal static class PeopleLinks
{
    public const string List = "/personer";
    public const string Invite = "/personer/inviter";
    public const string PersonRoute = "/personer/{id:guid}";
    public const string LinkRoute = "/personer/{id:guid}/lenke";
    public const string FacilitatorRoute = "/personer/{id:guid}/prosessleder";
    public const string AcceptRoute = "/invitasjon/{id:guid}/{token}";

    public static string Person(Guid id) => $"/personer/{id}";

    public static string Saved(Guid id) => $"/personer/{id}?saved=true";

    public static string NewLink(Guid id) => $"/personer/{id}/lenke";

    public static string MakeFacilitator(Guid id) => $"/personer/{id}/prosessleder";

    public static string Accept(Guid id, string token) => $"/invitasjon/{id}/{token}";
}
