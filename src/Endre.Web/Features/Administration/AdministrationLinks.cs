namespace Endre.Web.Features.Administration;

internal static class AdministrationLinks
{
    public const string FirstAdministrator = "/forste-administrator/{secret}";

    public const string BreakGlass = "/nodinngang/{secret}";

    public static string BreakGlassWith(string secret) => $"/nodinngang/{secret}";

    public static string FirstAdministratorWith(string secret) => $"/forste-administrator/{secret}";
}
