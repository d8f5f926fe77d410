namespace Endre.Web.Features.People;

internal static class PeopleLinks
{
    public const string List = "/personer";
    public const string Invite = "/personer/inviter";
    public const string PersonRoute = "/personer/{id:guid}";
    public const string LinkRoute = "/personer/{id:guid}/lenke";
    public const string FacilitatorRoute = "/personer/{id:guid}/prosessleder";
    public const string UnlockRoute = "/personer/{id:guid}/las-opp";
    public const string AcceptRoute = "/invitasjon/{token}";
    public const string TieRoute = "/personer/{id:guid}/tilknytning";
    public const string LeaveRoute = "/personer/{id:guid}/slutter";
    public const string ReturnRoute = "/personer/{id:guid}/tilbake";
    public const string AddPositionRoute = "/personer/{id:guid}/stillinger/ny";
    public const string PositionRoute = "/personer/{id:guid}/stillinger/{positionId:guid}";

    public static string Person(Guid id) => $"/personer/{id}";

    public static string Saved(Guid id) => $"/personer/{id}?saved=true";

    public static string NewLink(Guid id) => $"/personer/{id}/lenke";

    public static string MakeFacilitator(Guid id) => $"/personer/{id}/prosessleder";

    public static string Unlock(Guid id) => $"/personer/{id}/las-opp";

    public static string Accept(string token) => $"/invitasjon/{token}";

    public static string Tie(Guid id) => $"/personer/{id}/tilknytning";

    public static string Leave(Guid id) => $"/personer/{id}/slutter";

    public static string Return(Guid id) => $"/personer/{id}/tilbake";

    public static string AddPosition(Guid id) => $"/personer/{id}/stillinger/ny";

    public static string Position(Guid id, Guid positionId) => $"/personer/{id}/stillinger/{positionId}";

    /// <summary>The list as it is filtered.</summary>
    public static string Filtered(string? search, Guid? unit, string? role, string? status, int page)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("sok", search),
            ("enhet", unit?.ToString()),
            ("rolle", role),
            ("status", status),
            ("side", page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
        };
        var query = string.Join(
            '&',
            parts
                .Where(part => !string.IsNullOrEmpty(part.Value))
                .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")
        );
        return query.Length == 0 ? List : $"{List}?{query}";
    }
}
