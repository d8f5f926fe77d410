using Endre.Domain.Insights.SmallGroups;
using Endre.Domain.Organizations.Privacy;
using Endre.Storage;
using Endre.Storage.Privacy;
using Endre.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Privacy.ShowPrivacy;

/// <summary>What Endre stores of people, and for how long: for everybody, also before one signs in.</summary>
internal static class ShowPrivacy
{
    public static async Task<IResult> HandleAsync(
        EndreContext database,
        PrivacySettings settings,
        CancellationToken ct
    ) =>
        Page.Of<ShowPrivacyPage>(
            new
            {
                View = new PrivacyView(
                    [.. PersonColumns.Of(database.Model).Select(table => table.Table.GetTableName()!)],
                    await settings.PeriodsAsync(ct),
                    await database.ReadSmallGroupLimitAsync(ct)
                ),
            }
        );
}

/// <summary>What the page tells.</summary>
public sealed record PrivacyView(
    IReadOnlyList<string> Tables,
    IReadOnlyList<RetentionPeriod> Periods,
    SmallGroupLimit SmallGroupLimit
);
