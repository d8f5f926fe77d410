using Endre.Domain.Shared;
using Endre.Domain.Workshops.Groups;
using Endre.Web.Access;
using Endre.Web.Features.Templates;
using Endre.Web.Live;
using Endre.Web.Meetings;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops;

/// <summary>A workshop of the month's template, for a meeting.</summary>
internal sealed class MonthBoards(
    CreateWorkshop.CreateWorkshop create,
    TemplateLibrary templates,
    LiveWorkshops workshops,
    JoinAddress join,
    CurrentPerson person
) : IMonthBoards
{
    private const string Template = "laering-fra-forrige-maned";

    public async Task<Refusal?> MakeAsync(Guid id, string title, CancellationToken ct)
    {
        if (await templates.FindAsync(Template, ct) is not { } template)
        {
            return new Refusal("TemplateUnknown", "template");
        }
        var (_, refusal) = await create.HandleAsync(
            title,
            Language.Current.Code,
            template.ToPlan(withOptional: false),
            template.Groups,
            new Facilitator(person.RequiredId, person.Name ?? ""),
            id
        );
        return refusal;
    }

    public async Task<MonthBoard?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await workshops.FindAsync(id, ct) is not { } live)
        {
            return null;
        }
        var state = live.State;
        var leads = person.Id is { } one && state.IsFacilitator(one);
        return new MonthBoard(
            state.Code,
            !state.IsClosed,
            WorkshopLinks.JoinWith(state.Code),
            join.Of(state.Code),
            leads && !state.IsClosed ? WorkshopLinks.Run(id) : null,
            leads && state.IsClosed ? WorkshopLinks.Report(id) : null
        );
    }
}
