using Endre.Domain.Hassles.Answering;
using Endre.Domain.Insights.SmallGroups;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.AnswerTime;

/// <summary>
/// Reads how long the staff of a unit usually waits for the first answer. Of the unit and of nobody else: no list puts units
/// or people beside each other by it.
/// </summary>
internal sealed class ReadAnswerTimes(EndreContext database, UnitSeats seats)
{
    /// <returns>For each open unit that was asked for, in the same order.</returns>
    public async Task<IReadOnlyList<UnitAnswerTime>> ReadAsync(
        UnitTree tree,
        IReadOnlyList<Unit> units,
        CancellationToken ct
    )
    {
        var limit = await database.ReadSmallGroupLimitAsync(ct);
        // What was said to a unit that has been closed counts where it went on.
        var counted = tree
            .All.Select(unit => (unit.Id, Now: tree.Current(unit.Id)?.Id ?? unit.Id))
            .Where(pair => units.Any(unit => unit.Id == pair.Now))
            .ToDictionary(pair => pair.Id, pair => pair.Now);
        var ids = counted.Keys.ToList();
        var from = seats.Today.AddMonths(-AnswerTimes.Months);
        var rows = await database
            .Hassles.AsNoTracking()
            .Where(row => row.Week >= from && ids.Contains(row.MovedToId ?? row.UnitId))
            .ToListAsync(ct);
        var answers = (
            await database
                .HassleMessages.AsNoTracking()
                .Where(message => message.Answer != null)
                .Join(
                    database.Hassles.Where(row => row.Week >= from && ids.Contains(row.MovedToId ?? row.UnitId)),
                    message => message.HassleId,
                    row => row.Id,
                    (message, _) => message
                )
                .ToListAsync(ct)
        ).ToLookup(message => message.HassleId);
        var days = rows.Select(row => row.ToHassle(answers[row.Id]))
            .Select(hassle => (Unit: counted[hassle.AnsweringUnitId], Days: AnswerTimes.DaysOf(hassle)))
            .Where(one => one.Days is not null)
            .ToLookup(one => one.Unit, one => one.Days!.Value);
        return
        [
            .. units.Select(unit => new UnitAnswerTime(
                unit.Id,
                unit.Name,
                AnswerTimes.MedianOf(days[unit.Id], limit.Value),
                limit
            )),
        ];
    }
}

/// <summary>How long the staff of a unit usually waits for the first answer.</summary>
/// <param name="UnitId">Which unit.</param>
/// <param name="Unit">Its name.</param>
/// <param name="MedianDays">The median in days; null while fewer than the limit have been answered.</param>
/// <param name="Limit">Fewer than this are not told.</param>
public sealed record UnitAnswerTime(Guid UnitId, string Unit, double? MedianDays, SmallGroupLimit Limit);
