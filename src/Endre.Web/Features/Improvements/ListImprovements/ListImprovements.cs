using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Improvements.ListImprovements;

/// <summary><c>/forbedringer?enhet=</c>: what the units one sees try, by the step it is at.</summary>
internal sealed class ListImprovements(ImprovementSight sight, ReadBoard board)
{
    private const int MostInColumn = 60;

    public static async Task<IResult> HandleAsync(Guid? enhet, ListImprovements list, CancellationToken ct) =>
        await list.PageAsync(enhet, ct);

    private async Task<IResult> PageAsync(Guid? unit, CancellationToken ct) =>
        await board.OfAsync(unit, MostInColumn, endedSince: null, ct) is { } read
            ? Page.Of<ListImprovementsPage>(
                new
                {
                    Board = read,
                    Unit = unit,
                    Units = await UnitsAsync(ct),
                }
            )
            : ErrorResult.NotFound;

    private async Task<IReadOnlyList<Choice>> UnitsAsync(CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        return
        [
            .. scope
                .Known.Hassles.Tree.All.Where(unit => unit.IsOpen && scope.MayStart(unit.Id))
                .OrderBy(unit => unit.Name, StringComparer.CurrentCulture)
                .Select(unit => new Choice($"{unit.Id}", unit.Name)),
        ];
    }
}
