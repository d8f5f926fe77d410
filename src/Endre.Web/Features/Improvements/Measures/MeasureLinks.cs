namespace Endre.Web.Features.Improvements.Measures;

/// <summary>The addresses of measures; no other file spells them.</summary>
internal static class MeasureLinks
{
    public const string NewRoute = $"{ImprovementLinks.OneRoute}/maltall/ny";
    public const string OneRoute = $"{ImprovementLinks.OneRoute}/maltall/{{measureId:guid}}";
    public const string EnterRoute = $"{OneRoute}/tall";
    public const string CorrectRoute = $"{OneRoute}/tall/{{measurementId:guid}}";
    public const string ChangeRoute =
        $"{OneRoute}/{{act:regex(^(endre|regler|utgangspunkt|slipp|fase|fjern-fase|ny-lenke|bruk)$)}}";
    public const string ImportRoute = $"{OneRoute}/import";
    public const string StoreRoute = $"{OneRoute}/import/lagre";
    public const string SheetRoute = $"{OneRoute}/ark";
    public const string FileRoute = $"{OneRoute}/rundiagram.{{extension:regex(^(svg|png|docx)$)}}";
    public const string TellRoute = "/tell/{token}";
    public const string ApiRoute = "/improvements/{id:guid}/measures";

    public static string New(Guid id) => $"{ImprovementLinks.One(id)}/maltall/ny";

    public static string One(Guid id, Guid measureId) => $"{ImprovementLinks.One(id)}/maltall/{measureId}";

    public static string Saved(Guid id, Guid measureId) => $"{One(id, measureId)}?lagret=ja";

    public static string Enter(Guid id, Guid measureId) => $"{One(id, measureId)}/tall";

    public static string Correcting(Guid id, Guid measureId, Guid measurementId) =>
        $"{One(id, measureId)}?rett={measurementId}#rett";

    public static string Correct(Guid id, Guid measureId, Guid measurementId) =>
        $"{One(id, measureId)}/tall/{measurementId}";

    public static string Change(Guid id, Guid measureId, string change) => $"{One(id, measureId)}/{change}";

    public static string Import(Guid id, Guid measureId) => $"{One(id, measureId)}/import";

    public static string Store(Guid id, Guid measureId) => $"{One(id, measureId)}/import/lagre";

    public static string Imported(Guid id, Guid measureId, int added, int replaced) =>
        $"{One(id, measureId)}?nye={added}&rettet={replaced}";

    public static string Sheet(Guid id, Guid measureId) => $"{One(id, measureId)}/ark";

    public static string File(Guid id, Guid measureId, string extension) =>
        $"{One(id, measureId)}/rundiagram.{extension}";

    public static string Tell(string token) => $"/tell/{token}";
}
