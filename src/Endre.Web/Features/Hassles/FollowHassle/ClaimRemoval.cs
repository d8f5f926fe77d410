using Endre.Domain.Hassles;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Hassles.RemoveHassle;

namespace Endre.Web.Features.Hassles.FollowHassle;

// Gone, or not, with the code: the first form brings the code, the second what is said.
internal sealed partial class ClaimPages
{
    public static Task<IResult> GoneAsync(HttpContext context, ClaimPages pages, WritersRemoval removal) =>
        pages.WithCodeAsync(
            context,
            async (hassle, code, form) =>
            {
                var (typed, door) = (RemovalForm.Read(form), WritersRemoval.DoorOf(code));
                var ct = context.RequestAborted;
                if (form.Text("done") is null)
                {
                    return RemovalPages.Gone(await pages.ViewAsync(hassle, ct), door, RemovalForm.New(hassle), null);
                }
                return await removal.RemoveAsync(hassle.Id, typed, ct) is { } refusal
                    ? RemovalPages.Gone(await pages.ViewAsync(hassle, ct), door, typed, refusal)
                    : await pages.ShowAgainAsync(hassle, code, "borte", ct);
            }
        );

    public static Task<IResult> BackAsync(HttpContext context, ClaimPages pages, WritersRemoval removal) =>
        pages.WithCodeAsync(
            context,
            async (hassle, code, form) =>
            {
                var (typed, door) = (RemovalForm.Read(form), WritersRemoval.DoorOf(code));
                var ct = context.RequestAborted;
                if (form.Text("reason") is null)
                {
                    return RemovalPages.Back(await pages.ViewAsync(hassle, ct), door, RemovalForm.New(hassle), null);
                }
                return await removal.ReturnAsync(hassle.Id, typed, ct) is { } refusal
                    ? RemovalPages.Back(await pages.ViewAsync(hassle, ct), door, typed, refusal)
                    : await pages.ShowAgainAsync(hassle, code, "ikke-borte", ct);
            }
        );

    private Task<HassleView> ViewAsync(Hassle hassle, CancellationToken ct) => follow.ViewAsync(hassle, ct);

    private async Task<IResult> ShowAgainAsync(Hassle hassle, string code, string done, CancellationToken ct) =>
        await ShowAsync(await follow.FindByCodeAsync(code, ct) ?? hassle, code, ct, done: done);
}
