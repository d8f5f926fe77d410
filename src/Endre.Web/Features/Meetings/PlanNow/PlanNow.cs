using System.Globalization;
using Endre.Domain.Meetings.Planning;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.Meetings.PlanNow;

/// <summary><c>/moter/nytt</c>: a meeting alone, such as one at the board in ten minutes. All who work in the unit are asked.</summary>
internal sealed class PlanNow(
    EndreContext database,
    WorkedUnits worked,
    InviteToNow invite,
    Settings settings,
    Texts<MeetingTexts> texts,
    TimeProvider clock
)
{
    private const int UsualMinutes = 20;

    private static readonly string[] Fields = ["title", "start", "minutes", "place", "video"];

    public static async Task<IResult> ShowAsync(Guid? enhet, PlanNow plan, CancellationToken ct) =>
        await plan.OpenAsync(enhet, ct);

    public static async Task<IResult> HandleAsync(HttpContext context, PlanNow plan) =>
        await plan.SaveAsync(await context.Request.ReadFormAsync(context.RequestAborted), context.RequestAborted);

    private async Task<IResult> OpenAsync(Guid? unit, CancellationToken ct)
    {
        var choices = await UnitsAsync(ct);
        if (choices.Count == 0)
            return ErrorResult.NotFound;
        var start = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), settings.TimeZone);
        var form = new PlanNowForm(
            Guid.CreateVersion7(),
            unit is { } chosen ? $"{chosen}" : choices[0].Value,
            texts["BoardMeeting"],
            start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            start.ToString("HH:mm", CultureInfo.InvariantCulture),
            $"{UsualMinutes}",
            "",
            ""
        );
        return Page.Of<PlanNowPage>(new { Units = choices, Form = form });
    }

    private async Task<IResult> SaveAsync(IFormCollection sent, CancellationToken ct)
    {
        var choices = await UnitsAsync(ct);
        if (sent.Id("unit") is not { } unit || choices.All(choice => choice.Value != $"{unit}"))
            return ErrorResult.NotFound;
        var form = new PlanNowForm(
            sent.Id("id") is { } id && id != Guid.Empty ? id : Guid.CreateVersion7(),
            $"{unit}",
            sent.Text("title"),
            sent.Text("start"),
            sent.Text("time"),
            sent.Text("minutes"),
            sent.Text("place"),
            sent.Text("video")
        );
        var known = await worked.ReadAsync(ct);
        var hand = new MeetingRecords.Hand(known.Hassles.PersonId, clock.GetUtcNow());
        var refusal = await database.PlanMeetingAsync(
            new PlanMeeting(
                form.Id,
                unit,
                Series: null,
                form.Title,
                StartOf(form),
                sent.Number("minutes"),
                form.Place,
                form.Video
            ),
            hand,
            ct
        );
        if (refusal is not null)
        {
            var field = Fields.Contains(refusal.Field) ? refusal.Field! : Fields[0];
            var faults = FormFaults.None.Add(field, RefusalTexts.Sentence(refusal));
            return Page.Refused<PlanNowPage>(
                new
                {
                    Units = choices,
                    Form = form,
                    Faults = faults,
                }
            );
        }
        await invite.AskAsync(form.Id, known.Hassles.Tree, unit, hand, ct);
        return Page.SeeOther(MeetingLinks.One(form.Id));
    }

    private async Task<IReadOnlyList<Choice>> UnitsAsync(CancellationToken ct)
    {
        var known = await worked.ReadAsync(ct);
        return
        [
            .. known
                .Hassles.Tree.All.Where(unit => unit.IsOpen && known.Hassles.Led.Contains(unit.Id))
                .OrderByDescending(unit => known.Hassles.Tree.Whole(unit.Id).Count)
                .ThenBy(unit => unit.Name, StringComparer.CurrentCulture)
                .Select(unit => new Choice($"{unit.Id}", unit.Name)),
        ];
    }

    private DateTimeOffset? StartOf(PlanNowForm form)
    {
        if (
            FormReading.Day(form.Start) is not { } day
            || !TimeOnly.TryParseExact(
                form.Time?.Trim().Replace('.', ':'),
                ["H:mm", "HH:mm", "HH:mm:ss"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
        )
            return null;
        var local = day.ToDateTime(time);
        // The hour that is skipped in March does not exist; what was meant is the one after it.
        if (settings.TimeZone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, settings.TimeZone.GetUtcOffset(local));
    }
}

/// <summary>What stands in the form.</summary>
/// <param name="Id">The same when the form is sent twice.</param>
/// <param name="Unit">The unit that meets.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Start">The day, as typed.</param>
/// <param name="Time">The time of day, as typed.</param>
/// <param name="Minutes">How long, as typed.</param>
/// <param name="Place">Where.</param>
/// <param name="Video">The address of its video room.</param>
public sealed record PlanNowForm(
    Guid Id,
    string Unit,
    string? Title,
    string? Start,
    string? Time,
    string? Minutes,
    string? Place,
    string? Video
);
