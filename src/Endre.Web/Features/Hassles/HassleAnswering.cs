using Endre.Domain.Hassles;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Access;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles;

/// <summary>What waits for an answer from somebody: said to the units that the person leads, or taken over.</summary>
internal sealed class HassleAnswering(EndreContext database, UnitSeats seats, Texts<HassleTexts> texts)
    : IResponsibilities
{
    public string Tell(int count) => texts.Count("Waiting", count);

    public async Task<int> CountAsync(Guid personId, CancellationToken ct) => (await OpenAsync(personId, ct)).Count;

    public async Task HandOverAsync(Guid from, Guid to, CancellationToken ct)
    {
        foreach (var row in await OpenAsync(from, ct))
        {
            var before = row.ToHassle([]);
            foreach (var happened in HassleRules.Decide(before, new HandOverHassle(to), seats.Today).Events)
            {
                var after = HassleRules.Evolve(before, happened);
                row.Take(after);
                var last = await database
                    .HassleEvents.Where(entry => entry.HassleId == row.Id)
                    .MaxAsync(entry => entry.Number, ct);
                database.Add(HassleEventRow.Of(last + 1, happened, after));
            }
        }
    }

    private async Task<List<HassleRow>> OpenAsync(Guid personId, CancellationToken ct)
    {
        var known = await seats.ReadAsync(ct);
        var led = known
            .Seats.SelectMany(unit => unit)
            .Where(seat => seat.PersonId == personId && seat.Role is (UnitRole.Leader or UnitRole.Deputy))
            .Select(seat => seat.UnitId)
            .SelectMany(unit => known.Tree.Whole(unit))
            // Below her there may be others who are nearer.
            .Where(unit => known.AnswerersOf(unit).Any(seat => seat.PersonId == personId))
            .ToHashSet();
        return await database
            .Hassles.Where(row => HassleWords.Unanswered.Contains(row.State))
            .Where(row =>
                row.AnswererId == personId || (row.AnswererId == null && led.Contains(row.MovedToId ?? row.UnitId))
            )
            .ToListAsync(ct);
    }
}
