namespace Endre.Web.Look;

/// <summary>Files whose names say what they hold, so that a browser keeps them for good.</summary>
internal static class LookLinks
{
    public const string SheetRoute = "/tema/{hash}.css";
    public const string LogoRoute = "/logo/{id}";

    public static string Sheet(string hash) => $"/tema/{hash}.css";

    public static string Logo(string id) => $"/logo/{id}";
}
