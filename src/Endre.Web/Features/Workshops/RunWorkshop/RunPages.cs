using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Running;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Workshops.RunWorkshop;

/// <summary>The facilitator's page and its acts.</summary>
internal static class RunPages
{
    public static IEndpointRouteBuilder MapRunWorkshop(this IEndpointRouteBuilder pages)
    {
        var one = pages.MapGroup(WorkshopLinks.RunPattern).RequireAuthorization(Policies.WorkshopLeader);
        one.MapGet("", ShowAsync);
        one.MapPost("/{act}", ActAsync);
        return pages;
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id) =>
        await WorkshopScope.FindAsync(context, id, asFacilitator: true) is { } scope
            ? await RenderAsync(context, scope, attempt: null)
            : Results.NotFound();

    private static async Task<IResult> ActAsync(HttpContext context, Guid id, string act)
    {
        if (await WorkshopScope.FindAsync(context, id, asFacilitator: true) is not { } scope)
        {
            return Results.NotFound();
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var commands =
            act == RunActs.AddFacilitator ? await AddAsync(context, form) : RunActs.Read(act, form, scope.Workshop);
        if (commands is null)
        {
            return Results.NotFound();
        }
        // The form's id belongs to its first command; the others find what they ask for done when they come again.
        var commandId = form.Id("commandId");
        foreach (var command in commands)
        {
            var answered = await scope.DecideAsync(command, commandId);
            if (answered.Refusal is { } refusal)
            {
                return await RenderAsync(context, scope, new Attempt(act, refusal, form));
            }
            commandId = null;
        }
        return Page.SeeOther(WorkshopLinks.Run(id));
    }

    private static async Task<IResult> RenderAsync(HttpContext context, WorkshopScope scope, Attempt? attempt)
    {
        var state = scope.Workshop;
        var view = new RunView(
            state,
            ((Actor.Leader)scope.Actor).Id,
            Progress.Of(state, scope.Live.Feeds),
            context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
            await CandidatesAsync(context, state),
            attempt
        );
        var status =
            attempt is null ? StatusCodes.Status200OK
            : context.Request.WantsPart() ? StatusCodes.Status422UnprocessableEntity
            : WorkshopProblem.StatusOf(attempt.Refusal);
        return context.Request.WantsPart()
            ? Page.Of<RunBoard>(new { View = view }, status)
            : Page.Of<RunPage>(new { View = view }, status);
    }

    private static async Task<IReadOnlyList<WorkshopCommand>> AddAsync(HttpContext context, IFormCollection form)
    {
        var wanted = form.Id("personId") ?? Guid.Empty;
        var person = (await FacilitatorsAsync(context)).FirstOrDefault(f => f.PersonId == wanted);
        return person is null ? [] : [new AddFacilitator(person)];
    }

    private static async Task<IReadOnlyList<Facilitator>> CandidatesAsync(HttpContext context, Workshop workshop) =>
        [.. (await FacilitatorsAsync(context)).Where(f => !workshop.IsFacilitator(f.PersonId))];

    private static async Task<List<Facilitator>> FacilitatorsAsync(HttpContext context)
    {
        var database = context.RequestServices.GetRequiredService<EndreContext>();
        var people = await database
            .UserRoles.Join(
                database.Roles,
                row => row.RoleId,
                role => role.Id,
                (row, role) => new { row.UserId, role.Name }
            )
            .Where(row => row.Name == Roles.Facilitator || row.Name == Roles.Administrator)
            .Join(
                database.Users,
                row => row.UserId,
                person => person.Id,
                (row, person) => new { person.Id, person.DisplayName }
            )
            .Distinct()
            .OrderBy(person => person.DisplayName)
            .ToListAsync(context.RequestAborted);
        return people.ConvertAll(person => new Facilitator(person.Id, person.DisplayName));
    }
}
