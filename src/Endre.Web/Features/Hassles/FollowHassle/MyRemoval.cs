using Endre.Web.Components;
using Endre.Web.Features.Hassles.RemoveHassle;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Hassles.FollowHassle;

// Gone, or not, with an account.
internal sealed partial class MyPages
{
    public static async Task<IResult> AskGoneAsync(Guid id, MyPages pages, CancellationToken ct) =>
        await pages.FindAsync(id, ct) is { } hassle
            ? RemovalPages.Gone(
                await pages.Follow.ViewAsync(hassle, ct),
                WritersRemoval.DoorOf(id),
                RemovalForm.New(hassle),
                refusal: null
            )
            : ErrorResult.NotFound;

    public static async Task<IResult> AskBackAsync(Guid id, MyPages pages, CancellationToken ct) =>
        await pages.FindAsync(id, ct) is { } hassle
            ? RemovalPages.Back(
                await pages.Follow.ViewAsync(hassle, ct),
                WritersRemoval.DoorOf(id),
                RemovalForm.New(hassle),
                refusal: null
            )
            : ErrorResult.NotFound;

    public static async Task<IResult> GoneAsync(HttpContext context, Guid id, MyPages pages, WritersRemoval removal)
    {
        var ct = context.RequestAborted;
        if (await pages.FindAsync(id, ct) is not { } hassle)
        {
            return ErrorResult.NotFound;
        }
        var form = RemovalForm.Read(await context.Request.ReadFormAsync(ct));
        return await removal.RemoveAsync(id, form, ct) is { } refusal
            ? RemovalPages.Gone(await pages.Follow.ViewAsync(hassle, ct), WritersRemoval.DoorOf(id), form, refusal)
            : Page.SeeOther(HassleLinks.OneOfMine(id));
    }

    public static async Task<IResult> BackAsync(HttpContext context, Guid id, MyPages pages, WritersRemoval removal)
    {
        var ct = context.RequestAborted;
        if (await pages.FindAsync(id, ct) is not { } hassle)
        {
            return ErrorResult.NotFound;
        }
        var form = RemovalForm.Read(await context.Request.ReadFormAsync(ct));
        return await removal.ReturnAsync(id, form, ct) is { } refusal
            ? RemovalPages.Back(await pages.Follow.ViewAsync(hassle, ct), WritersRemoval.DoorOf(id), form, refusal)
            : Page.SeeOther(HassleLinks.OneOfMine(id));
    }
}
