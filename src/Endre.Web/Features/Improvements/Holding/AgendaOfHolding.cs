using Endre.Domain.Lineage;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Agendas;
using Endre.Storage;
using Endre.Storage.Improvements.Holding;
using Endre.Web.Access;
using Endre.Web.Meetings;
using Endre.Web.Texts;

namespace Endre.Web.Features.Improvements.Holding;

/// <summary>What a meeting asks of what was adopted: whether it is still used, until somebody has answered.</summary>
internal sealed class AgendaOfHolding(
    EndreContext database,
    ReadOwners people,
    Formats formats,
    Texts<HoldingTexts> texts
) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaNews>> ReadAsync(MeetingUnit unit, CancellationToken ct)
    {
        var covered = unit.Covered;
        var waiting = await database.ReadWaitingUsesAsync(
            unit.Today,
            database.Improvements.Where(row => covered.Contains(row.UnitId)),
            ct
        );
        var names = await people.NamesAsync(waiting.Select(OwnerOf), ct);
        return
        [
            .. waiting.Select(one => new AgendaNews(
                new AgendaEntry(
                    MatterKind.EffectCheck,
                    new RecordReference(RecordKind.Improvement, one.Improvement.Id),
                    AgendaEntry.TitleOf(one.Held.Routine.Length > 0 ? one.Held.Routine : one.Improvement.Trying)
                ),
                string.Join(
                    " · ",
                    new[]
                    {
                        unit.PartOf(one.Improvement.UnitId),
                        OwnerOf(one) is { } owner ? names.GetValueOrDefault(owner) : texts["Nobody"],
                        texts["AgendaAsks", formats.Date(one.Held.AdoptedOn)],
                    }.OfType<string>()
                ),
                ImprovementLinks.One(one.Improvement.Id) + "#holde"
            )),
        ];
    }

    private static Guid? OwnerOf(WaitingUse one) => one.Held.LineOwnerId ?? one.Improvement.OwnerId;
}
