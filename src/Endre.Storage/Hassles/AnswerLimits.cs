using Endre.Domain.Hassles.Answering;
using Endre.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Hassles;

/// <summary>The limit for answers that the organization has chosen.</summary>
public static class AnswerLimits
{
    /// <summary>The name under which it lies among the numbers that the organization has chosen.</summary>
    public const string Name = "answer-limit";

    /// <summary>Reads the limit: the default while nobody has chosen, and never out of its range, whatever is stored.</summary>
    /// <param name="database">Where it lies.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<AnswerLimit> ReadAnswerLimitAsync(this EndreContext database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        var chosen = await database
            .PrivacySettings.AsNoTracking()
            .Where(setting => setting.Name == Name)
            .Select(setting => (int?)setting.Value)
            .SingleOrDefaultAsync(ct);
        return chosen is { } days
            ? new AnswerLimit(Math.Clamp(days, AnswerLimit.Shortest, AnswerLimit.Longest))
            : AnswerLimit.Default;
    }

    /// <summary>Sets the limit; the caller stores.</summary>
    /// <param name="database">Where it lies.</param>
    /// <param name="limit">The limit from now on.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task SetAnswerLimitAsync(this EndreContext database, AnswerLimit limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (await database.PrivacySettings.FindAsync([Name], ct) is { } found)
        {
            found.Value = limit.Days;
        }
        else
        {
            database.PrivacySettings.Add(new PrivacySetting { Name = Name, Value = limit.Days });
        }
    }
}
