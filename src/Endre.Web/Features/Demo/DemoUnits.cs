namespace Endre.Web.Features.Demo;

/// <summary>A unit of Fjordvik and the one it is a part of.</summary>
internal sealed record DemoUnit(string Name, string Kind, string? Parent);

internal static class DemoUnits
{
    public const string Municipality = "Fjordvik kommune";
    public const string HomeCare = "Hjemmetjenesten";
    public const string NursingHome = "Fjordvik bo- og omsorgssenter";
    public const string HomeCareNorth = "Team nord";
    public const string HomeCareSouth = "Team sør";
    public const string FamilyCenter = "Familiens hus";
    public const string School = "Fjordvik skole";
    public const string Kindergarten = "Solbakken barnehage";
    public const string Property = "Eiendomsdrift";
    public const string Water = "Vann og avløp";
    public const string Development = "Utvikling og digitalisering";

    public const string Health = "Helse og mestring";
    private const string Growth = "Oppvekst";
    private const string Technical = "Eiendom og teknisk";
    private const string Staff = "Stab og utvikling";

    public static readonly IReadOnlyList<DemoUnit> All =
    [
        new(Municipality, "municipality", Parent: null),
        new(Health, "area", Municipality),
        new(HomeCare, "department", Health),
        new(HomeCareNorth, "team", HomeCare),
        new(HomeCareSouth, "team", HomeCare),
        new(NursingHome, "department", Health),
        new(FamilyCenter, "department", Health),
        new(Growth, "area", Municipality),
        new(School, "department", Growth),
        new(Kindergarten, "department", Growth),
        new(Technical, "area", Municipality),
        new(Property, "department", Technical),
        new(Water, "department", Technical),
        new(Staff, "area", Municipality),
        new(Development, "department", Staff),
    ];
}
