using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Access;
using Endre.Web.Features.Demo;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Units;

/// <summary>
/// What makes Fjordvik a workplace: a caretaker in two units, somebody hired in, a substitute with a last day, deputies,
/// change agents, a change team, and a team that was merged into another last year.
/// </summary>
internal sealed class DemoOrganization(EndreContext database, SignInRight right) : IDemoPart
{
    private const string East = "Team øst";

    public int Order => 5;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        if (await database.Units.AnyAsync(unit => unit.Name == East, ct))
            return [];
        await MergeEastAsync(demo, ct);
        AddPlaces(demo);
        AddTeam(demo);
        await LimitAsync(demo, ct);
        await database.SaveChangesAsync(ct);
        return [];
    }

    // As it happened: opened long ago, merged on the first of August last year.
    private async Task MergeEastAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var east = new NewUnit(Guid.CreateVersion7(), demo.Unit(DemoUnits.HomeCare).Id, East, UnitKind.Team);
        var astrid = demo.Person(DemoPeople.FromTheEast).Id;
        await RecordAsync(new DateOnly(right.Today.Year - 4, 1, 2), draft => draft.Try(new OpenUnit(east)), ct);
        await RecordAsync(
            new DateOnly(right.Today.Year - 3, 5, 1),
            draft =>
                draft.Try(
                    astrid,
                    new AddPosition(
                        new Position(
                            Guid.CreateVersion7(),
                            astrid,
                            east.Id,
                            UnitRole.Employee,
                            "helsefagarbeider",
                            draft.Moment.Today
                        )
                    )
                ),
            ct
        );
        await RecordAsync(
            new DateOnly(right.Today.Year - 1, 8, 1),
            draft =>
                draft.Try(new MergeUnits([new SeenUnit(east.Id)], demo.Unit(DemoUnits.HomeCareNorth).Id, Into: null)),
            ct
        );
    }

    private async Task RecordAsync(DateOnly on, Func<OrganizationDraft, object?> act, CancellationToken ct)
    {
        var at = new DateTimeOffset(on.ToDateTime(new TimeOnly(7, 0)), TimeSpan.Zero);
        var draft = await database.ReadOrganizationAsync(new Moment(at, on), personId: null, ct);
        if (act(draft) is { } refusal)
            throw new InvalidOperationException($"The demo's past could not be: {refusal}.");
        await database.RecordAsync(draft.Events, personId: null, at, ct);
        await database.SaveChangesAsync(ct);
    }

    private void AddPlaces(DemoMunicipality demo)
    {
        Add(DemoPeople.Caretaker, DemoUnits.School, UnitRole.Employee, "vaktmester");
        Add("Fatima Hassan", DemoUnits.NursingHome, UnitRole.Deputy);
        Add("Jonas Berg", DemoUnits.HomeCareSouth, UnitRole.Deputy);
        Add(DemoPeople.Employee, DemoUnits.HomeCareNorth, UnitRole.ChangeAgent);
        Add("Silje Vatne", DemoUnits.Kindergarten, UnitRole.ChangeAgent);
        Add("Ole Martin Skog", DemoUnits.School, UnitRole.SafetyRepresentative);
        Add("Tor Eide", DemoUnits.Health, UnitRole.SafetyRepresentative);
        return;

        void Add(string name, string unit, string role, string? title = null) =>
            database.Memberships.Add(
                new Membership
                {
                    PersonId = demo.Person(name).Id,
                    UnitId = demo.Unit(unit).Id,
                    Role = role,
                    Title = title,
                }
            );
    }

    private void AddTeam(DemoMunicipality demo)
    {
        var team = new ChangeTeam
        {
            UnitId = demo.Unit(DemoUnits.HomeCare).Id,
            Name = "Endringsteam medisinrunden",
            Mandate = "Færre avbrudd i medisinrunden. Teamet prøver ut i to team om gangen og sier fra hva som virker.",
        };
        database.ChangeTeams.Add(team);
        foreach (var name in new[] { DemoPeople.Employee, "Fatima Hassan", "Tor Eide", DemoPeople.Facilitator })
        {
            database.ChangeTeamMembers.Add(
                new ChangeTeamMember
                {
                    TeamId = team.Id,
                    PersonId = demo.Person(name).Id,
                    IsLead = name == DemoPeople.Employee,
                }
            );
        }
    }

    private async Task LimitAsync(DemoMunicipality demo, CancellationToken ct)
    {
        foreach (
            var (name, affiliation, days) in new[]
            {
                (DemoPeople.HiredIn, Affiliation.HiredIn, 10),
                (DemoPeople.Substitute, Affiliation.Temporary, 150),
            }
        )
        {
            var id = demo.Person(name).Id;
            var person = await database.Users.SingleAsync(one => one.Id == id, ct);
            (person.Affiliation, person.EndsOn) = (affiliation, right.Today.AddDays(days));
        }
    }
}
