namespace Endre.Web.Features.Hassles.KeepPlaces;

/// <summary>The addresses of a unit's places; no other file spells them.</summary>
internal static class PlaceLinks
{
    public const string Route = "/enheter/{id:guid}/steder";
    public const string OneRoute = $"{Route}/{{placeId:guid}}";
    public const string RetireRoute = $"{OneRoute}/ta-ut-av-bruk";
    public const string BringBackRoute = $"{OneRoute}/ta-i-bruk-igjen";
    public const string SheetsRoute = $"{Route}/ark";

    public static string Of(Guid unitId) => $"/enheter/{unitId}/steder";

    public static string Made(Guid unitId, int count) => $"{Of(unitId)}?nye={count}";

    public static string Saved(Guid unitId) => $"{Of(unitId)}?lagret=ja";

    public static string One(Guid unitId, Guid placeId) => $"{Of(unitId)}/{placeId}";

    public static string Retire(Guid unitId, Guid placeId) => $"{One(unitId, placeId)}/ta-ut-av-bruk";

    public static string BringBack(Guid unitId, Guid placeId) => $"{One(unitId, placeId)}/ta-i-bruk-igjen";

    public static string Sheets(Guid unitId) => $"{Of(unitId)}/ark";

    /// <summary>The sheet of one place.</summary>
    public static string SheetOf(Guid unitId, string code) => $"{Sheets(unitId)}?valgt=1&sted={code}";
}
