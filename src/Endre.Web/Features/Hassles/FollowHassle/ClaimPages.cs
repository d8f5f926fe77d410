using Endre.Domain.Hassles;
using Endre.Domain.Shared;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles.FollowHassle;

/// <summary>
/// <c>/si-fra/svar</c>: the answer for whoever has the code. The code goes along in the forms and never in an address,
/// which would stay in the history of a shared machine.
/// </summary>
internal sealed partial class ClaimPages(FollowHassle follow, ClaimGuesses guesses)
{
    public static IResult Ask() => Page.Of<AskClaimCodePage>();

    public static Task<IResult> OpenAsync(HttpContext context, ClaimPages pages) =>
        pages.WithCodeAsync(context, (hassle, code, _) => pages.ShowAsync(hassle, code, context.RequestAborted));

    public static Task<IResult> ReplyAsync(HttpContext context, ClaimPages pages) =>
        pages.WithCodeAsync(
            context,
            (hassle, code, form) => pages.ReplyAsync(hassle, code, form, context.RequestAborted)
        );

    public static Task<IResult> WithdrawAsync(HttpContext context, ClaimPages pages) =>
        pages.WithCodeAsync(context, (hassle, code, _) => pages.WithdrawAsync(hassle, code, context.RequestAborted));

    private async Task<IResult> WithCodeAsync(
        HttpContext context,
        Func<Hassle, string, IFormCollection, Task<IResult>> then
    )
    {
        var address = context.Connection.RemoteIpAddress;
        if (guesses.IsBlocked(address, out var retryAfter))
        {
            return ErrorResult.TooManyAttempts(retryAfter);
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = form.Text("code");
        if (ClaimCode.Read(typed) is not { } code)
        {
            return Asked(
                typed,
                Refusal.Because(string.IsNullOrWhiteSpace(typed) ? "ClaimCodeMissing" : "ClaimCodeMalformed")
            );
        }
        if (await follow.FindByCodeAsync(code, context.RequestAborted) is not { } hassle)
        {
            guesses.RecordWrong(address);
            return Asked(typed, Refusal.Because("ClaimCodeUnknown"));
        }
        return await then(hassle, code, form);
    }

    private async Task<IResult> ReplyAsync(Hassle hassle, string code, IFormCollection form, CancellationToken ct)
    {
        var refusal = await follow.ReplyAsync(hassle.Id, form.Text("text"), form.Number("after") ?? -1, ct);
        var now = await follow.FindByCodeAsync(code, ct);
        return await ShowAsync(now ?? hassle, code, ct, refusal, form.Text("text"), refusal is null ? "skrevet" : null);
    }

    private async Task<IResult> WithdrawAsync(Hassle hassle, string code, CancellationToken ct)
    {
        await follow.WithdrawAsync(hassle.Id, ct);
        return await ShowAsync(await follow.FindByCodeAsync(code, ct) ?? hassle, code, ct, done: "trukket");
    }

    private async Task<IResult> ShowAsync(
        Hassle hassle,
        string code,
        CancellationToken ct,
        Refusal? refusal = null,
        string? written = null,
        string? done = null
    ) =>
        Page.Of<FollowHasslePage>(
            new
            {
                View = new WritersHassle(
                    await follow.ViewAsync(hassle, ct),
                    code,
                    HassleLinks.ClaimReply,
                    HassleLinks.ClaimWithdraw,
                    refusal,
                    refusal is null ? null : written,
                    done
                )
                {
                    Picture = await follow.PictureAsync(hassle, ct),
                },
            },
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    private static IResult Asked(string? typed, Refusal refusal) =>
        Page.Refused<AskClaimCodePage>(
            new
            {
                Typed = typed is { Length: <= 40 } ? typed : "",
                Faults = FormFaults.None.Add("code", RefusalTexts.Sentence(refusal)),
            }
        );
}
