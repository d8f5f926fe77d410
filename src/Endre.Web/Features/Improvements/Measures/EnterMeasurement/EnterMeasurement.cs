using System.Globalization;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Improvements.Measures.Shared;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Improvements.Measures.EnterMeasurement;

/// <summary>Tells one number, or corrects one.</summary>
internal sealed class EnterMeasurement(EndreContext database, MeasureScope scope, ShowMeasure.ShowMeasure show)
{
    /// <summary>The name of the form of one measure: a page may have several.</summary>
    public static string ActOf(Guid measureId) => $"tall-{measureId:N}";

    public static async Task<IResult> HandleAsync(
        HttpContext context,
        Guid id,
        Guid measureId,
        EnterMeasurement enter
    ) =>
        await enter.EnterAsync(
            id,
            measureId,
            await context.Request.ReadFormAsync(context.RequestAborted),
            context.RequestAborted
        );

    public static async Task<IResult> CorrectAsync(
        HttpContext context,
        Guid id,
        Guid measureId,
        Guid measurementId,
        EnterMeasurement enter
    ) =>
        await enter.CorrectAsync(
            id,
            measureId,
            measurementId,
            await context.Request.ReadFormAsync(context.RequestAborted),
            context.RequestAborted
        );

    /// <summary>What a form tells, or why its time cannot be read.</summary>
    public static Refusal? Read(IFormCollection form, out Domain.Improvements.Measures.EnterMeasurement read)
    {
        TimeOnly? at = null;
        var typed = form.Text("at")?.Trim();
        Refusal? refusal = null;
        if (!string.IsNullOrEmpty(typed))
        {
            if (
                TimeOnly.TryParseExact(
                    typed,
                    ["H:mm", "H.mm", "H:mm:ss"],
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var time
                )
            )
            {
                at = time;
            }
            else
            {
                refusal = new Refusal("TimeUnreadable", "at");
            }
        }
        read = new Domain.Improvements.Measures.EnterMeasurement(
            form.Id("id") is { } id && id != Guid.Empty ? id : Guid.CreateVersion7(),
            FormReading.Day(form.Text("day")),
            at,
            form.Text("number"),
            form.Text("outOf")
        );
        return refusal;
    }

    private async Task<IResult> EnterAsync(Guid id, Guid measureId, IFormCollection form, CancellationToken ct)
    {
        if (await scope.FindAsync(id, measureId, ct) is not { } at)
        {
            return ErrorResult.NotFound;
        }
        var refusal =
            Read(form, out var enter) ?? await database.EnterMeasurementAsync(measureId, enter, at.Role, at.Hand, ct);
        return refusal is null
            ? Page.SeeOther(MeasureLinks.Saved(id, measureId))
            : await show.RefusedAsync(at, new Attempt(ActOf(measureId), refusal, form), ct);
    }

    private async Task<IResult> CorrectAsync(
        Guid id,
        Guid measureId,
        Guid measurementId,
        IFormCollection form,
        CancellationToken ct
    )
    {
        if (await scope.FindAsync(id, measureId, ct) is not { } at)
        {
            return ErrorResult.NotFound;
        }
        var typed = (form.Text("number"), form.Text("outOf"));
        var refusal = await database.CorrectMeasurementAsync(measureId, measurementId, typed, at.Role, at.Hand, ct);
        return refusal switch
        {
            null => Page.SeeOther(MeasureLinks.Saved(id, measureId)),
            { Reason: "MeasurementUnknown" } => ErrorResult.NotFound,
            _ => await show.RefusedAsync(at, new Attempt($"rett-{measurementId}", refusal, form), ct),
        };
    }
}
