using Endre.Domain.Improvements.Holding;
using Endre.Storage;
using Endre.Storage.Improvements.Holding;
using Endre.Web.Access;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Improvements.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Holding;

/// <summary>What an adopted improvement became, and whether it is still used.</summary>
internal sealed class HoldingPart(EndreContext database, ImprovementSight sight, ReadOwners people) : IImprovementPart
{
    public int Order => 8;

    public async Task<ImprovementPart?> ReadAsync(ImprovementView view, CancellationToken ct)
    {
        var improvement = view.Improvement;
        if (await database.ReadHeldRoutineAsync(improvement, ct) is not { } held)
        {
            return null;
        }
        var scope = await sight.OpenAsync(ct);
        var isOwner = held.LineOwnerId == scope.PersonId;
        var owners =
            view.MayDecide || isOwner ? await people.OfAsync(scope.Known.Hassles.Tree, improvement.UnitId, ct) : [];
        var owner = held.LineOwnerId is { } id
            ? (await people.NamesAsync([id], ct)).GetValueOrDefault(id) is { } name
                ? new Choice($"{id}", name)
                : null
            : null;
        var practice = await database
            .Routines.AsNoTracking()
            .Where(row => row.Id == improvement.Id)
            .Select(row => new { row.Text, row.IsUsed })
            .SingleOrDefaultAsync(ct);
        return new ImprovementPart(
            typeof(HoldingSection),
            new Dictionary<string, object>
            {
                ["View"] = view,
                ["Holding"] = new HoldingView(
                    held,
                    owner,
                    // Somebody from another unit may answer for it too.
                    owner is null
                    || owners.Contains(owner)
                    || owners.Count == 0
                        ? owners
                        : [.. owners, owner],
                    view.MayDecide || isOwner,
                    view.MayWork || isOwner,
                    practice is { IsUsed: false } ? "" : practice?.Text
                ),
            }
        );
    }
}

/// <summary>A routine as one reader sees it.</summary>
/// <param name="Held">The routine.</param>
/// <param name="Owner">Who answers for it; null when nobody does.</param>
/// <param name="Owners">Who could; empty when the reader does not decide that.</param>
/// <param name="MayAgree">Whether the reader says what the routine is.</param>
/// <param name="MayCheck">Whether the reader says how it goes.</param>
/// <param name="Practice">What the unit's meeting says of it now: empty when it has stopped it, null when it knows of none.</param>
public sealed record HoldingView(
    HeldRoutine Held,
    Choice? Owner,
    IReadOnlyList<Choice> Owners,
    bool MayAgree,
    bool MayCheck,
    string? Practice
);
