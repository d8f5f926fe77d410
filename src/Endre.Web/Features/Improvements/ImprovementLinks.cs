namespace Endre.Web.Features.Improvements;

/// <summary>The addresses of improvements; no other file spells them.</summary>
internal static class ImprovementLinks
{
    public const string List = "/forbedringer";
    public const string New = $"{List}/ny";
    public const string OneRoute = $"{List}/{{id:guid}}";
    public const string DriversRoute = $"{OneRoute}/drivere";
    public const string ActRoute = $"{OneRoute}/{{act}}";

    public const string Screen = $"{List}/skjerm";

    public static string ScreenOf(Guid unit) => $"{Screen}?enhet={unit}";

    public static string Of(Guid unit) => $"{List}?enhet={unit}";

    public static string One(Guid id) => $"{List}/{id}";

    public static string Act(Guid id, string act) => $"{One(id)}/{act}";

    public static string Drivers(Guid id) => $"{One(id)}/drivere";

    /// <summary>Where something is tried in a unit, with its words written already.</summary>
    public static string NewTrying(Guid unitId, string text) =>
        $"{New}?enhet={unitId}&prover={Uri.EscapeDataString(text)}";

    public static string NewFrom(string record) => $"{New}?fra={record}";
}
