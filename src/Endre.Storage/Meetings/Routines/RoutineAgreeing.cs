using Endre.Domain.Meetings.Routines;
using Endre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Meetings.Routines;

/// <summary>What a unit agrees on outside a meeting, such as an improvement that it adopts: its meetings ask «som før?» of it too.</summary>
internal static class RoutineAgreeing
{
    /// <summary>Adds the routine or gives it other words, without storing it. One that a meeting has stopped is taken up again.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="id">The routine's id.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="text">How it is done; tidy, and not too long.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Null, or what <see cref="RoutineRules.Add"/> says.</returns>
    public static async Task<Refusal?> AgreeOnRoutineAsync(
        this EndreContext database,
        Guid id,
        Guid unitId,
        string text,
        DateOnly today,
        CancellationToken ct
    )
    {
        var row = await database.Routines.SingleOrDefaultAsync(row => row.Id == id, ct);
        if (row is { IsUsed: true } && row.Text == text)
        {
            return null;
        }
        var number = 1;
        if (row is null)
        {
            var used = await database.Routines.CountAsync(other => other.UnitId == unitId && other.IsUsed, ct);
            var decision = RoutineRules.Add(new AddRoutine(id, unitId, text), used, today);
            if (decision.Refusal is { } refusal)
            {
                return refusal;
            }
            database.Add(RoutineRow.Of(RoutineRules.Evolve(null, decision.Events[0])));
        }
        else
        {
            row.Take(row.ToRoutine() with { Text = text, IsUsed = true });
            number += await database.RoutineEvents.Where(entry => entry.RoutineId == id).MaxAsync(e => e.Number, ct);
        }
        database.Add(
            new RoutineEventRow
            {
                RoutineId = id,
                Number = number,
                What = row is null ? RoutineEventRow.Added : StoredWord.Of(RoutineAnswer.Change),
                Text = text,
                MeetingId = null,
                SaidOn = today,
            }
        );
        return null;
    }
}
