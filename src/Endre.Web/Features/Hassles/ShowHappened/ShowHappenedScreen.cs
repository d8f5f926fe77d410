using Endre.Domain.Hassles;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Features.Hassles.AskPulse;
using Endre.Web.Hosting.Errors;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.ShowHappened;

/// <summary>
/// The screen on the wall. No names whoever looks, and no text that the leader has taken off: opened by somebody who sees
/// the unit, or by the secret in a screen's link.
/// </summary>
internal sealed class ShowHappenedScreen(
    EndreContext database,
    HassleSight sight,
    UnitSeats seats,
    HappenedRows rows,
    ReadPulse pulses
)
{
    // What fits beside each other on a wall, the newest of each; the page has the rest.
    private static readonly Dictionary<HappenedPart, int> Most = new()
    {
        [HappenedPart.Gone] = 9,
        [HappenedPart.OnItsWay] = 6,
        [HappenedPart.No] = 3,
    };

    public static async Task<IResult> ShowAsync(Guid id, ShowHappenedScreen screen, CancellationToken ct)
    {
        var scope = await screen.Sight.OpenAsync(ct);
        return scope.Known.Tree.Current(id) is { } unit && scope.Seen.Contains(unit.Id)
            ? await screen.ShowAsync(scope.Known.Tree, unit, HappenedLinks.One(unit.Id), ct)
            : ErrorResult.NotFound;
    }

    public static Task<IResult> ShowWallAsync(string token, ShowHappenedScreen screen, CancellationToken ct) =>
        screen.ShowWallAsync(token, ct);

    private HassleSight Sight => sight;

    private async Task<IResult> ShowWallAsync(string token, CancellationToken ct)
    {
        var hash = SecretText.Hash(token);
        var unitId = await database
            .WallScreens.Where(wall => wall.Hash == hash)
            .Select(wall => (Guid?)wall.UnitId)
            .SingleOrDefaultAsync(ct);
        var tree = (await seats.ReadAsync(ct)).Tree;
        return unitId is { } id && tree.Current(id) is { IsOpen: true } unit
            ? await ShowAsync(tree, unit, back: null, ct)
            : ErrorResult.NotFound;
    }

    private async Task<IResult> ShowAsync(UnitTree tree, Unit unit, string? back, CancellationToken ct)
    {
        var lines = await rows.ReadAsync(tree, unit, ct);
        var shown = lines
            .Where(line => !line.IsOffScreen)
            .GroupBy(line => line.Part)
            .SelectMany(part => part.Take(Most.GetValueOrDefault(part.Key)));
        var hassles = await rows.HasslesAsync(shown, ct);
        var met = lines.ToDictionary(line => line.Id, line => line.Hits);
        return Page.Of<HappenedScreenPage>(
            new
            {
                View = new HappenedScreenView(
                    unit,
                    HappenedCounts.Of(lines),
                    [.. hassles.Select(hassle => ItemOf(hassle, unit, met[hassle.Id]))],
                    PlaceCode.Of(unit.Id),
                    await pulses.NewsAsync(unit.Id, ct),
                    back
                ),
            }
        );
    }

    private HappenedItem ItemOf(Hassle hassle, Unit unit, Hits hits) =>
        HappenedItem.Of(
            hassle,
            HassleView.Of(hassle, unit.Name, _ => false, new Dictionary<Guid, string>()).Met(hits),
            seats.Today,
            mayAnswer: false
        );
}

/// <summary>What stands on the wall.</summary>
/// <param name="Unit">Whose wall.</param>
/// <param name="Counts">How many stand where, also of what is not shown.</param>
/// <param name="Items">What is shown, without any name.</param>
/// <param name="SayCode">The place code of the unit, to say more.</param>
/// <param name="Pulse">What the pulse is now, or null.</param>
/// <param name="Back">The page it was opened from; null on a wall.</param>
public sealed record HappenedScreenView(
    Unit Unit,
    HappenedCounts Counts,
    IReadOnlyList<HappenedItem> Items,
    string SayCode,
    PulseNews? Pulse,
    string? Back
);
