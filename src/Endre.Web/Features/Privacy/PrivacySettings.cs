using Endre.Domain.Organizations.Privacy;
using Endre.Storage;
using Endre.Storage.Privacy;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Privacy;

/// <summary>The numbers that protect people, as the organization has chosen them.</summary>
internal sealed class PrivacySettings(EndreContext database, IEnumerable<IRetention> kinds)
{
    /// <summary>All periods, in the order of their kinds.</summary>
    public async Task<IReadOnlyList<RetentionPeriod>> PeriodsAsync(CancellationToken ct)
    {
        var chosen = await database.PrivacySettings.AsNoTracking().ToDictionaryAsync(s => s.Name, s => s.Value, ct);
        return
        [
            .. kinds
                .Select(kind => kind.Default)
                .OrderBy(period => period.Kind, StringComparer.Ordinal)
                .Select(period => chosen.TryGetValue(period.Kind, out var days) ? period with { Days = days } : period),
        ];
    }

    /// <summary>Sets a number; the caller stores.</summary>
    public async Task SetAsync(string name, int value, CancellationToken ct)
    {
        if (await database.PrivacySettings.FindAsync([name], ct) is { } found)
            found.Value = value;
        else
            database.PrivacySettings.Add(new PrivacySetting { Name = name, Value = value });
    }
}
