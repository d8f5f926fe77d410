using System.Globalization;
using Endre.Domain.Insights.SmallGroups;
using Endre.Domain.Organizations.Privacy;
using Endre.Storage;
using Endre.Storage.Privacy;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Privacy.ChangePrivacy;

/// <summary>The small-group limit and how long things are kept.</summary>
internal static class ChangePrivacy
{
    public const string LimitField = "limit";

    public static async Task<IResult> ShowAsync(
        bool? saved,
        EndreContext database,
        PrivacySettings settings,
        CancellationToken ct
    ) =>
        Page.Of<ChangePrivacyPage>(
            new { View = await ViewAsync(database, settings, saved is true, typed: null, FormFaults.None, ct) }
        );

    public static async Task<IResult> HandleAsync(
        HttpRequest request,
        EndreContext database,
        PrivacySettings settings,
        AuditLog audit,
        CancellationToken ct
    )
    {
        var form = await request.ReadFormAsync(ct);
        var faults = new FormFaults();
        var changes = new List<(string Name, string? Value)>();

        var limit = await database.ReadSmallGroupLimitAsync(ct);
        if (limit.Raise(Number(form[LimitField]) ?? -1, out var raised) is { } refusal)
            faults.Add(LimitField, RefusalTexts.Sentence(refusal));
        else if (raised != limit)
        {
            await settings.SetAsync(PrivacySetting.SmallGroupLimit, raised.Value, ct);
            changes.Add((PrivacySetting.SmallGroupLimit, $"{limit.Value} → {raised.Value}"));
        }

        foreach (var period in (await settings.PeriodsAsync(ct)).Where(period => !period.IsFixed))
        {
            if (period.Choose(Number(form[period.Kind]), out var chosen) is { } fault)
                faults.Add(period.Kind, RefusalTexts.Sentence(fault));
            else if (chosen != period)
            {
                await settings.SetAsync(period.Kind, chosen.Days, ct);
                changes.Add((period.Kind, $"{period.Days} → {chosen.Days}"));
            }
        }

        if (!faults.IsEmpty)
        {
            database.ChangeTracker.Clear();
            var typed = form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
            var view = await ViewAsync(database, settings, isSaved: false, typed, faults, ct);
            return Page.Refused<ChangePrivacyPage>(new { View = view });
        }
        if (changes.Count > 0)
        {
            audit.Record(nameof(ChangePrivacy), "organization", subjectId: null, changes);
            await database.SaveChangesAsync(ct);
        }
        return Page.SeeOther($"{PrivacyLinks.Settings}?saved=true");
    }

    private static int? Number(string? typed) =>
        int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static async Task<ChangePrivacyView> ViewAsync(
        EndreContext database,
        PrivacySettings settings,
        bool isSaved,
        IReadOnlyDictionary<string, string>? typed,
        FormFaults faults,
        CancellationToken ct
    ) =>
        new(
            await database.ReadSmallGroupLimitAsync(ct),
            [.. (await settings.PeriodsAsync(ct)).Where(period => !period.IsFixed)],
            await database.RetentionRuns.AsNoTracking().ToDictionaryAsync(run => run.Kind, ct),
            isSaved,
            typed,
            faults
        );
}

/// <summary>The numbers as they are, or as somebody typed them.</summary>
public sealed record ChangePrivacyView(
    SmallGroupLimit Limit,
    IReadOnlyList<RetentionPeriod> Periods,
    IReadOnlyDictionary<string, RetentionRun> Runs,
    bool IsSaved,
    IReadOnlyDictionary<string, string>? Typed,
    FormFaults Faults
)
{
    public string Shown(string field, int value) =>
        Typed?.GetValueOrDefault(field) ?? value.ToString(CultureInfo.InvariantCulture);
}
