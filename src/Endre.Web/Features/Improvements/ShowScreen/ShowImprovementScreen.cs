using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Features.Improvements.ListImprovements;
using Endre.Web.Hosting;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Improvements.ShowScreen;

/// <summary>
/// <c>/forbedringer/skjerm?enhet=</c>: what a unit stands in front of in a tavlemøte. Read from five meters, without a control,
/// and with nobody's name but the owner's.
/// </summary>
internal sealed class ShowImprovementScreen(
    ReadBoard board,
    ImprovementSight sight,
    ReadOwners people,
    RoomAddress address
)
{
    private const int MostInColumn = 4;
    private const int DaysEnded = 90;

    public static async Task<IResult> HandleAsync(Guid enhet, ShowImprovementScreen show, CancellationToken ct) =>
        await show.PageAsync(enhet, ct);

    private async Task<IResult> PageAsync(Guid unitId, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var unit = scope.Known.Hassles.Tree.Current(unitId)?.Id ?? unitId;
        return await board.OfAsync(unit, MostInColumn, people.Today.AddDays(-DaysEnded), ct) is { } read
            ? Page.Of<ImprovementScreenPage>(
                new
                {
                    Board = read,
                    Unit = scope.UnitOf(unit),
                    Address = new Uri(address.Root, ImprovementLinks.Of(unit)).ToString(),
                }
            )
            : ErrorResult.NotFound;
    }
}
