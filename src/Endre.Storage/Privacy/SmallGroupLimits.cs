using Endre.Domain.Insights.SmallGroups;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Privacy;

/// <summary>The small-group limit that the organization has chosen.</summary>
public static class SmallGroupLimits
{
    /// <summary>Reads the limit: the lowest while nobody has chosen, and never lower than that, whatever is stored.</summary>
    /// <param name="database">Where it lies.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<SmallGroupLimit> ReadSmallGroupLimitAsync(this EndreContext database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        var chosen = await database
            .PrivacySettings.AsNoTracking()
            .Where(setting => setting.Name == PrivacySetting.SmallGroupLimit)
            .Select(setting => (int?)setting.Value)
            .SingleOrDefaultAsync(ct);
        return chosen is { } value
            ? new SmallGroupLimit(Math.Max(value, SmallGroupLimit.Lowest))
            : SmallGroupLimit.Default;
    }
}
