using Endre.Domain.Shared;
using Endre.Domain.Workshops.Groups;
using Endre.Web.Access;
using Endre.Web.Features.Templates;
using Endre.Web.Hosting;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.CreateWorkshop;

/// <summary><c>POST /api/v1/workshops</c></summary>
internal static class CreateWorkshopEndpoint
{
    public static async Task<IResult> HandleAsync(
        HttpContext context,
        CreateWorkshop create,
        TemplateLibrary templates,
        CurrentPerson person
    )
    {
        var (input, unreadable) = await ApiBody.ReadAsync<Input>(context);
        if (input is null)
        {
            return WorkshopProblem.Of(unreadable!);
        }
        if (await templates.FindAsync(input.Template ?? "", context.RequestAborted) is not { } template)
        {
            return WorkshopProblem.Of(new Refusal("TemplateUnknown", "template"));
        }
        var (live, refusal) = await create.HandleAsync(
            input.Title ?? "",
            input.Language ?? Language.Current.Code,
            template.ToPlan(input.WithOptional),
            input.Groups ?? template.Groups,
            new Facilitator(person.RequiredId, person.Name ?? ""),
            input.Id
        );
        return live is null
            ? WorkshopProblem.Of(refusal!)
            : Results.Created($"/api/v1/workshops/{live.Id}", new Made(live.Id, live.State.Code));
    }

    /// <summary>What was made.</summary>
    /// <param name="WorkshopId">Its id.</param>
    /// <param name="Code">The six digits that let people in.</param>
    internal sealed record Made(Guid WorkshopId, string Code);

    /// <summary>What a program says of the workshop it wants.</summary>
    /// <param name="Template">A template's key, for example <c>mdi</c>.</param>
    /// <param name="Title">1–200 characters.</param>
    /// <param name="Groups">1–60; the template's own number when not said.</param>
    /// <param name="Language"><c>nb</c>, <c>nn</c> or <c>en</c>; that of the request when not said.</param>
    /// <param name="WithOptional">Whether the template's optional steps are taken along.</param>
    /// <param name="Id">An id the program gives the workshop; asked again with it, it is made once.</param>
    internal sealed record Input(
        string? Template,
        string? Title,
        int? Groups = null,
        string? Language = null,
        bool WithOptional = false,
        Guid? Id = null
    );
}
