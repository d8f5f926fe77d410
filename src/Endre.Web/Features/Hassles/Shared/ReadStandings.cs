using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;
using Endre.Storage;
using Endre.Storage.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles;

/// <summary>Reads how it stands with hassles: age, limit, lifting, moving and merging.</summary>
internal sealed class ReadStandings(EndreContext database, UnitSeats seats, ReadHits hits)
{
    private static readonly string Withdrawn = HassleWords.Of(HassleState.Withdrawn);

    /// <summary>How many meet each of them.</summary>
    public Task<Func<Guid, Hits>> ReadHitsAsync(IReadOnlyCollection<Guid> hassles, CancellationToken ct) =>
        hits.ReadAsync(hassles, ct);

    /// <returns>The standing of each, given whether the reader may know the day on which it was said.</returns>
    public async Task<Func<Hassle, bool, HassleStanding>> ReadAsync(
        IReadOnlyCollection<Hassle> hassles,
        CancellationToken ct
    )
    {
        var limit = await database.ReadAnswerLimitAsync(ct);
        var redacted = await RedactedAsync([.. hassles.Select(hassle => hassle.Id)], ct);
        var leaders = Ids(
            hassles
                .Where(hassle => hassle.LiftedOn is not null)
                .Select(hassle => hassle.AnswererId)
                .Concat(redacted.Values.Select(entry => entry.PersonId))
        );
        var names = await database
            .Users.AsNoTracking()
            .Where(person => leaders.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct);
        var units = Ids(hassles.Select(hassle => hassle.MovedToId));
        var unitNames = await database
            .Units.AsNoTracking()
            .Where(unit => units.Contains(unit.Id))
            .ToDictionaryAsync(unit => unit.Id, unit => unit.Name, ct);
        var voices = await VoicesAsync([.. hassles.Select(hassle => hassle.Id)], ct);
        var today = seats.Today;
        return (hassle, seesDay) =>
        {
            var duty = AnswerDuty.Of(hassle, limit, seesDay);
            var isLifted = hassle.LiftedOn is not null && hassle.AnswererId is not null;
            return new HassleStanding(duty.AgeOn(today), hassle.MergedIntoId is null ? duty.DaysLeftOn(today) : null)
            {
                LiftedTo = isLifted ? names.GetValueOrDefault(hassle.AnswererId!.Value) : null,
                LiftedOn = isLifted ? hassle.LiftedOn : null,
                MovedTo = hassle.MovedToId is { } unit ? unitNames.GetValueOrDefault(unit) : null,
                MovedOn = hassle.MovedToId is null ? null : hassle.MovedOn,
                RedactedOn = redacted.GetValueOrDefault(hassle.Id)?.Day,
                RedactedBy = redacted.GetValueOrDefault(hassle.Id)?.PersonId is { } by
                    ? names.GetValueOrDefault(by)
                    : null,
                IsMerged = hassle.MergedIntoId is not null,
                Voices = voices.GetValueOrDefault(hassle.Id, 1),
            };
        };
    }

    private async Task<Dictionary<Guid, HassleEventRow>> RedactedAsync(List<Guid> ids, CancellationToken ct) =>
        (
            await database
                .HassleEvents.AsNoTracking()
                .Where(entry => ids.Contains(entry.HassleId))
                .Where(entry => entry.What == HassleEventRow.Redacted || entry.What == HassleEventRow.PhotoRemoved)
                .ToListAsync(ct)
        )
            .GroupBy(entry => entry.HassleId)
            .ToDictionary(entries => entries.Key, entries => entries.MaxBy(entry => entry.Number)!);

    // Each of those that were merged into one, and into these again, is somebody who said it.
    private async Task<IReadOnlyDictionary<Guid, int>> VoicesAsync(List<Guid> ids, CancellationToken ct)
    {
        var voices = ids.Distinct().ToDictionary(id => id, _ => 1);
        var roots = voices.Keys.ToDictionary(id => id, id => new HashSet<Guid> { id });
        while (roots.Count > 0)
        {
            var under = roots.Keys.ToList();
            var merged = await database
                .Hassles.AsNoTracking()
                .Where(row => row.MergedIntoId != null && under.Contains(row.MergedIntoId.Value))
                .Where(row => row.State != Withdrawn)
                .Select(row => new { row.Id, Into = row.MergedIntoId!.Value })
                .ToListAsync(ct);
            var next = new Dictionary<Guid, HashSet<Guid>>();
            foreach (var one in merged)
            {
                foreach (var root in roots[one.Into])
                    voices[root]++;
                next[one.Id] = roots[one.Into];
            }
            roots = next;
        }
        return voices;
    }

    private static List<Guid> Ids(IEnumerable<Guid?> ids) => [.. ids.OfType<Guid>().Distinct()];
}
