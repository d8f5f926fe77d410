using Endre.Storage.Organizations;
using Endre.Storage.People;

namespace Endre.Web.Features.Demo;

/// <summary>Fjordvik kommune, which is invented, as it lies in the database.</summary>
internal sealed record DemoMunicipality(IReadOnlyList<UnitRow> Units, IReadOnlyList<Person> People)
{
    public UnitRow Unit(string name) => Units.Single(unit => unit.Name == name);

    public Person Person(string name) => People.Single(person => person.DisplayName == name);

    public Person Administrator => Person(DemoPeople.Administrator);

    public Person Facilitator => Person(DemoPeople.Facilitator);

    public Person Leader => Person(DemoPeople.Leader);

    public Person Employee => Person(DemoPeople.Employee);
}
