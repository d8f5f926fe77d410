using System.Globalization;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Paper;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Workshops.TakePart;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Workshops.TypeInNotes;

/// <summary>
/// Typing in what was written on paper: for a facilitator in any group, for a participant in its own. The same page and
/// the same acts at two addresses.
/// </summary>
internal static class TypeInNotes
{
    // As many lines as a form takes, each as long as a note may be, with every letter three times encoded.
    private static readonly RequestSizeLimitAttribute Limit = new(1024 * 1024);

    public static IEndpointRouteBuilder MapTypeInNotes(this IEndpointRouteBuilder pages)
    {
        Map(
            pages.MapGroup(WorkshopLinks.TypeInPattern).RequireAuthorization(Policies.Facilitator),
            asFacilitator: true
        );
        Map(pages.MapGroup(WorkshopLinks.ScribePattern).AllowAnonymous(), asFacilitator: false);
        return pages;
    }

    private static void Map(RouteGroupBuilder pages, bool asFacilitator)
    {
        pages.MapGet("", (HttpContext context, Guid id) => ShowAsync(context, id, asFacilitator));
        pages
            .MapPost(TypeInLinks.Lines, (HttpContext context, Guid id) => AddLinesAsync(context, id, asFacilitator))
            .WithMetadata(Limit);
        pages.MapPost(TypeInLinks.One, (HttpContext context, Guid id) => AddOneAsync(context, id, asFacilitator));
        pages.MapPost(
            TypeInLinks.Withdraw,
            (HttpContext context, Guid id) => WithdrawAsync(context, id, asFacilitator)
        );
        // A page that was refused stands at the address of its form: a reload leads back to the page.
        foreach (var act in TypeInLinks.Acts)
        {
            pages.MapGet(act, (Guid id) => Page.SeeOther(TypeInLinks.Home(id, asFacilitator)));
        }
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id, bool asFacilitator)
    {
        if (await WorkshopScope.FindAsync(context, id, asFacilitator) is not { } scope)
        {
            return Stranger(asFacilitator);
        }
        var query = context.Request.Query;
        var view = ViewOf(scope, query[TypeInLinks.Sheet]);
        return Show(
            context,
            view with
            {
                Added = int.TryParse(query[TypeInLinks.Added], CultureInfo.InvariantCulture, out var added)
                    ? added
                    : null,
                IsOneByOne = query.ContainsKey(TypeInLinks.OneByOne),
            }
        );
    }

