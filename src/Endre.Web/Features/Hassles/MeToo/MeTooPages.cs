using Endre.Domain.Hassles;
using Endre.Domain.Hassles.MeToos;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles.MeToo;

/// <summary>
/// <c>/si-fra/meg-ogsa</c>: instead of saying it again. What was written goes along, and is sent only if somebody asks for
/// it.
/// </summary>
internal sealed class MeTooPages(EndreContext database, MeTooSight sight, ReadHits hits, CurrentPerson person)
{
    public static Task<IResult> MarkAsync(HttpContext context, MeTooPages pages) =>
        pages.ActAsync(context, isBack: false);

    public static Task<IResult> TakeBackAsync(HttpContext context, MeTooPages pages) =>
        pages.ActAsync(context, isBack: true);

    /// <summary>From the page of what was said, signed in.</summary>
    public static async Task<IResult> MarkOneAsync(Guid id, MeTooPages pages, CancellationToken ct) =>
        await pages.MarkOneAsync(id, ct);

    public static async Task<IResult> TakeOneBackAsync(Guid id, MeTooPages pages, CancellationToken ct)
    {
        if (await pages.FindAsync(id, ct) is null)
            return ErrorResult.NotFound;
        await pages.TakeBackAsync(id, ct);
        return Page.SeeOther(MeTooLinks.NotCounted(id));
    }

    private MeTooBy Me => new(person.Id, Secret: null);

    private Task<Hassle?> FindAsync(Guid id, CancellationToken ct) => sight.FindSeenAsync(id, ct);

    private Task TakeBackAsync(Guid id, CancellationToken ct) => database.TakeMeTooBackAsync(id, Me, ct);

    private async Task<IResult> MarkOneAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is null)
            return ErrorResult.NotFound;
        var refusal = await database.SayMeTooAsync(id, Me, ct);
        return Page.SeeOther(refusal is null ? MeTooLinks.Counted(id) : HassleLinks.One(id));
    }

    private async Task<IResult> ActAsync(HttpContext context, bool isBack)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        if (
            form.Id(MeTooLinks.Field) is not { } id
            || await sight.FindAsync(id, form.Text("place"), ct) is not { } hassle
        )
        {
            return ErrorResult.NotFound;
        }
        var by = MeTooDevice.Ensure(context, person, SpeakerWord.Read(form.Text("speaker")));
        Refusal? refusal = null;
        if (isBack)
            await database.TakeMeTooBackAsync(id, by, ct);
        else
            refusal = await database.SayMeTooAsync(id, by, ct);
        var count = await hits.ReadAsync([id], ct);
        return Page.Of<MeTooPage>(
            new
            {
                View = new MeTooView(
                    id,
                    hassle.Text,
                    hassle.State,
                    count(id),
                    IsCounted: !isBack && refusal is null,
                    IsByDevice: by.PersonId is null,
                    refusal is null ? null : RefusalTexts.Sentence(refusal)
                ),
                Written = form,
            },
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }
}

/// <summary>What became of «meg også».</summary>
/// <param name="Id">Which hassle.</param>
/// <param name="Text">What was said.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Hits">How many meet it now.</param>
/// <param name="IsCounted">Whether the one who asks counts now.</param>
/// <param name="IsByDevice">Whether it is the device that counts, and no account.</param>
/// <param name="Refusal">Why not, or null.</param>
public sealed record MeTooView(
    Guid Id,
    string Text,
    HassleState State,
    Hits Hits,
    bool IsCounted,
    bool IsByDevice,
    string? Refusal
);
