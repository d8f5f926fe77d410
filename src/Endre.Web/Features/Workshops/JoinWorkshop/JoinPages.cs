using System.Globalization;
using Endre.Domain.Shared;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.JoinWorkshop;

/// <summary><c>/bli-med</c>: from six digits to a place in a group.</summary>
internal static class JoinPages
{
    public static IEndpointRouteBuilder MapJoinWorkshop(this IEndpointRouteBuilder pages)
    {
        var open = pages.MapGroup("").AllowAnonymous();
        open.MapGet(WorkshopLinks.Join, AskAsync);
        open.MapGet(WorkshopLinks.JoinWith("{code}"), ShowAsync);
        open.MapPost(WorkshopLinks.JoinWith("{code}"), JoinAsync);
        return pages;
    }

    private static async Task<IResult> AskAsync(HttpContext context, JoinWorkshop join, string? code, string? kode)
    {
        var typed = code ?? kode;
        return string.IsNullOrWhiteSpace(typed)
            ? Page.Of<AskCodePage>(new { Code = "" })
            : await OpenAsync(context, join, typed, _ => Page.SeeOther(WorkshopLinks.JoinWith(Digits(typed))));
    }

    private static Task<IResult> ShowAsync(HttpContext context, JoinWorkshop join, string code) =>
        OpenAsync(
            context,
            join,
            code,
            found =>
                Page.Of<JoinWorkshopPage>(
                    new
                    {
                        Workshop = found.Workshop!.State,
                        Ticket = join.NewTicket(),
                        Input = new JoinForm(),
                    }
                )
        );

    private static async Task<IResult> JoinAsync(HttpContext context, JoinWorkshop join, string code)
    {
        var found = await join.LookAsync(context, code);
        if (found.Refusal is { } shut)
        {
            return Refused(context, code, shut, found.RetryAfter);
        }
        var input = JoinForm.Read(await context.Request.ReadFormAsync(context.RequestAborted));
        var outcome = await join.HandleAsync(context, input.For(code), input.Ticket);
        if (outcome.Refusal is not { } refusal)
        {
            ParticipantToken.Keep(context, outcome.Workshop!.Id, outcome.Token!);
            return Page.SeeOther(WorkshopLinks.Show(outcome.Workshop.Id));
        }
        return refusal.Field is "name" or "heads" or "groupId"
            ? Page.Refused<JoinWorkshopPage>(
                new
                {
                    Workshop = found.Workshop!.State,
                    Ticket = join.NewTicket(),
                    Input = input,
                    Faults = FormFaults.None.Add(refusal.Field, RefusalTexts.Sentence(refusal)),
                }
            )
            : Refused(context, code, refusal, outcome.RetryAfter);
    }

    /// <summary>Where a code leads: a device that is in already comes straight to its workshop, also when the door is shut.</summary>
    private static async Task<IResult> OpenAsync(
        HttpContext context,
        JoinWorkshop join,
        string code,
        Func<JoinWorkshop.Found, IResult> open
    )
    {
        var found = await join.LookAsync(context, code);
        if (
            found.Workshop is { } live
            && ParticipantToken.Of(context, live.Id) is { } token
            && ParticipantToken.Recognize(live.State, token) is not null
        )
        {
            return Page.SeeOther(WorkshopLinks.Show(live.Id));
        }
        return found.Refusal is { } refusal ? Refused(context, code, refusal, found.RetryAfter) : open(found);
    }

    private static IResult Refused(HttpContext context, string code, Refusal refusal, TimeSpan? retryAfter)
    {
        if (retryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(
                CultureInfo.InvariantCulture
            );
        }
        return Page.Of<AskCodePage>(
            new { Code = code.Length <= 20 ? code : "", Refusal = refusal },
            WorkshopProblem.StatusOf(refusal)
        );
    }

    private static string Digits(string typed) => WorkshopCodes.Read(typed) ?? typed;
}
