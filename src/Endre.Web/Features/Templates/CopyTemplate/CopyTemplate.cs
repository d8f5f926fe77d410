using Endre.Domain.Shared;
using Endre.Domain.Workshops.Plan;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.Templates.CopyTemplate;

/// <summary>Makes a template of one's own that contains the same as another, shipped or anybody's.</summary>
internal static class CopyTemplate
{
    private static readonly Texts<TemplateTexts> T = new();

    public static IEndpointRouteBuilder MapCopyTemplate(this IEndpointRouteBuilder pages)
    {
        pages.MapPost(TemplateLinks.CopyPattern, HandleAsync);
        return pages;
    }

    private static async Task<IResult> HandleAsync(
        HttpContext context,
        string key,
        TemplateLibrary templates,
        CurrentPerson person,
        TimeProvider clock
    )
    {
        var ct = context.RequestAborted;
        if (await templates.FindAsync(key, ct) is not { } original)
        {
            return ErrorResult.NotFound;
        }
        var form = await context.Request.ReadFormAsync(ct);
        var now = clock.GetUtcNow();
        var (copy, refusal) = await templates.SaveAsync(
            original with
            {
                Name = NameOf(original),
            },
            form.Id("commandId") ?? Guid.CreateVersion7(now),
            person.RequiredId,
            now,
            ct
        );
        return refusal is null
            ? Page.SeeOther(TemplateLinks.Describe(copy!))
            : throw new InvalidOperationException($"The copy of a template is refused: {refusal.Reason}.");
    }

    // A name of the longest length leaves no room for "copy of".
    private static Wording NameOf(Template original)
    {
        var name = T["CopyOf", original.Name.In(Language.Current.Code)];
        return name.Length <= PlanRules.LongestTitle ? new Wording(name) : original.Name;
    }
}
