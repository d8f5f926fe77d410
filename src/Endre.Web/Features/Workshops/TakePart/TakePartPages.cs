using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Running;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Workshops.JoinWorkshop;
using Endre.Web.Live;

namespace Endre.Web.Features.Workshops.TakePart;

/// <summary><c>/verksted/{id}</c>: what a participant with a phone meets, and the acts of its forms.</summary>
internal static class TakePartPages
{
    public static IEndpointRouteBuilder MapTakePart(this IEndpointRouteBuilder pages)
    {
        var open = pages.MapGroup(WorkshopLinks.Pattern).AllowAnonymous();
        open.MapGet("", ShowAsync);
        Map(open, TakePartLinks.Write, ReadNote);
        Map(open, TakePartLinks.Edit, form => new EditNote(form.Id("noteId") ?? Guid.Empty, form.Text("text")));
        Map(open, TakePartLinks.Withdraw, form => new WithdrawNote(form.Id("noteId") ?? Guid.Empty));
        Map(open, TakePartLinks.Done, form => new SayDone(form.Text("stepId") ?? "", form.Text("done") == "true"));
        Map(open, TakePartLinks.Reveal, form => new Reveal(GroupId: null, form.Text("questionId")));
        Map(open, TakePartLinks.Who, ReadWho);
        open.MapPost(TakePartLinks.Move, MoveAsync);
        open.MapPost(TakePartLinks.Leave, LeaveAsync);
        // A page that was refused stands at the address of its form: a reload leads back to the workshop.
        foreach (var act in TakePartLinks.Acts)
        {
            open.MapGet(act, (HttpContext context, Guid id) => Page.SeeOther(Back(context, id)));
        }
        return pages;
    }

    /// <summary>The page, or only its live part.</summary>
    public static IResult Show(HttpContext context, WorkshopScope scope, Attempt? attempt = null)
    {
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        var sight = scope.Sight;
        var view = new TakePartView
        {
            Scope = scope,
            Sight = sight,
            Progress = Progress.Of(sight.Workshop, scope.Live.Feeds),
            Now = clock.GetUtcNow(),
            Question = context.Request.Query[TakePartLinks.Question],
            Look = context.Request.Query[TakePartLinks.Look],
            Attempt = attempt,
        };
        var status = attempt is null ? StatusCodes.Status200OK : WorkshopProblem.StatusOf(attempt.Refusal);
        return context.Request.WantsPart()
            ? Page.Of<TakePartPart>(new { View = view }, status)
            : Page.Of<TakePartPage>(new { View = view }, status);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id)
    {
        if (await WorkshopScope.FindAsync(context, id, asFacilitator: false) is { } scope)
        {
            if (scope.Token is { } token)
            {
                ParticipantToken.Keep(context, id, token);
            }
            return Show(context, scope);
        }
        if (await WorkshopScope.FindAsync(context, id, asFacilitator: true) is not null)
        {
            return Page.SeeOther(WorkshopLinks.Run(id));
        }
        return Stranger();
    }

    // Whether there is such a workshop is not told: the same page for one that is not yours and one that is not.
    private static IResult Stranger() => Page.Of<NotHerePage>(status: StatusCodes.Status404NotFound);

    private static void Map(IEndpointRouteBuilder pages, string act, Func<IFormCollection, WorkshopCommand> read) =>
        pages.MapPost(
            act,
            (HttpContext context, Guid id) =>
                WorkshopAct.DecideAsync(
                    context,
                    id,
                    act,
                    asFacilitator: false,
                    read,
                    _ => Back(context, id),
                    (scope, attempt) => Task.FromResult(Show(context, scope, attempt))
                )
        );

    private static WorkshopCommand ReadNote(IFormCollection form) =>
        new Domain.Workshops.Notes.WriteNote(
            form.Id("commandId") ?? Guid.CreateVersion7(),
            form.Text("questionId") ?? "",
            form.Text("half") is { Length: > 0 } half ? half : null,
            form.Text("text")
        );

    private static WorkshopCommand ReadWho(IFormCollection form)
    {
        var who = JoinForm.Read(form);
        return new ChangeWhoIsHere(who.Name, who.Heads, who.IsScribe);
    }

    private static async Task<IResult> MoveAsync(HttpContext context, Guid id)
    {
        if (await WorkshopScope.FindAsync(context, id, asFacilitator: false) is not { Actor: Actor.Device device })
        {
            return Stranger();
        }
        return await WorkshopAct.DecideAsync(
            context,
            id,
            TakePartLinks.Move,
            asFacilitator: false,
            form => new MoveToGroup(device.Id, form.Text("groupId") ?? ""),
            _ => Back(context, id),
            (scope, attempt) => Task.FromResult(Show(context, scope, attempt))
        );
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, Guid id)
    {
        if (await WorkshopScope.FindAsync(context, id, asFacilitator: false) is not { } scope)
        {
            return Stranger();
        }
        // After the end there is nobody to count any more, but the device forgets all the same.
        await scope.DecideAsync(new Leave());
        ParticipantToken.Forget(context, id);
        return Page.SeeOther(WorkshopLinks.Join);
    }

    private static string Back(HttpContext context, Guid id) =>
        WorkshopLinks.Show(id) + context.Request.QueryString.Value;
}
