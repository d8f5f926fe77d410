using Endre.Storage;
using Endre.Web.Features.Improvements.Shared;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Holding;

/// <summary>Whether what was adopted was still used when it was asked.</summary>
internal sealed class EffectOfHolding(EndreContext database, Texts<HoldingTexts> texts) : IImprovementEffects
{
    public async Task<ILookup<Guid, string>> OfAsync(IReadOnlyCollection<Guid> improvements, CancellationToken ct)
    {
        var rows = await database
            .HeldRoutines.AsNoTracking()
            .Where(row => improvements.Contains(row.ImprovementId))
            .ToListAsync(ct);
        return rows.Select(row => row.ToHeldRoutine(default))
            .SelectMany(held => held.Checks, (held, check) => (held.ImprovementId, Check: check))
            .ToLookup(
                one => one.ImprovementId,
                one => $"{texts["AfterMonths", one.Check.Months]}: {texts[$"Use_{one.Check.Use}"]}"
            );
    }
}
