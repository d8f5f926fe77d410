namespace Endre.Web.Features.Administration;

internal static class AdministrationLinks
{
    public const string FirstAdministrator = "/forste-administrator/{secret}";

    public static string FirstAdministratorWith(string secret) => $"/forste-administrator/{secret}";
}
