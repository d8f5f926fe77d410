using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Measures;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Improvements.Measures.ChangeMeasure;
using Endre.Web.Features.Improvements.Measures.Shared;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.Improvements.Measures.MakeMeasure;

/// <summary><c>/forbedringer/{id}/maltall/ny</c>: what is counted, how often, and which way is better.</summary>
internal sealed class MakeMeasure(EndreContext database, MeasureScope scope)
{
    public static Task<IResult> ShowAsync(Guid id, MakeMeasure make, CancellationToken ct) => make.OpenAsync(id, ct);

    public static async Task<IResult> HandleAsync(HttpContext context, Guid id, MakeMeasure make) =>
        await make.SaveAsync(id, await context.Request.ReadFormAsync(context.RequestAborted), context.RequestAborted);

    private async Task<IResult> OpenAsync(Guid id, CancellationToken ct) =>
        await scope.FindAsync(id, ct) is var (improvement, _)
            ? PageOf(improvement, FormCollection.Empty, FormFaults.None)
            : ErrorResult.NotFound;

    private async Task<IResult> SaveAsync(Guid id, IFormCollection form, CancellationToken ct)
    {
        if (await scope.FindAsync(id, ct) is not var (improvement, hand))
        {
            return ErrorResult.NotFound;
        }
        var measure = form.Id("id") is { } sent && sent != Guid.Empty ? sent : Guid.CreateVersion7();
        var refusal = await database.MakeMeasureAsync(
            new Domain.Improvements.Measures.MakeMeasure(
                measure,
                id,
                MeasureActs.Wording(form),
                StoredWord.Find<MeasureKind>(form.Text("kind")),
                StoredWord.Find<MeasureType>(form.Text("type")),
                StoredWord.Find<MeasureRhythm>(form.Text("rhythm")),
                MeasureActs.Better(form.Text("better")),
                SecretText.New()
            ),
            hand,
            ct
        );
        return refusal is null
            ? Page.SeeOther(MeasureLinks.One(id, measure))
            : PageOf(improvement, form, FormFaults.None.Add(refusal.Field ?? "name", RefusalTexts.Sentence(refusal)));
    }

    private static IResult PageOf(Improvement improvement, IFormCollection form, FormFaults faults) =>
        Page.Of<MakeMeasurePage>(
            new
            {
                Improvement = improvement,
                Form = form,
                Faults = faults,
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
}
