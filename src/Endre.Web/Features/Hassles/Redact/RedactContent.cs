using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Redactions;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.Redact;

/// <summary><c>/plunder/{id}/fjern</c>: words, or the picture, are taken out for good by one who may answer.</summary>
internal sealed class RedactContent(EndreContext database, HassleSight sight, UnitSeats seats, ITraces traces)
{
    public static async Task<IResult> ShowAsync(Guid id, string? gjort, RedactContent redact, CancellationToken ct) =>
        await redact.FindAsync(id, ct) is { } hassle
            ? await redact.PageAsync(hassle, FormFaults.None, gjort == "ja", ct)
            : ErrorResult.NotFound;

    public static async Task<IResult> HandleAsync(HttpContext context, Guid id, RedactContent redact)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var words = form["word"]
            .Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? i : -1)
            .ToImmutableHashSet();
        var (part, seen) = (form.Number("part") ?? -1, form.Text("seen"));
        return await redact.DoAsync(
            id,
            who => new RedactHassle(who, part, words, seen),
            Again(id),
            context.RequestAborted
        );
    }

    public static Task<IResult> RemovePhotoAsync(Guid id, RedactContent redact, CancellationToken ct) =>
        redact.DoAsync(id, who => new RemovePhoto(who), Again(id), ct);

    public static Task<IResult> KeepAsync(Guid id, RedactContent redact, CancellationToken ct) =>
        redact.DoAsync(id, who => new KeepContent(who), HassleLinks.One(id), ct);

    // There may be more to take out.
    private static string Again(Guid id) => $"{RedactRoutes.Of(id)}?gjort=ja";

    private async Task<IResult> DoAsync(
        Guid id,
        Func<Guid, RedactionCommand> command,
        string next,
        CancellationToken ct
    )
    {
        if (await FindAsync(id, ct) is not { } before)
        {
            return ErrorResult.NotFound;
        }
        var who = (await sight.OpenAsync(ct)).PersonId;
        if (await database.DoWithHassleAsync(id, command(who), seats.Today, ct) is { } refusal)
        {
            var faults = FormFaults.None.Add(refusal.Field ?? "words", RefusalTexts.Sentence(refusal));
            return await PageAsync(await FindAsync(id, ct) ?? before, faults, isDone: false, ct);
        }
        // As when the writer takes it back: also out of what the database leaves lying.
        if (database.Database.IsSqlite())
        {
            await traces.WipeAsync(ct);
        }
        return Page.SeeOther(next);
    }

    private async Task<Hassle?> FindAsync(Guid id, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        return
            await scope.FindAsync(database, id, ct) is { State: not HassleState.Withdrawn } hassle
            && scope.MayAnswer(hassle)
            ? hassle
            : null;
    }

    private async Task<IResult> PageAsync(Hassle hassle, FormFaults faults, bool isDone, CancellationToken ct) =>
        Page.Of<RedactPage>(
            new
            {
                Hassle = hassle,
                Reports = await database.ReadReportsAsync(hassle.Id, ct),
                Faults = faults,
                IsDone = isDone,
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
}
