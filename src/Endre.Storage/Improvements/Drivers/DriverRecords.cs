using Endre.Domain.Improvements.Drivers;
using Endre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Improvements.Drivers;

/// <summary>Decides on driver diagrams and stores what happened: state and history in one transaction.</summary>
public static class DriverRecords
{
    // Whoever draws does it in many small steps, which would hide all else in the history.
    private static readonly TimeSpan OneDrawing = TimeSpan.FromHours(1);

    /// <summary>The driver diagram of an improvement; an empty one when nobody has drawn any.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="improvementId">Which improvement.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<DriverDiagram> ReadDriversAsync(
        this EndreContext database,
        Guid improvementId,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var row = await database
            .DriverDiagrams.AsNoTracking()
            .SingleOrDefaultAsync(row => row.ImprovementId == improvementId, ct);
        return row?.ToDiagram() ?? DriverDiagram.Empty(improvementId);
    }

    /// <summary>Draws in the diagram. Whoever stores at the same instant is waited for, and it is decided again.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="improvementId">Which improvement.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>
    /// Null when it is done, or was done already; otherwise <c>ImprovementUnknown</c> or what <see cref="DriverRules.Decide"/>
    /// says.
    /// </returns>
    public static async Task<Refusal?> DrawDriversAsync(
        this EndreContext database,
        Guid improvementId,
        DriverCommand command,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync<Refusal?>(async () =>
        {
            if (!await database.Improvements.AnyAsync(row => row.Id == improvementId, ct))
            {
                return Refusal.Because("ImprovementUnknown");
            }
            var row = await database.DriverDiagrams.SingleOrDefaultAsync(row => row.ImprovementId == improvementId, ct);
            var measures = await database
                .Measures.Where(measure => measure.ImprovementId == improvementId)
                .Select(measure => measure.Id)
                .ToListAsync(ct);
            var decision = DriverRules.Decide(
                row?.ToDiagram() ?? DriverDiagram.Empty(improvementId),
                command,
                measures
            );
            if (decision.Refusal is { } refusal)
            {
                return refusal;
            }
            if (decision.Events is not [var happened])
            {
                return null;
            }
            if (row is null)
            {
                database.Add(DriverDiagramRow.Of(happened.Diagram));
            }
            else
            {
                row.Take(happened.Diagram);
            }
            await database.AddImprovementEntryAsync(improvementId, happened.GetType(), hand, ct, OneDrawing);
            await database.SaveChangesAsync(ct);
            return null;
        });
    }
}
