using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Removals;
using Endre.Domain.Lineage;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Hassles.MeToo;
using Endre.Web.Features.Hassles.SortHassle;
using Endre.Web.Hosting.Errors;
using Endre.Web.Lineage;
using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles.AnswerHassle;

/// <summary><c>/plunder/{id}</c>: to read for all who see it, to answer for those who are to.</summary>
internal sealed class AnswerHassle(
    EndreContext database,
    HassleSight sight,
    GiveAnswer give,
    ReadMet met,
    SortChoices sorting,
    RecordWalk walk
)
{
    public static async Task<IResult> ShowAsync(Guid id, string? lagret, AnswerHassle answer, CancellationToken ct) =>
        await answer.PageAsync(id, new AnswerForm(), FormFaults.None, lagret, ct) ?? ErrorResult.NotFound;

    public static async Task<IResult> HandleAsync(HttpContext context, Guid id, AnswerHassle answer) =>
        await answer.AnswerAsync(
            id,
            AnswerForm.Read(await context.Request.ReadFormAsync(context.RequestAborted)),
            context.RequestAborted
        );

    /// <summary>The page again, with why something else than an answer could not be done.</summary>
    internal async Task<IResult> RefusedAsync(Guid id, Refusal refusal, CancellationToken ct)
    {
        var field = refusal.Field is "unit" or "into" ? refusal.Field : "text";
        var faults = FormFaults.None.Add(field, RefusalTexts.Sentence(refusal));
        return await PageAsync(id, new AnswerForm(), faults, done: null, ct) ?? ErrorResult.NotFound;
    }

    private async Task<IResult> AnswerAsync(Guid id, AnswerForm form, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (await scope.FindAsync(database, id, ct) is not { } hassle || !scope.MayAnswer(hassle))
        {
            return ErrorResult.NotFound;
        }
        var refusal = form.HasBadDay
            ? new Refusal("PromiseMalformed", "by")
            : await give.GiveAsync(scope, hassle, form.Answer, form.Text, form.After, form.Promise, ct);
        if (refusal is null)
        {
            return Page.SeeOther(HassleLinks.Answered(id));
        }
        var faults = FormFaults.None.Add(
            refusal.Field is "answer" or "who" or "by" ? refusal.Field : "text",
            RefusalTexts.Sentence(refusal)
        );
        return await PageAsync(id, form, faults, done: null, ct) ?? ErrorResult.NotFound;
    }

    private async Task<IResult?> PageAsync(
        Guid id,
        AnswerForm form,
        FormFaults faults,
        string? done,
        CancellationToken ct
    )
    {
        var scope = await sight.OpenAsync(ct);
        if (await scope.FindAsync(database, id, ct) is not { } hassle)
        {
            return null;
        }
        var lift = await give.LiftingAsync(scope, ct);
        var mayAnswer = scope.MayAnswer(hassle) && hassle.State != HassleState.Withdrawn;
        return Page.Of<ShowHasslePage>(
            new
            {
                Removal = hassle.Removal,
                hassle.Promise,
                Hassle = await met.ViewAsync(scope, hassle, ct),
                MayAnswer = mayAnswer,
                LiftTo = mayAnswer && lift.Next(hassle, scope.PersonId) is { } next ? lift.NameOf(next.PersonId) : null,
                Sorting = await sorting.ReadAsync(scope, hassle, ct) is { } view ? view with { Faults = faults } : null,
                Form = form,
                Faults = faults,
                Done = done,
                IsMet = await met.CountsMeAsync(hassle, ct),
                Lineage = await walk.OfAsync(new RecordReference(RecordKind.Hassle, id), ct),
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }
}

/// <summary>What stands in the form of an answer.</summary>
public sealed record AnswerForm
{
    public string? Answer { get; init; }

    public string? Text { get; init; }

    public int After { get; init; }

    public string? Who { get; init; }

    public string? By { get; init; }

    internal bool HasBadDay => !string.IsNullOrWhiteSpace(By) && Day is null;

    internal Promise Promise => new(Who, Day);

    private DateOnly? Day => FormReading.Day(By);

    internal static AnswerForm Read(IFormCollection form) =>
        new()
        {
            Answer = form.Text("answer"),
            Text = form.Text("text"),
            After = form.Number("after") ?? -1,
            Who = form.Text("who"),
            By = form.Text("by"),
        };
}
