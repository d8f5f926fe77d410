namespace Endre.Web.Features.Hassles.ShowHappened;

/// <summary>«Dette skjedde» of a unit: the page, the screen on its wall, and the links of such screens.</summary>
internal static class HappenedLinks
{
    public const string Choose = "/dette-skjedde";
    public const string OneRoute = "/enheter/{id:guid}/dette-skjedde";
    public const string ScreenRoute = $"{OneRoute}/skjerm";
    public const string ScreensRoute = $"{OneRoute}/skjermer";
    public const string RemoveScreenRoute = $"{ScreensRoute}/{{screenId:guid}}/fjern";
    public const string PutRoute = $"{HassleLinks.OneRoute}/skjerm";
    public const string WallRoute = "/skjerm/{token}";

    public static string One(Guid unitId) => $"/enheter/{unitId}/dette-skjedde";

    public static string Saved(Guid unitId) => $"{One(unitId)}?lagret=ja";

    public static string Page(Guid unitId, int page) => $"{One(unitId)}?side={page}";

    public static string Screen(Guid unitId) => $"{One(unitId)}/skjerm";

    public static string Screens(Guid unitId) => $"{One(unitId)}/skjermer";

    public static string RemoveScreen(Guid unitId, Guid screenId) => $"{Screens(unitId)}/{screenId}/fjern";

    public static string Put(Guid hassleId) => $"{HassleLinks.One(hassleId)}/skjerm";

    public static string Wall(string token) => $"/skjerm/{token}";
}
