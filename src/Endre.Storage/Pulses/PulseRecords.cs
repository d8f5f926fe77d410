using Endre.Domain.Hassles.Pulses;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Pulses;

/// <summary>Opens rounds and counts answers.</summary>
public static class PulseRecords
{
    /// <summary>Opens a round, unless somebody has just opened the same.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="unitId">Which unit is asked.</param>
    /// <param name="question">Which question.</param>
    /// <param name="round">The round, as <see cref="PulseRules.Open"/> has it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Whether it was this one that opened it.</returns>
    public static async Task<bool> OpenRoundAsync(
        this EndreContext database,
        Guid unitId,
        PulseQuestion question,
        PulseRound round,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(round);
        database.Add(
            new PulseRoundRow
            {
                UnitId = unitId,
                Question = PulseRow.WordOf(question),
                OpenedOn = round.OpenedOn,
                LastDay = round.LastDay,
            }
        );
        try
        {
            await database.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            if (await database.PulseRounds.AnyAsync(r => r.UnitId == unitId && r.OpenedOn == round.OpenedOn, ct))
            {
                return false;
            }
            throw;
        }
    }

    /// <summary>Counts an answer. Nothing but the number changes, and answers at the same instant are all counted.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="roundId">Which round.</param>
    /// <param name="answer">Which answer.</param>
    /// <param name="ct">Stops it; then nothing is counted.</param>
    public static Task<int> CountAnswerAsync(
        this EndreContext database,
        Guid roundId,
        PulseAnswer answer,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var round = database.PulseRounds.Where(row => row.Id == roundId);
        return answer switch
        {
            PulseAnswer.Yes => round.ExecuteUpdateAsync(set => set.SetProperty(row => row.Yes, row => row.Yes + 1), ct),
            PulseAnswer.Some => round.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Somewhat, row => row.Somewhat + 1),
                ct
            ),
            _ => round.ExecuteUpdateAsync(set => set.SetProperty(row => row.No, row => row.No + 1), ct),
        };
    }
}
