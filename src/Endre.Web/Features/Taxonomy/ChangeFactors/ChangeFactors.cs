using Endre.Domain.Insights;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Factors;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Taxonomy.ChangeFactors;

/// <summary>An administrator's act on the drivers and barriers: load, decide, store with its entry in the history.</summary>
internal sealed class ChangeFactors(EndreContext database, Factors factors, CurrentPerson person, TimeProvider clock)
{
    private const int MostTries = 10;

    /// <summary>The list as it is stored now, by whichever node.</summary>
    public async Task<FactorList> ReadAsync(CancellationToken ct)
    {
        var rows = await database.Factors.AsNoTracking().ToListAsync(ct);
        return new FactorList([.. rows.Select(row => row.ToListed())]).InOrder();
    }

    /// <summary>Does it. Whoever stores at the same instant is waited for, and it is decided again on top of theirs.</summary>
    /// <returns>Null when it is done, or was done already; otherwise why not.</returns>
    public async Task<Refusal?> HandleAsync(FactorCommand command, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryAsync(command, ct);
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                database.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Refusal?> TryAsync(FactorCommand command, CancellationToken ct)
    {
        var rows = await database.Factors.ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, ct);
        var list = new FactorList([.. rows.Values.Select(row => row.ToListed())]).InOrder();
        var decision = FactorRules.Decide(list, command);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }
        foreach (var changed in decision.Events)
        {
            list = FactorRules.Evolve(list, changed);
            database.Add(FactorChange.Of(changed, person.RequiredId, clock.GetUtcNow()));
        }
        foreach (var listed in list.All)
        {
            if (rows.TryGetValue(listed.Id, out var row))
            {
                row.Take(listed);
            }
            else
            {
                database.Add(FactorRow.Of(listed));
            }
        }
        await database.SaveChangesAsync(ct);
        await factors.RefreshAsync(ct);
        return null;
    }
}
