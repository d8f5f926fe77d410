namespace Endre.Web.Components.Layout;

/// <summary>Light, dark, or as the device is set.</summary>
internal static class ColorScheme
{
    public const string CookieName = "endre-utseende";
    public const string Auto = "auto";
    public static readonly IReadOnlyList<string> All = [Auto, "light", "dark"];

    public static string Of(HttpContext? context) =>
        context?.Request.Cookies[CookieName] is { } chosen && All.Contains(chosen) ? chosen : Auto;
}