    private static async Task<IResult> AddLinesAsync(HttpContext context, Guid id, bool asFacilitator)
    {
        if (await WorkshopScope.FindAsync(context, id, asFacilitator) is not { } scope)
        {
            return Stranger(asFacilitator);
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var view = ViewOf(scope, form.Text(TypeInLinks.Sheet) ?? "");
        if (view.Place is not { } place)
        {
            return Show(context, view with { Attempt = new Attempt(TypeInLinks.Lines, view.CodeFault!, form) });
        }
        var lines = TypedLine.Read(form.Id("commandId") ?? Guid.Empty, form.Text("lines"));
        var faulty = lines.Where(l => l.Fault is not null).ToList();
        if (CheckAll(lines) is { } fault)
        {
            return Show(
                context,
                view with
                {
                    Attempt = new Attempt(TypeInLinks.Lines, fault, form),
                    Faulty = lines.Count > TypedLine.MostLines ? [] : faulty,
                }
            );
        }
        // All at once: they wait together and are stored together, in their order.
        var answers = await Task.WhenAll(lines.Select(line => WriteAsync(scope, place, line.NoteId, line.Text)));
        return answers.FirstOrDefault(a => a is not null) is { } refusal
            ? Show(context, view with { Attempt = new Attempt(TypeInLinks.Lines, refusal, form) })
            : Page.SeeOther(
                string.Create(CultureInfo.InvariantCulture, $"{view.At(place.Code)}&{TypeInLinks.Added}={lines.Count}")
            );
    }

    // Nothing is taken until every line can be: half a list is harder to find one's way in than a whole one.
    private static Refusal? CheckAll(IReadOnlyList<TypedLine> lines) =>
        lines.Count switch
        {
            0 => new Refusal("TextMissing", "lines"),
            > TypedLine.MostLines => new Refusal(
                "TooManyLines",
                "lines",
                TypedLine.MostLines.ToString(CultureInfo.InvariantCulture),
                lines.Count.ToString(CultureInfo.InvariantCulture)
            ),
            _ => lines.Select(l => l.Fault).FirstOrDefault(f => f is not null),
        };

    private static async Task<IResult> AddOneAsync(HttpContext context, Guid id, bool asFacilitator)
    {
        if (await WorkshopScope.FindAsync(context, id, asFacilitator) is not { } scope)
        {
            return Stranger(asFacilitator);
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var view = ViewOf(scope, form.Text(TypeInLinks.Sheet) ?? "") with { IsOneByOne = true };
        var refusal = view.Place is { } place
            ? await WriteAsync(scope, place, form.Id("commandId") ?? Guid.CreateVersion7(), form.Text("text"))
            : view.CodeFault;
        return refusal is null
            ? Page.SeeOther($"{view.At(view.Place!.Code)}&{TypeInLinks.Added}=1&{TypeInLinks.OneByOne}=1")
            : Show(context, view with { Attempt = new Attempt(TypeInLinks.One, refusal, form) });
    }

    private static async Task<IResult> WithdrawAsync(HttpContext context, Guid id, bool asFacilitator)
    {
        if (await WorkshopScope.FindAsync(context, id, asFacilitator) is not { } scope)
        {
            return Stranger(asFacilitator);
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var view = ViewOf(scope, form.Text(TypeInLinks.Sheet) ?? "");
        var answered = await scope.DecideAsync(new WithdrawNote(form.Id("noteId") ?? Guid.Empty));
        return answered.Refusal is { } refusal
            ? Show(context, view with { Attempt = new Attempt(TypeInLinks.Withdraw, refusal, form) })
            : Page.SeeOther(view.Place is { } place ? view.At(place.Code) : view.Home);
    }

    private static async Task<Refusal?> WriteAsync(WorkshopScope scope, SheetPlace place, Guid noteId, string? text)
    {
        var command = new Domain.Workshops.Notes.WriteNote(
            noteId,
            place.Question.Id,
            place.Half?.Key,
            text,
            place.Group.Id,
            IsFromPaper: true
        );
        return (await scope.DecideAsync(command, noteId)).Refusal;
    }

    private static TypeInView ViewOf(WorkshopScope scope, string? code)
    {
        var view = new TypeInView { Scope = scope, Code = code };
        // One who has not chosen yet has done nothing wrong.
        if (code is null)
        {
            return view;
        }
        var fault = SheetPlace.Find(scope.Workshop, code, out var place);
        if (place is not null && scope.Sight.GroupId is { } own && own != place.Group.Id)
        {
            fault = new Refusal("SheetOfAnotherGroup", "sheet", place.Code.ToString());
        }
        return view with { Place = fault is null ? place : null, CodeFault = fault };
    }

    private static IResult Show(HttpContext context, TypeInView view)
    {
        var refusal = view.Attempt?.Refusal ?? view.CodeFault;
        var status =
            refusal is null ? StatusCodes.Status200OK
            : context.Request.WantsPart() ? StatusCodes.Status422UnprocessableEntity
            : WorkshopProblem.StatusOf(refusal);
        return context.Request.WantsPart() ? Page.Of<TypeInBoard>(new { View = view }, status)
            : view.Scope.IsFacilitator ? Page.Of<TypeInPage>(new { View = view }, status)
            : Page.Of<ScribePage>(new { View = view }, status);
    }

    private static IResult Stranger(bool asFacilitator) =>
        asFacilitator ? Results.NotFound() : Page.Of<NotHerePage>(status: StatusCodes.Status404NotFound);
}
