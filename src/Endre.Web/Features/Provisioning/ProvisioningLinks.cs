namespace Endre.Web.Features.Provisioning;

internal static class ProvisioningLinks
{
    public const string Show = "/personer/automatisk";
    public const string Clients = "/personer/automatisk/klienter";
    public const string RevokeRoute = "/personer/automatisk/klienter/{id:guid}/steng";
    public const string GroupRoute = "/personer/automatisk/grupper/{id:guid}";
    public const string SuccessorRoute = "/personer/automatisk/etterfolger/{id:guid}";

    public static string Revoke(Guid id) => $"/personer/automatisk/klienter/{id}/steng";

    public static string Group(Guid id) => $"/personer/automatisk/grupper/{id}";

    public static string Successor(Guid id) => $"/personer/automatisk/etterfolger/{id}";
}
