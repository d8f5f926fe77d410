using System.Globalization;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Plan;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Templates;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.CreateWorkshop;

/// <summary>The page where a facilitator makes a workshop from a template.</summary>
internal static class NewWorkshopEndpoint
{
    public static IEndpointRouteBuilder MapCreateWorkshop(this IEndpointRouteBuilder pages)
    {
        var one = pages.MapGroup(WorkshopLinks.New).RequireAuthorization(Policies.Facilitator);
        one.MapGet("", ShowAsync);
        one.MapPost("", MakeAsync);
        return pages;
    }

    private static async Task<IResult> ShowAsync(TemplateLibrary templates, string? mal, CancellationToken ct)
    {
        var own = await templates.ListOwnAsync(ct);
        var input = new NewWorkshopInput(mal ?? "mdi", "", "", Language.Current.Code, WithOptional: false);
        return Page.Of<NewWorkshopPage>(new { Own = own, Input = input });
    }

    private static async Task<IResult> MakeAsync(
        HttpContext context,
        CreateWorkshop create,
        TemplateLibrary templates,
        CurrentPerson person
    )
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        var input = NewWorkshopInput.Of(form);
        var own = await templates.ListOwnAsync(ct);
        if (await templates.FindAsync(input.Template, ct) is not { } template)
        {
            return Again(own, input, "template", RefusalTexts.Sentence(new("TemplateUnknown", "template")));
        }
        var (live, refusal) = await create.HandleAsync(
            input.Title,
            input.Language,
            template.ToPlan(input.WithOptional),
            input.GroupCount ?? (input.Groups.Length == 0 ? template.Groups : 0),
            new Facilitator(person.RequiredId, person.Name ?? ""),
            form.Id("commandId")
        );
        return live is null
            ? Again(own, input, refusal!.Field ?? "title", RefusalTexts.Sentence(refusal))
            : Page.SeeOther(WorkshopLinks.Run(live.Id));
    }

    private static IResult Again(IReadOnlyList<Template> own, NewWorkshopInput input, string field, string sentence) =>
        Page.Refused<NewWorkshopPage>(
            new
            {
                Own = own,
                Input = input,
                Faults = FormFaults.None.Add(field, sentence),
            }
        );
}

/// <summary>What the form says.</summary>
public sealed record NewWorkshopInput(string Template, string Title, string Groups, string Language, bool WithOptional)
{
    public int? GroupCount =>
        int.TryParse(Groups, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    internal static NewWorkshopInput Of(IFormCollection form)
    {
        var template = form.Text("template") ?? "";
        return new NewWorkshopInput(
            template,
            form.Text("title") ?? "",
            (form.Text("groups") ?? "").Trim(),
            form.Text("language") ?? Texts.Language.Current.Code,
            form.ContainsKey($"optional-{template}")
        );
    }
}
