using Endre.Domain.Hassles;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Web.Components;
using Endre.Web.Features.Hassles.AskPulse;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Hassles.ShowHappened;

/// <summary>
/// <c>/enheter/{id}/dette-skjedde</c>: what was said to the unit and what became of it, for all who see what is said to it.
/// </summary>
internal sealed class ShowHappened(
    EndreContext database,
    HassleSight sight,
    UnitSeats seats,
    HappenedRows rows,
    ReadPulse pulses
)
{
    private const int PerPage = 50;

    public static Task<IResult> HandleAsync(
        Guid id,
        string? lagret,
        ShowHappened show,
        CancellationToken ct,
        int side = 1
    ) => show.ShowAsync(id, Math.Clamp(side, 1, 10_000), lagret is not null, ct);

    /// <summary><c>/dette-skjedde</c>: the unit one belongs to, or a choice where there are several.</summary>
    public static async Task<IResult> ChooseAsync(ShowHappened show, CancellationToken ct)
    {
        var scope = await show.OpenAsync(ct);
        var units = scope
            .Known.Tree.All.Where(unit => unit.IsOpen && scope.Seen.Contains(unit.Id))
            .OrderBy(unit => unit.Name, StringComparer.CurrentCulture)
            .ToList();
        return units is [var only]
            ? Page.SeeOther(HappenedLinks.One(only.Id))
            : Page.Of<ChooseHappenedPage>(new { Units = (IReadOnlyList<Unit>)units });
    }

    private Task<HassleSight.Scope> OpenAsync(CancellationToken ct) => sight.OpenAsync(ct);

    private async Task<IResult> ShowAsync(Guid id, int page, bool isSaved, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var tree = scope.Known.Tree;
        // An old link to a unit that has been closed shows where it went on.
        if (tree.Current(id) is not { } unit || !scope.Seen.Contains(unit.Id))
        {
            return ErrorResult.NotFound;
        }
        var lines = await rows.ReadAsync(tree, unit, ct);
        var last = Math.Max(1, (lines.Count + PerPage - 1) / PerPage);
        page = Math.Min(page, last);
        var hassles = await rows.HasslesAsync(lines.Skip((page - 1) * PerPage).Take(PerPage), ct);
        var met = lines.ToDictionary(line => line.Id, line => line.Hits);
        var names = await database.NamesOfAsync(hassles, ct);
        var above = unit.ParentId is { } parent ? tree.Find(parent) : null;
        var view = new HappenedView(
            unit,
            above is { IsOpen: true } && scope.Seen.Contains(above.Id) ? above : null,
            [.. tree.OpenChildren(unit.Id).Where(child => scope.Seen.Contains(child.Id))],
            HappenedCounts.Of(lines),
            [.. hassles.Select(hassle => HappenedItem.Of(hassle, View(hassle), seats.Today, scope.MayAnswer(hassle)))],
            page,
            last,
            scope.Led.Contains(unit.Id),
            await pulses.NewsAsync(unit.Id, ct),
            isSaved
        );
        return Page.Of<HappenedPage>(new { View = view });

        HassleView View(Hassle hassle) =>
            HassleView.Of(hassle, scope.UnitOf(hassle), field => scope.Sees(hassle, field), names).Met(met[hassle.Id]);
    }
}
