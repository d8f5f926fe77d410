using Endre.Domain.Shared;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.Templates.DescribeTemplate;

/// <summary>Gives a template of one's own another name and description.</summary>
internal static class DescribeTemplate
{
    public static IEndpointRouteBuilder MapDescribeTemplate(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(TemplateLinks.DescribePattern, ShowAsync);
        pages.MapPost(TemplateLinks.DescribePattern, SaveAsync);
        return pages;
    }

    private static async Task<IResult> ShowAsync(string key, OwnTemplates templates, CancellationToken ct) =>
        await templates.FindMineAsync(key, ct) is { IsDeleted: false } mine
            ? Page.Of<DescribeTemplatePage>(new { Mine = mine, Input = TemplateInput.Of(mine.Template) })
            : ErrorResult.NotFound;

    private static async Task<IResult> SaveAsync(HttpContext context, string key, OwnTemplates templates)
    {
        var ct = context.RequestAborted;
        if (await templates.FindMineAsync(key, ct) is not { } mine)
        {
            return ErrorResult.NotFound;
        }
        var form = await context.Request.ReadFormAsync(ct);
        var input = TemplateInput.Of(form);
        var (name, purpose) = input.Over(mine.Template);
        if (await templates.DescribeAsync(mine, form.Number("version") ?? 0, name, purpose, ct) is not { } refusal)
        {
            return Page.SeeOther(TemplateLinks.Described(key));
        }
        return Again(await templates.FindMineAsync(key, ct) ?? mine, input, refusal);
    }

    private static IResult Again(OwnTemplate now, TemplateInput input, Refusal refusal)
    {
        var isLate = OwnTemplates.IsLate(refusal);
        var field = refusal.Field ?? "name";
        return Page.Of<DescribeTemplatePage>(
            new
            {
                Mine = now,
                Input = input,
                Faults = isLate ? FormFaults.None : FormFaults.None.Add(field, RefusalTexts.Sentence(refusal)),
                IsChangedMeanwhile = isLate,
            },
            isLate ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity
        );
    }
}
