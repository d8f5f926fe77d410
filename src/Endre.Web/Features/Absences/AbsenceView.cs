using Endre.Domain.Organizations.Absences;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Absences;

/// <summary>When one person is away.</summary>
/// <param name="Name">Who; null when it is the reader.</param>
/// <param name="Absence">As it is stored, when it is not over; or null.</param>
/// <param name="Units">The units that the person leads, and who answers there meanwhile.</param>
/// <param name="Address">Where the form is sent.</param>
/// <param name="EndAddress">Where it is taken back.</param>
public sealed record AbsenceView(
    string? Name,
    Absence? Absence,
    IReadOnlyList<LedUnit> Units,
    string Address,
    string EndAddress
)
{
    /// <summary>What was typed, or what is stored.</summary>
    public string? Since { get; init; }

    public string? Until { get; init; }

    public bool IsSaved { get; init; }

    public FormFaults Faults { get; init; } = FormFaults.None;
}

/// <summary>A unit that somebody leads.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Deputies">Who answers while the leader is away; may be none.</param>
public sealed record LedUnit(string Name, IReadOnlyList<string> Deputies);
