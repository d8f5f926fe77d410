using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Closing;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Workshops.AnswerProposals;

/// <summary>The closing half: every best proposal gets an answer, and later it is told what became of it.</summary>
internal static class AnswerPages
{
    private const string Answer = "svar";
    private const string TellOutcome = "utfall";
    private const string Close = "ferdig";
    private const string Reopen = "apne";

    public static IEndpointRouteBuilder MapAnswers(this IEndpointRouteBuilder pages)
    {
        var one = pages.MapGroup($"{WorkshopLinks.Pattern}/avslutt").RequireAuthorization(Policies.WorkshopLeader);
        one.MapGet("", ShowAsync);
        // A page that was refused stands at the address of its form: a reload leads back.
        one.MapGet(
            $"/{{act:regex(^({Answer}|{TellOutcome}|{Close}|{Reopen})$)}}",
            (Guid id) => Page.SeeOther(WorkshopLinks.Close(id))
        );
        one.MapPost($"/{Answer}", AnswerAsync);
        one.MapPost($"/{TellOutcome}", TellAsync);
        one.MapPost($"/{Close}", (HttpContext context, Guid id) => ActAsync(context, id, Close, new CloseWorkshop()));
        one.MapPost(
            $"/{Reopen}",
            (HttpContext context, Guid id) => ActAsync(context, id, Reopen, new ReopenWorkshop())
        );
        return pages;
    }

    public static string AnchorOf(Guid proposalId) => $"forslag-{proposalId}";

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id) =>
        await WorkshopScope.FindAsync(context, id, asFacilitator: true) is { } scope
            ? await PageOf(context, scope, attempt: null)
            : Results.NotFound();

    private static Task<IResult> AnswerAsync(HttpContext context, Guid id) =>
        WorkshopAct.DecideAsync(
            context,
            id,
            Answer,
            asFacilitator: true,
            ReadAnswer,
            form => BackTo(id, form),
            (scope, attempt) => PageOf(context, scope, attempt)
        );

    private static Task<IResult> TellAsync(HttpContext context, Guid id) =>
        WorkshopAct.DecideAsync(
            context,
            id,
            TellOutcome,
            asFacilitator: true,
            ReadOutcome,
            form => BackTo(id, form),
            (scope, attempt) => PageOf(context, scope, attempt)
        );

    private static Task<IResult> ActAsync(HttpContext context, Guid id, string act, WorkshopCommand command) =>
        WorkshopAct.DecideAsync(
            context,
            id,
            act,
            asFacilitator: true,
            _ => command,
            _ => WorkshopLinks.Close(id),
            (scope, attempt) => PageOf(context, scope, attempt)
        );

    private static string BackTo(Guid id, IFormCollection form) =>
        form.Id("proposalId") is { } proposal
            ? $"{WorkshopLinks.Close(id)}#{AnchorOf(proposal)}"
            : WorkshopLinks.Close(id);

    private static AnswerProposal ReadAnswer(IFormCollection form)
    {
        var kind = Choice<AnswerKind>(form, "kind") ?? AnswerKind.TakenFurther;
        var isTaken = kind == AnswerKind.TakenFurther;
        // What stands in the fields of another answer is not part of this one.
        return new AnswerProposal(
            form.Id("proposalId") ?? Guid.Empty,
            kind,
            isTaken ? form.Text("who") : null,
            isTaken ? form.Text("firstStep") : null,
            isTaken ? FormReading.Day(form.Text("dueOn")) : null,
            isTaken ? null : form.Text("reason")
        );
    }

    private static TellOutcome ReadOutcome(IFormCollection form) =>
        new(
            form.Id("proposalId") ?? Guid.Empty,
            Choice<Standing>(form, "standing") ?? Standing.Started,
            form.Text("text")
        );

    private static T? Choice<T>(IFormCollection form, string field)
        where T : struct, Enum =>
        Enum.TryParse<T>(form[field], out var chosen) && Enum.IsDefined(chosen) ? chosen : null;

    private static Task<IResult> PageOf(HttpContext context, WorkshopScope scope, Attempt? attempt)
    {
        var status = attempt is null ? StatusCodes.Status200OK : WorkshopProblem.StatusOf(attempt.Refusal);
        var shown = new { scope.Sight, Attempt = attempt };
        return Task.FromResult<IResult>(
            context.Request.WantsPart()
                ? Page.Of<AnswerProposalsPart>(shown, status)
                : Page.Of<AnswerProposalsPage>(shown, status)
        );
    }
}
