using System.Globalization;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Hassles.ListToAnswer;
using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles.ChangeAnswerLimit;

/// <summary><c>/svarfrist</c>: how many days there are to answer. For administrators.</summary>
internal static class ChangeAnswerLimit
{
    public const string Field = "days";

    public static async Task<IResult> ShowAsync(bool? lagret, EndreContext database, CancellationToken ct) =>
        Page.Of<ChangeAnswerLimitPage>(
            new { Value = Text((await database.ReadAnswerLimitAsync(ct)).Days), IsSaved = lagret is true }
        );

    public static async Task<IResult> HandleAsync(
        HttpRequest request,
        EndreContext database,
        AuditLog audit,
        CancellationToken ct
    )
    {
        var typed = (await request.ReadFormAsync(ct)).Text(Field)?.Trim();
        var limit = await database.ReadAnswerLimitAsync(ct);
        var days = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? read
            : (int?)null;
        if (limit.Choose(days, out var chosen) is { } refusal)
        {
            return Page.Refused<ChangeAnswerLimitPage>(
                new { Value = typed, Faults = FormFaults.None.Add(Field, RefusalTexts.Sentence(refusal)) }
            );
        }
        if (chosen != limit)
        {
            await database.SetAnswerLimitAsync(chosen, ct);
            audit.Record(
                nameof(ChangeAnswerLimit),
                "organization",
                subjectId: null,
                (AnswerLimits.Name, $"{limit.Days} → {chosen.Days}")
            );
            await database.SaveChangesAsync(ct);
        }
        return Page.SeeOther($"{ToAnswerLinks.Limit}?lagret=true");
    }

    private static string Text(int days) => days.ToString(CultureInfo.InvariantCulture);
}
