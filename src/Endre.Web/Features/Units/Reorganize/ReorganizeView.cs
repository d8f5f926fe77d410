using Endre.Domain.Organizations;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Units.Reorganize;

/// <summary>A page on which a unit ends.</summary>
/// <param name="Unit">The unit as it is stored.</param>
/// <param name="Tree">All units.</param>
/// <param name="Input">What stands in the form.</param>
/// <param name="Others">Units that may take over, or lie above a new one.</param>
/// <param name="People">Those who must be placed.</param>
/// <param name="Faults">What is wrong.</param>
/// <param name="Meanwhile">Who was first, or null.</param>
/// <param name="Forecast">What will follow; null until it is asked for.</param>
public sealed record ReorganizeView(
    Unit Unit,
    UnitTree Tree,
    ReorganizeInput Input,
    IReadOnlyList<Choice> Others,
    IReadOnlyList<PlacedPerson> People,
    FormFaults Faults,
    string? Meanwhile,
    IReadOnlyList<string>? Forecast
);

/// <summary>Somebody's position in the unit that ends.</summary>
public sealed record PlacedPerson(Guid PositionId, Guid PersonId, string Name, string Role, string? Title);
