using System.Collections.Immutable;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Sorting;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Workshops.Interpret;

/// <summary>All groups side by side: categories are joined into themes, and an interpretation is written that quotes notes.</summary>
internal static class InterpretPages
{
    private const string JoinIntoTheme = "tema";
    private const string TakeThemeApart = "skill";
    private const string QuoteNotes = "siter";
    private const string WriteSection = "avsnitt";
    private const string RemoveSection = "ta-bort";
    private const string ShareWithAll = "del";

    public static IEndpointRouteBuilder MapInterpret(this IEndpointRouteBuilder pages)
    {
        var one = pages.MapGroup($"{WorkshopLinks.Pattern}/tolk").RequireAuthorization(Policies.WorkshopLeader);
        one.MapGet("", ShowAsync);
        Map(one, JoinIntoTheme, ReadTheme, "temaer");
        Map(one, TakeThemeApart, (_, form) => new SplitTheme(form.Id("themeId") ?? Guid.Empty), "temaer");
        Map(one, QuoteNotes, ReadQuotes, "tolkning");
        Map(one, WriteSection, ReadSection, "tolkning");
        Map(one, RemoveSection, (_, form) => new RemoveInterpretation(form.Id("sectionId") ?? Guid.Empty), "tolkning");
        Map(one, ShareWithAll, (_, _) => new ShareInterpretation(), "tolkning");
        return pages;
    }

    private static void Map(
        RouteGroupBuilder pages,
        string act,
        Func<Workshop, IFormCollection, WorkshopCommand> read,
        string anchor
    )
    {
        // A page that was refused stands at the address of its form: a reload leads back.
        pages.MapGet($"/{act}", (Guid id) => Page.SeeOther(WorkshopLinks.Interpret(id)));
        pages.MapPost(
            $"/{act}",
            async (HttpContext context, Guid id) =>
                await WorkshopScope.FindAsync(context, id, asFacilitator: true) is { } scope
                    ? await WorkshopAct.DecideAsync(
                        context,
                        id,
                        act,
                        asFacilitator: true,
                        form => read(scope.Workshop, form),
                        _ => $"{WorkshopLinks.Interpret(id)}#{anchor}",
                        (found, attempt) => PageOf(context, found, attempt)
                    )
                    : Results.NotFound()
        );
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id) =>
        await WorkshopScope.FindAsync(context, id, asFacilitator: true) is { } scope
            ? await PageOf(context, scope, attempt: null)
            : Results.NotFound();

    private static SaveTheme ReadTheme(Workshop workshop, IFormCollection form) =>
        new(
            new Theme(
                form.Id("themeId") ?? Guid.CreateVersion7(),
                form.Text("title") ?? "",
                Enum.TryParse<ClusterKind>(form["kind"], out var kind) && Enum.IsDefined(kind)
                    ? kind
                    : ClusterKind.Unlabeled,
                form.Ids("clusterIds"),
                [.. form["factorIds"].OfType<string>()]
            )
        );

    // Ticked notes go into a piece that stands there, or into a new one with the text that was written.
    private static WriteInterpretation ReadQuotes(Workshop workshop, IFormCollection form)
    {
        var picked = form.Ids("noteIds");
        return form.Id("into") is { } into && workshop.Interpretation.Sections.Find(s => s.Id == into) is { } section
            ? new WriteInterpretation(into, Joined(section.Text, form.Text("text")), [.. section.NoteIds.Union(picked)])
            : new WriteInterpretation(form.Id("sectionId") ?? Guid.CreateVersion7(), form.Text("text"), picked);
    }

    private static string Joined(string before, string? more) =>
        string.IsNullOrWhiteSpace(more) ? before : $"{before}\n\n{more}";

    private static WriteInterpretation ReadSection(Workshop workshop, IFormCollection form)
    {
        var id = form.Id("sectionId") ?? Guid.Empty;
        var kept = form.Ids("noteIds").ToImmutableHashSet();
        var section = workshop.Interpretation.Sections.Find(s => s.Id == id);
        // Unticked quotes are taken out; the others keep their order.
        return new WriteInterpretation(id, form.Text("text"), section?.NoteIds.FindAll(kept.Contains) ?? [.. kept]);
    }

    private static Task<IResult> PageOf(HttpContext context, WorkshopScope scope, Attempt? attempt)
    {
        var status = attempt is null ? StatusCodes.Status200OK : WorkshopProblem.StatusOf(attempt.Refusal);
        var shown = new { scope.Sight, Attempt = attempt };
        return Task.FromResult<IResult>(
            context.Request.WantsPart() ? Page.Of<InterpretPart>(shown, status) : Page.Of<InterpretPage>(shown, status)
        );
    }
}
