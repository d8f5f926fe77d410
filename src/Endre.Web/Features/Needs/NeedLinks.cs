namespace Endre.Web.Features.Needs;

/// <summary>The addresses of needs; no other file spells them.</summary>
internal static class NeedLinks
{
    public const string List = "/behov";
    public const string New = $"{List}/nytt";
    public const string OneRoute = $"{List}/{{id:guid}}";
    public const string CausesRoute = $"{OneRoute}/arsaker";
    public const string FishboneRoute = $"{OneRoute}/fiskebein";
    public const string SheetRoute = $"{OneRoute}/a3";
    public const string FileRoute = $"{OneRoute}/a3.docx";
    public const string ActRoute = $"{OneRoute}/{{act}}";

    /// <summary>The pages of one need, as a form says where it stands.</summary>
    public const string CausesSide = "arsaker";
    public const string FishboneSide = "fiskebein";
    public const string SheetSide = "a3";

    public static string NewIn(Guid unitId) => $"{New}?enhet={unitId}";

    public static string NewOf(Guid hassleId) => $"{New}?plunder={hassleId}";

    public static string NewFrom(string record) => $"{New}?fra={record}";

    public static string One(Guid id) => $"{List}/{id}";

    public static string Causes(Guid id) => $"{One(id)}/{CausesSide}";

    public static string Fishbone(Guid id) => $"{One(id)}/{FishboneSide}";

    public static string Sheet(Guid id) => $"{One(id)}/{SheetSide}";

    public static string File(Guid id) => $"{One(id)}/a3.docx";

    public static string Act(Guid id, string act) => $"{One(id)}/{act}";

    public static string Side(Guid id, string? side) =>
        side is CausesSide or FishboneSide or SheetSide ? $"{One(id)}/{side}" : One(id);
}
