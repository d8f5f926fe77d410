using System.Globalization;
using Endre.Domain.Improvements.Measures;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Improvements.Measures.Shared;
using Endre.Web.Texts;

namespace Endre.Web.Features.Improvements.Measures.TellByLink;

/// <summary>
/// <c>/tell/{token}</c>: one number from a phone, without signing in. The secret in the address is the key; it shows what the
/// measure is called and the last numbers, and nothing is kept of who tells.
/// </summary>
internal sealed class TellByLink(EndreContext database, MeasureScope scope, TellLimit limit)
{
    private const int MostShown = 4;

    public static Task<IResult> ShowAsync(string token, string? lagret, TellByLink tell, CancellationToken ct) =>
        tell.OpenAsync(token, lagret == "ja", ct);

    public static async Task<IResult> HandleAsync(HttpContext context, string token, TellByLink tell) =>
        await tell.SaveAsync(
            token,
            await context.Request.ReadFormAsync(context.RequestAborted),
            context.RequestAborted
        );

    private async Task<IResult> OpenAsync(string token, bool isSaved, CancellationToken ct) =>
        await database.FindMeasureByLinkAsync(token, ct) is { } measure
            ? await PageAsync(measure, FormCollection.Empty, FormFaults.None, isSaved, ct)
            : Gone();

    private async Task<IResult> SaveAsync(string token, IFormCollection form, CancellationToken ct)
    {
        if (await database.FindMeasureByLinkAsync(token, ct) is not { } measure)
        {
            return Gone();
        }
        var refusal =
            EnterMeasurement.EnterMeasurement.Read(form, out var enter)
            ?? TooMany(measure.Id)
            ?? await database.EnterMeasurementAsync(measure.Id, enter, by: null, scope.Nobody, ct);
        return refusal switch
        {
            null => Page.SeeOther($"{MeasureLinks.Tell(token)}?lagret=ja"),
            { Reason: "MeasureRetired" or "MeasureUnknown" } => Gone(),
            _ => await PageAsync(measure, form, FaultsOf(refusal), isSaved: false, ct),
        };
    }

    private async Task<IResult> PageAsync(
        Measure measure,
        IFormCollection form,
        FormFaults faults,
        bool isSaved,
        CancellationToken ct
    )
    {
        if (!measure.IsInUse)
        {
            return Gone();
        }
        var numbers = await database.MeasurementsOfAsync(measure.Id, ct);
        var page = new TellView(
            measure,
            [.. numbers.Where(number => number.Amount is not null).Reverse().Take(MostShown)],
            scope.Nobody.Today,
            scope.Now,
            isSaved,
            form,
            faults
        );
        return faults.IsEmpty ? Page.Of<TellPage>(new { View = page }) : Page.Refused<TellPage>(new { View = page });
    }

    private Refusal? TooMany(Guid measureId) =>
        limit.Lets(measureId, out var wait)
            ? null
            : new Refusal(
                "TooManyTold",
                "number",
                Math.Ceiling(wait.TotalMinutes).ToString(CultureInfo.InvariantCulture)
            );

    private static FormFaults FaultsOf(Refusal refusal) =>
        FormFaults.None.Add(refusal.Field ?? "number", RefusalTexts.Sentence(refusal));

    private static IResult Gone() => Page.Of<TellGonePage>(status: StatusCodes.Status404NotFound);
}

/// <summary>What stands behind the link.</summary>
public sealed record TellView(
    Measure Measure,
    IReadOnlyList<Measurement> Last,
    DateOnly Today,
    TimeOnly Now,
    bool IsSaved,
    IFormCollection Form,
    FormFaults Faults
)
{
    public string? Typed(string field) => Form.TryGetValue(field, out var typed) ? typed.ToString() : null;
}
