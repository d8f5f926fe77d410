using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Plan;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Templates;

namespace Endre.Web.Features.Workshops.ChangePlan;

/// <summary>The page where a plan is changed, before and during the workshop, and its acts.</summary>
internal static class PlanPages
{
    public static IEndpointRouteBuilder MapChangePlan(this IEndpointRouteBuilder pages)
    {
        var one = pages.MapGroup(WorkshopLinks.PlanPattern).RequireAuthorization(Policies.WorkshopLeader);
        one.MapGet("", ShowAsync);
        one.MapPost($"/{PlanActs.SaveAsTemplate}", SaveAsTemplateAsync);
        one.MapPost("/{act}", ActAsync);
        return pages;
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id) =>
        await WorkshopScope.FindAsync(context, id, asFacilitator: true) is { } scope
            ? Render(context, scope, attempt: null)
            : Results.NotFound();

    private static async Task<IResult> ActAsync(HttpContext context, Guid id, string act)
    {
        if (await WorkshopScope.FindAsync(context, id, asFacilitator: true) is not { } scope)
        {
            return Results.NotFound();
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (PlanActs.Read(act, form, scope.Workshop) is not { } command)
        {
            return Results.NotFound();
        }
        var answered = await scope.DecideAsync(command, form.Id("commandId"));
        return answered.Refusal is { } refusal
            ? Render(context, scope, new Attempt(act, refusal, form))
            : Page.SeeOther(WorkshopLinks.Plan(id) + Anchor(scope.Workshop, form));
    }

    private static async Task<IResult> SaveAsTemplateAsync(
        HttpContext context,
        Guid id,
        TemplateLibrary templates,
        CurrentPerson person,
        TimeProvider clock
    )
    {
        if (await WorkshopScope.FindAsync(context, id, asFacilitator: true) is not { } scope)
        {
            return Results.NotFound();
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var workshop = scope.Workshop;
        var now = clock.GetUtcNow();
        var (key, refusal) = await templates.SaveAsync(
            new Template(
                Key: "",
                new Wording(form.Text("name") ?? ""),
                new Wording(form.Text("purpose") ?? ""),
                workshop.Groups.Count,
                workshop.Plan.Questions,
                workshop.Plan.Steps,
                OptionalSteps: []
            ),
            form.Id("commandId") ?? Guid.CreateVersion7(now),
            person.RequiredId,
            now,
            context.RequestAborted
        );
        return refusal is null
            ? Page.SeeOther(WorkshopLinks.PlanSavedAs(id, key!))
            : Render(context, scope, new Attempt(PlanActs.SaveAsTemplate, refusal, form));
    }

    // Without script the page is a new one: it opens where one was. What the plan has not, no address has.
    private static string Anchor(Workshop workshop, IFormCollection form) =>
        form.Text("stepId") is { } step && workshop.Plan.IndexOf(step) >= 0 ? $"#step-{step}"
        : form.Text("questionId") is { } question && workshop.Plan.QuestionOf(question) is not null
            ? $"#question-{question}"
        : "";

    private static IResult Render(HttpContext context, WorkshopScope scope, Attempt? attempt)
    {
        var view = new PlanView(scope.Workshop, attempt, context.Request.Query["mal"]);
        var status =
            attempt is null ? StatusCodes.Status200OK
            : context.Request.WantsPart() ? StatusCodes.Status422UnprocessableEntity
            : WorkshopProblem.StatusOf(attempt.Refusal);
        return context.Request.WantsPart()
            ? Page.Of<PlanBoard>(new { View = view }, status)
            : Page.Of<PlanPage>(new { View = view }, status);
    }
}
