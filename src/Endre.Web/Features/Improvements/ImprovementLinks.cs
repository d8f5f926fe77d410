namespace Endre.Web.Features.Improvements;

/// <summary>The addresses of improvements; no other file spells them.</summary>
internal static class ImprovementLinks
{
    public const string List = "/forbedringer";
    public const string New = $"{List}/ny";
    public const string OneRoute = $"{List}/{{id:guid}}";
    public const string ActRoute = $"{OneRoute}/{{act}}";

    public const string Screen = $"{List}/skjerm";

    public static string ScreenOf(Guid unit) => $"{Screen}?enhet={unit}";

    public static string Of(Guid unit) => $"{List}?enhet={unit}";

    public static string One(Guid id) => $"{List}/{id}";

    public static string Act(Guid id, string act) => $"{One(id)}/{act}";

    public static string NewFrom(string record) => $"{New}?fra={record}";
}
