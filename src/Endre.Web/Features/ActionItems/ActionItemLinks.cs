namespace Endre.Web.Features.ActionItems;

/// <summary>The addresses of action items; no other file spells them.</summary>
internal static class ActionItemLinks
{
    public const string List = "/tiltak";
    public const string New = $"{List}/nytt";
    public const string OneRoute = $"{List}/{{id:guid}}";
    public const string ActRoute = $"{OneRoute}/{{act}}";

    public static string One(Guid id) => $"{List}/{id}";

    public static string Act(Guid id, string act) => $"{One(id)}/{act}";

    public static string NewFrom(string record) => $"{New}?fra={record}";

    public static string In(Guid? unitId, bool ended) =>
        (unitId, ended) switch
        {
            (null, false) => List,
            (null, true) => $"{List}?vis=avsluttet",
            ({ } unit, false) => $"{List}?enhet={unit}",
            ({ } unit, true) => $"{List}?enhet={unit}&vis=avsluttet",
        };
}
