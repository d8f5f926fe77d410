using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Drivers;
using Endre.Storage;
using Endre.Storage.Improvements.Drivers;
using Endre.Web.Features.Improvements.Shared;

namespace Endre.Web.Features.Improvements.Drivers;

/// <summary>The way from an improvement to its driver diagram.</summary>
internal sealed class DriversPart(EndreContext database) : IImprovementPart
{
    public int Order => 60;

    public async Task<ImprovementPart?> ReadAsync(ImprovementView view, CancellationToken ct)
    {
        var diagram = await database.ReadDriversAsync(view.Improvement.Id, ct);
        return diagram.Nodes.IsEmpty && (!view.MayWork || view.Improvement.State != ImprovementState.Ongoing)
            ? null
            : new ImprovementPart(
                typeof(DriversLink),
                new Dictionary<string, object>
                {
                    ["View"] = view,
                    ["Primary"] = (IReadOnlyList<DriverNode>)[.. diagram.Primary],
                }
            );
    }
}
