using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Templates.DeleteTemplate;

/// <summary>Takes a template of one's own out of the lists, after asking; it can be brought back.</summary>
internal static class DeleteTemplate
{
    public static IEndpointRouteBuilder MapDeleteTemplate(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(TemplateLinks.DeletePattern, AskAsync);
        pages.MapPost(TemplateLinks.DeletePattern, DeleteAsync);
        pages.MapPost(TemplateLinks.RestorePattern, RestoreAsync);
        return pages;
    }

    private static async Task<IResult> AskAsync(string key, OwnTemplates templates, CancellationToken ct) =>
        await templates.FindMineAsync(key, ct) is { IsDeleted: false } mine
            ? Page.Of<DeleteTemplatePage>(new { Mine = mine })
            : ErrorResult.NotFound;

    private static async Task<IResult> DeleteAsync(HttpContext context, string key, OwnTemplates templates)
    {
        var ct = context.RequestAborted;
        if (await templates.FindMineAsync(key, ct) is not { } mine)
        {
            return ErrorResult.NotFound;
        }
        var form = await context.Request.ReadFormAsync(ct);
        if (await templates.DeleteAsync(mine, form.Number("version") ?? 0, ct) is null)
        {
            return Page.SeeOther(TemplateLinks.Deleted(key));
        }
        var now = await templates.FindMineAsync(key, ct) ?? mine;
        return now.IsDeleted
            ? Page.SeeOther(TemplateLinks.Deleted(key))
            : Page.Of<DeleteTemplatePage>(new { Mine = now, IsChangedMeanwhile = true }, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> RestoreAsync(string key, OwnTemplates templates, CancellationToken ct)
    {
        if (await templates.FindMineAsync(key, ct) is not { } mine)
        {
            return ErrorResult.NotFound;
        }
        // Whoever else changed it at this instant has brought it back too: what is deleted changes in no other way.
        await templates.RestoreAsync(mine, ct);
        return Page.SeeOther(TemplateLinks.One(key));
    }
}
