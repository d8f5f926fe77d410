using Endre.Domain.Improvements.Measures;
using Endre.Domain.Improvements.RunCharts;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Improvements.Measures.Shared;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Improvements.Measures.ChangeMeasure;

/// <summary>Does one thing with a measure, and shows it again.</summary>
internal sealed class ChangeMeasure(EndreContext database, MeasureScope scope, ShowMeasure.ShowMeasure show)
{
    public static async Task<IResult> HandleAsync(
        HttpContext context,
        Guid id,
        Guid measureId,
        string act,
        ChangeMeasure measure
    ) =>
        await measure.DoAsync(
            id,
            measureId,
            act,
            await context.Request.ReadFormAsync(context.RequestAborted),
            context.RequestAborted
        );

    private async Task<IResult> DoAsync(Guid id, Guid measureId, string act, IFormCollection form, CancellationToken ct)
    {
        if (await scope.FindAsync(id, measureId, ct) is not { } at || MeasureActs.Read(act, form) is not { } command)
        {
            return ErrorResult.NotFound;
        }
        var refusal = await database.DoWithMeasureAsync(measureId, command, at.Hand, ct);
        return refusal is null
            ? Page.SeeOther(MeasureLinks.Saved(id, measureId))
            : await show.RefusedAsync(at, new Attempt(act, refusal, form), ct);
    }
}

/// <summary>What can be done with a measure, each with its word in the address.</summary>
internal static class MeasureActs
{
    public const string Change = "endre";
    public const string Rules = "regler";
    public const string Freeze = "utgangspunkt";
    public const string Release = "slipp";
    public const string Name = "fase";
    public const string RemovePhase = "fjern-fase";
    public const string Renew = "ny-lenke";
    public const string Use = "bruk";

    /// <summary>What a form wants done; null when there is no such act.</summary>
    public static MeasureCommand? Read(string act, IFormCollection form) =>
        act switch
        {
            Change => new Domain.Improvements.Measures.ChangeMeasure(
                Wording(form),
                StoredWord.Find<MeasureKind>(form.Text("kind")),
                Better(form.Text("better"))
            ),
            Rules => new ChooseRules(StoredWord.Find<RunChartRules>(form.Text("rules"))),
            Freeze => new FreezeBaseline(FormReading.Day(form.Text("until"))),
            Release => new ReleaseBaseline(),
            Name => new NamePhase(FormReading.Day(form.Text("from")), form.Text("phase")),
            RemovePhase => new Domain.Improvements.Measures.RemovePhase(FormReading.Day(form.Text("from"))),
            Renew => new RenewLink(SecretText.New()),
            Use => new UseMeasure(form.Text("use") == "true"),
            _ => null,
        };

    /// <summary>The words of a form.</summary>
    public static TypedWording Wording(IFormCollection form) =>
        new(
            form.Text("name"),
            form.Text("definition"),
            form.Text("unit"),
            form.Text("target"),
            form.Text("targetWords")
        );

    /// <summary>Whether higher is better; null when nobody chose.</summary>
    public static bool? Better(string? word) =>
        word switch
        {
            "up" => true,
            "down" => false,
            _ => null,
        };
}
