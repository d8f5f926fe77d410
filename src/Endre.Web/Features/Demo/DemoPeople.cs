using Endre.Domain.Organizations;
using Endre.Web.Access;

namespace Endre.Web.Features.Demo;

/// <summary>Somebody who works in Fjordvik.</summary>
/// <param name="Name">Invented.</param>
/// <param name="Unit">Where.</param>
/// <param name="Membership">As what in the unit.</param>
/// <param name="Roles">For the whole municipality.</param>
internal sealed record DemoPerson(string Name, string Unit, string Membership, params string[] Roles);

internal static class DemoPeople
{
    public const string Administrator = "Ingrid Fjeldstad";
    public const string Facilitator = "Torbjørn Aune";
    public const string Leader = "Máret Somby";
    public const string Employee = "Mari Nesset";

    public const string Caretaker = "Per Arne Dahl";
    public const string HiredIn = "Agnieszka Kowalska";
    public const string Substitute = "Emma Lie";
    public const string FromTheEast = "Astrid Lunde";

    private const string Works = UnitRole.Employee;
    private const string Leads = UnitRole.Leader;
    private const string Union = UnitRole.UnionRepresentative;
    private const string Safety = UnitRole.SafetyRepresentative;

    // The first of each kind stands first on the sign-in page.
    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new(Facilitator, DemoUnits.Development, Works, Roles.Facilitator, Roles.Employee),
        new(Leader, DemoUnits.HomeCare, Leads, Roles.Employee),
        new(Employee, DemoUnits.HomeCareNorth, Works, Roles.Employee),
        new(Administrator, DemoUnits.Development, Works, Roles.Administrator, Roles.Employee),
        new("Kari Lindvik", DemoUnits.NursingHome, Leads, Roles.Facilitator),
        new("Anders Hovland", DemoUnits.School, Leads, Roles.Employee),
        new("Ellen Sørgård", DemoUnits.Property, Leads, Roles.Employee),
        new("Jonas Berg", DemoUnits.HomeCareSouth, Works, Roles.Employee),
        new("Fatima Hassan", DemoUnits.NursingHome, Works, Roles.Employee),
        new("Silje Vatne", DemoUnits.Kindergarten, Works, Roles.Employee),
        new("Ole Martin Skog", DemoUnits.School, Works, Roles.Employee),
        new(Caretaker, DemoUnits.Property, Works, Roles.Employee),
        new("Linh Nguyen", DemoUnits.Water, Works, Roles.Employee),
        new("Bjørg Haugen", DemoUnits.HomeCareSouth, Union, Roles.Employee),
        new(HiredIn, DemoUnits.NursingHome, Works, Roles.Employee),
        new(Substitute, DemoUnits.Kindergarten, Works, Roles.Employee),
        new("Halvard Brekke", DemoUnits.Municipality, Leads, Roles.Employee),
        new("Sigrun Moe", DemoUnits.Health, Leads, Roles.Employee),
        new(FromTheEast, DemoUnits.HomeCareNorth, Union, Roles.Employee),
        new("Tor Eide", DemoUnits.FamilyCenter, Safety, Roles.Employee, Roles.SecurityReader),
    ];

    /// <summary>An address that no mail can reach.</summary>
    public static string Email(string name) => $"{name.ToLowerInvariant().Replace(' ', '.')}@fjordvik.example";
}
