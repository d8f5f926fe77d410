using Endre.Domain.Lineage;
using Endre.Domain.Needs;
using Endre.Storage;
using Endre.Storage.Lineage;
using Endre.Storage.Needs;
using Endre.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Needs.ListNeeds;

/// <summary>The needs of the units one sees: those that are worked with first.</summary>
internal sealed class ListNeeds(EndreContext database, NeedSight sight)
{
    private const int Most = 200;

    public static async Task<IResult> HandleAsync(ListNeeds list, CancellationToken ct)
    {
        var scope = await list.ReadAsync(ct);
        return Page.Of<ListNeedsPage>(new { Needs = scope.Items, MayState = scope.MayState });
    }

    private async Task<(IReadOnlyList<NeedItem> Items, bool MayState)> ReadAsync(CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var rows = await scope
            .In(database)
            .AsNoTracking()
            .OrderBy(row => row.OpenDiamond == null)
            .ThenByDescending(row => row.Id)
            .Take(Most)
            .Select(row => new
            {
                row.Id,
                row.UnitId,
                row.Who,
                row.What,
                row.Round,
                row.OpenDiamond,
            })
            .ToListAsync(ct);
        var ids = rows.ConvertAll(row => row.Id);
        var (hassle, need) = (RecordKindWord.Of(RecordKind.Hassle), RecordKindWord.Of(RecordKind.Need));
        var counts = await database
            .LineageLinks.Where(link => link.FromKind == hassle && link.ToKind == need && ids.Contains(link.ToId))
            .GroupBy(link => link.ToId)
            .Select(links => new { links.Key, Count = links.Count() })
            .ToDictionaryAsync(links => links.Key, links => links.Count, ct);
        var items = rows.Select(row => new NeedItem(
            row.Id,
            new Statement(row.Who, row.What, ""),
            new BltState(row.Round, DiamondWord.Read(row.OpenDiamond)),
            scope.UnitOf(row.UnitId),
            counts.GetValueOrDefault(row.Id)
        ));
        return ([.. items], scope.Changed.Count > 0);
    }
}

/// <summary>A line of the list.</summary>
/// <param name="Id">The need's id.</param>
/// <param name="Statement">Who needs what.</param>
/// <param name="Blt">Where it stands.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Hassles">How many hassles it stands on.</param>
public sealed record NeedItem(Guid Id, Statement Statement, BltState Blt, string Unit, int Hassles);
