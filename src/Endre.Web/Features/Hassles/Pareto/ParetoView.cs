using Endre.Domain.Insights.SmallGroups;
using Endre.Domain.Organizations;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Hassles.Pareto;

/// <summary>What is most of in a unit, as one reader may see it.</summary>
/// <param name="Unit">The unit; null where there is none.</param>
/// <param name="By">What it is counted by, a word of <see cref="ShowPareto.Ways"/>.</param>
/// <param name="Pareto">The bars; null where there are too few to show any.</param>
/// <param name="HasHidden">Whether some parts are too small to be shown one by one, and lie in «annet».</param>
/// <param name="SeesAll">Whether the reader sees all that was said there; otherwise only what the reader sees is counted.</param>
/// <param name="Period">Which months are counted.</param>
/// <param name="Limit">Fewer than this are not told.</param>
/// <param name="Units">The units to choose from.</param>
public sealed record ParetoView(
    Unit? Unit,
    string By,
    Domain.Insights.Pareto? Pareto,
    bool HasHidden,
    bool SeesAll,
    CountingPeriod Period,
    SmallGroupLimit Limit,
    IReadOnlyList<Choice> Units
);
