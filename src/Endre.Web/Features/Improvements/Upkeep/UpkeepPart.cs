using Endre.Web.Access;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Improvements.Shared;

namespace Endre.Web.Features.Improvements.Upkeep;

/// <summary>What is seldom done: another size, another owner, and stopping on the way. Only for those who decide.</summary>
internal sealed class UpkeepPart(ImprovementSight sight, ReadOwners people) : IImprovementPart
{
    public int Order => 90;

    public async Task<ImprovementPart?> ReadAsync(ImprovementView view, CancellationToken ct)
    {
        if (!view.MayDecide)
        {
            return null;
        }
        var tree = (await sight.OpenAsync(ct)).Known.Hassles.Tree;
        IReadOnlyList<Choice> owners = await people.OfAsync(tree, view.Improvement.UnitId, ct);
        return new ImprovementPart(
            typeof(UpkeepSection),
            new Dictionary<string, object> { ["View"] = view, ["Owners"] = owners }
        );
    }
}
