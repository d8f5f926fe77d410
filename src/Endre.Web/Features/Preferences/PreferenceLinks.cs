namespace Endre.Web.Features.Preferences;

internal static class PreferenceLinks
{
    public const string Language = "/sprak";
    public const string Appearance = "/utseende";
}
