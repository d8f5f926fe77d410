using Endre.Domain.ActionItems;
using Endre.Domain.Lineage;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Agendas;
using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Web.Access;
using Endre.Web.Meetings;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.ActionItems;

/// <summary>What a meeting asks of action items: those that are not done, and of those that are whether they worked.</summary>
internal sealed class AgendaOfActionItems(
    EndreContext database,
    ReadOwners people,
    Formats formats,
    Texts<ActionItemTexts> texts
) : IAgendaSource
{
    private static readonly string Open = ActionItemWords.Of(ActionItemState.Open);

    public async Task<IReadOnlyList<AgendaNews>> ReadAsync(MeetingUnit unit, CancellationToken ct)
    {
        var (covered, today) = (unit.Covered, unit.Today);
        var rows = await database
            .ActionItems.AsNoTracking()
            .Where(row => covered.Contains(row.UnitId) && (row.State == Open || row.AsksFrom <= today))
            .ToListAsync(ct);
        var names = await people.NamesAsync(rows.Select(row => row.OwnerId), ct);
        return
        [
            .. rows.Select(row => row.ToActionItem())
                .OrderBy(item => item.DueOn)
                .ThenBy(item => item.Id)
                .Select(item => new AgendaNews(
                    new AgendaEntry(
                        item.State == ActionItemState.Open ? MatterKind.ActionItem : MatterKind.EffectCheck,
                        new RecordReference(RecordKind.ActionItem, item.Id),
                        AgendaEntry.TitleOf(item.What)
                    ),
                    LineOf(item, unit, names),
                    ActionItemLinks.One(item.Id)
                )),
        ];
    }

    private string LineOf(ActionItem item, MeetingUnit unit, IReadOnlyDictionary<Guid, string> names)
    {
        var owner = item.OwnerId is { } id ? names.GetValueOrDefault(id) : null;
        var stands =
            item.State == ActionItemState.Open
                ? texts[item.IsOverdueOn(unit.Today) ? "Overdue" : "Due", formats.Date(item.DueOn)]
                : texts["AgendaDone", formats.Date(item.Ending!.On), item.Ending.Text];
        return string.Join(
            " · ",
            new[] { unit.PartOf(item.UnitId), owner ?? texts["Nobody"], stands }.OfType<string>()
        );
    }
}
