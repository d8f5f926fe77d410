using Endre.Domain.Hassles;
using Endre.Domain.Lineage;
using Endre.Domain.Shared;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Lineage;

namespace Endre.Web.Features.Hassles.FollowHassle;

/// <summary><c>/det-jeg-har-sagt</c>: for whoever gave the name of an account. What was said anonymously cannot be here.</summary>
internal sealed partial class MyPages(FollowHassle follow, CurrentPerson person, RecordWalk walk)
{
    public static async Task<IResult> ListAsync(bool? trukket, MyPages pages, CancellationToken ct) =>
        Page.Of<MyHasslesPage>(
            new
            {
                Hassles = await pages.Follow.ListOwnAsync(pages.Person.RequiredId, ct),
                IsWithdrawn = trukket is true,
            }
        );

    public static async Task<IResult> ShowAsync(Guid id, bool? skrevet, MyPages pages, CancellationToken ct) =>
        await pages.FindAsync(id, ct) is { } hassle
            ? await pages.ShowAsync(hassle, refusal: null, written: null, skrevet is true, ct)
            : ErrorResult.NotFound;

    public static async Task<IResult> ReplyAsync(HttpContext context, Guid id, MyPages pages)
    {
        var ct = context.RequestAborted;
        if (await pages.FindAsync(id, ct) is null)
            return ErrorResult.NotFound;
        var form = await context.Request.ReadFormAsync(ct);
        return await pages.Follow.ReplyAsync(id, form.Text("text"), form.Number("after") ?? -1, ct) is { } refusal
            ? await pages.ShowAsync((await pages.FindAsync(id, ct))!, refusal, form.Text("text"), isWritten: false, ct)
            : Page.SeeOther($"{HassleLinks.OneOfMine(id)}?skrevet=true");
    }

    public static async Task<IResult> WithdrawAsync(Guid id, MyPages pages, CancellationToken ct)
    {
        if (await pages.FindAsync(id, ct) is null)
            return ErrorResult.NotFound;
        await pages.Follow.WithdrawAsync(id, ct);
        // The name went with the words, so the hassle is no longer anybody's.
        return Page.SeeOther($"{HassleLinks.Mine}?trukket=true");
    }

    private FollowHassle Follow => follow;

    private CurrentPerson Person => person;

    private Task<Hassle?> FindAsync(Guid id, CancellationToken ct) => follow.FindOwnAsync(id, person.RequiredId, ct);

    private async Task<IResult> ShowAsync(
        Hassle hassle,
        Refusal? refusal,
        string? written,
        bool isWritten,
        CancellationToken ct
    ) =>
        Page.Of<FollowHasslePage>(
            new
            {
                View = new WritersHassle(
                    await follow.ViewAsync(hassle, ct),
                    Code: null,
                    HassleLinks.MineReply(hassle.Id),
                    HassleLinks.MineWithdraw(hassle.Id),
                    refusal,
                    written,
                    isWritten ? "skrevet" : null
                ),
                Lineage = await walk.OfAsync(new RecordReference(RecordKind.Hassle, hassle.Id), ct),
            },
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
}
