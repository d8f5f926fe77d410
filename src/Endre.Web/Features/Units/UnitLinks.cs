namespace Endre.Web.Features.Units;

/// <summary>The addresses of the units; no other file spells them.</summary>
internal static class UnitLinks
{
    public const string List = "/enheter";
    public const string Open = $"{List}/ny";
    public const string OnePattern = $"{List}/{{id:guid}}";
    public const string RenamePattern = $"{OnePattern}/navn";
    public const string MovePattern = $"{OnePattern}/flytt";
    public const string MergePattern = $"{OnePattern}/sla-sammen";
    public const string SplitPattern = $"{OnePattern}/del";
    public const string ClosePattern = $"{OnePattern}/legg-ned";
    public const string ReopenPattern = $"{OnePattern}/apne-igjen";

    /// <summary>A unit's page for ever: when it is closed, it tells where the unit went on.</summary>
    public static string One(Guid id) => $"{List}/{id}";

    public static string OpenUnder(Guid? id) => id is null ? Open : $"{Open}?under={id}";

    public static string Rename(Guid id) => $"{One(id)}/navn";

    public static string Move(Guid id) => $"{One(id)}/flytt";

    public static string Merge(Guid id) => $"{One(id)}/sla-sammen";

    public static string Split(Guid id) => $"{One(id)}/del";

    public static string Close(Guid id) => $"{One(id)}/legg-ned";

    public static string Reopen(Guid id) => $"{One(id)}/apne-igjen";

    public static string Done(Guid id) => $"{One(id)}?lagret=ja";
}
