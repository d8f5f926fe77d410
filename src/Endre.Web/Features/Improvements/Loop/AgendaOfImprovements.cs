using Endre.Domain.Improvements;
using Endre.Domain.Lineage;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Agendas;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Features.Improvements.Shared;
using Endre.Web.Meetings;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Loop;

/// <summary>What a meeting looks at of improvements: those whose day has come.</summary>
internal sealed class AgendaOfImprovements(
    EndreContext database,
    ReadOwners people,
    CycleWords stages,
    Formats formats,
    Texts<ImprovementTexts> texts
) : IAgendaSource
{
    private static readonly string Ongoing = StoredWord.Of(ImprovementState.Ongoing);

    public async Task<IReadOnlyList<AgendaNews>> ReadAsync(MeetingUnit unit, CancellationToken ct)
    {
        var (covered, today) = (unit.Covered, unit.Today);
        var rows = await database
            .Improvements.AsNoTracking()
            .Where(row => covered.Contains(row.UnitId) && row.State == Ongoing && row.LooksOn <= today)
            .OrderBy(row => row.LooksOn)
            .ThenBy(row => row.Id)
            .ToListAsync(ct);
        var names = await people.NamesAsync(rows.Select(row => row.OwnerId), ct);
        return
        [
            .. rows.Select(row => row.ToImprovement())
                .Select(improvement => new AgendaNews(
                    new AgendaEntry(
                        MatterKind.Pilot,
                        new RecordReference(RecordKind.Improvement, improvement.Id),
                        AgendaEntry.TitleOf(improvement.Trying)
                    ),
                    LineOf(improvement, unit, names),
                    ImprovementLinks.One(improvement.Id)
                )),
        ];
    }

    private string LineOf(Improvement improvement, MeetingUnit unit, IReadOnlyDictionary<Guid, string> names)
    {
        var owner = improvement.OwnerId is { } id ? names.GetValueOrDefault(id) : null;
        var day = texts[
            improvement.IsOverdueOn(unit.Today) ? "LookWas" : "LooksOn",
            formats.Date(improvement.Current.Plan.LookOn)
        ];
        return string.Join(
            " · ",
            new[]
            {
                unit.PartOf(improvement.UnitId),
                owner ?? texts["Nobody"],
                stages[improvement.Current.Stage],
                day,
            }.OfType<string>()
        );
    }
}
