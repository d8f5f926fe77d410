using Endre.Domain.Organizations;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Units.ChangeTeams;

/// <summary>A line in the list of change teams.</summary>
public sealed record ListedTeam(Guid Id, string Name, string Unit, string? Lead, int Members, bool IsOpen);

/// <summary>Somebody in a change team.</summary>
public sealed record TeamMember(Guid Id, string Name, string Email, bool IsLead, string Units);

/// <summary>A change team.</summary>
public sealed record TeamView(
    Guid Id,
    string Name,
    string Mandate,
    Unit Unit,
    DateTimeOffset? ClosedAt,
    int Version,
    IReadOnlyList<TeamMember> Members,
    bool MayChange,
    bool IsSaved
);

/// <summary>What stands in the form of a change team.</summary>
/// <param name="Id">The team, or the id that a new one will have.</param>
/// <param name="Version">The version that the person saw; 0 for a new one.</param>
/// <param name="Name">As typed.</param>
/// <param name="Mandate">As typed.</param>
/// <param name="UnitId">As chosen.</param>
/// <param name="Lead">A name or an address, as typed.</param>
/// <param name="Members">Those who are ticked.</param>
/// <param name="More">Names or addresses, one a line, as typed.</param>
public sealed record TeamInput(
    Guid Id,
    int Version,
    string? Name,
    string? Mandate,
    Guid? UnitId,
    string? Lead,
    IReadOnlyList<Guid> Members,
    string? More
)
{
    public bool IsNew => Version == 0;

    public static TeamInput Of(IFormCollection form, Guid id) =>
        new(
            id,
            form.Number("version") ?? 0,
            form.Text("name"),
            form.Text("mandate"),
            form.Id("unitId"),
            form.Text("lead"),
            [.. form.Ids("member").Where(member => member != Guid.Empty).Take(200)],
            form.Text("more")
        );
}

/// <summary>The page on which a change team is made or changed.</summary>
public sealed record TeamForm(
    TeamInput Input,
    IReadOnlyList<TeamMember> Members,
    IReadOnlyList<Choice> Units,
    FormFaults Faults,
    string? Meanwhile = null
);
