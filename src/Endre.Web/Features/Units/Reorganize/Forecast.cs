using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Units.Reorganize;

/// <summary>Says what follows of a change before it is made, in sentences.</summary>
internal sealed class Forecast(EndreContext database, Texts<UnitsTexts> texts)
{
    /// <param name="draft">With the change tried on it, not stored.</param>
    public async Task<IReadOnlyList<string>> OfAsync(OrganizationDraft draft, CancellationToken ct)
    {
        var changes = draft.Events.OfType<UnitChanged>().ToList();
        var closed = changes.Where(e => e.Act is UnitAct.Merged or UnitAct.Split or UnitAct.Closed).ToList();
        var lines = new List<string>();
        lines.AddRange(changes.Where(e => e.Act == UnitAct.Opened).Select(e => texts["Will_open", e.After.Name]));
        foreach (var one in closed)
        {
            lines.Add(
                one.After.HeirId is { } heir
                    ? texts["Will_close", one.After.Name, NameOf(draft, heir)]
                    : texts["Will_closeAlone", one.After.Name]
            );
        }
        lines.AddRange(
            changes
                .Where(e => e.Act == UnitAct.Moved)
                .Select(e => texts["Will_move", e.After.Name, NameOf(draft, e.After.ParentId!.Value)])
        );
        lines.AddRange(People(draft));
        lines.AddRange(await LeadersAsync(draft, ct));
        lines.AddRange(await TeamsAsync(draft, [.. closed.Select(e => e.After.Id)], ct));
        return lines;
    }

    private IEnumerable<string> People(OrganizationDraft draft) =>
        draft
            .Events.OfType<PositionOpened>()
            .GroupBy(e => e.Position.UnitId)
            .Select(group =>
                texts[
                    "Will_people",
                    texts.Count("Workers", group.Select(e => e.Position.PersonId).Distinct().Count()),
                    NameOf(draft, group.Key)
                ]
            );

    // Who no longer leads, and who begins to: those must know before others do.
    private async Task<IEnumerable<string>> LeadersAsync(OrganizationDraft draft, CancellationToken ct)
    {
        var ended = draft.Events.Select(Ended).OfType<Position>().Where(p => p.Role == UnitRole.Leader).ToList();
        var begun = draft.Events.OfType<PositionOpened>().Where(e => e.Position.Role == UnitRole.Leader).ToList();
        var ids = ended.Select(p => p.PersonId).Concat(begun.Select(e => e.Position.PersonId)).ToHashSet();
        var names = await database
            .Users.Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct);
        return
        [
            .. ended
                .Where(p => !begun.Exists(e => e.Position.PersonId == p.PersonId))
                .Select(p => texts["Will_stopLeading", names.GetValueOrDefault(p.PersonId, "")]),
            .. begun.Select(e =>
                texts["Will_lead", names.GetValueOrDefault(e.Position.PersonId, ""), NameOf(draft, e.Position.UnitId)]
            ),
        ];
    }

    private async Task<IEnumerable<string>> TeamsAsync(
        OrganizationDraft draft,
        HashSet<Guid> closed,
        CancellationToken ct
    )
    {
        var teams = await database
            .ChangeTeams.Where(team => team.ClosedAt == null && closed.Contains(team.UnitId))
            .Select(team => new { team.Name, team.UnitId })
            .ToListAsync(ct);
        return teams.Select(team =>
            draft.Tree.Current(team.UnitId) is { IsOpen: true } now
                ? texts["Will_team", team.Name, now.Name]
                : texts["Will_teamAlone", team.Name]
        );
    }

    private static string NameOf(OrganizationDraft draft, Guid id) => draft.Tree.Find(id)?.Name ?? "";

    private static Position? Ended(OrganizationEvent happened) =>
        happened switch
        {
            PositionChanged e => e.Before,
            PositionWithdrawn e => e.Position,
            _ => null,
        };
}
