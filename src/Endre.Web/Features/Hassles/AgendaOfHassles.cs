using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;
using Endre.Domain.Lineage;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Agendas;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Meetings;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles;

/// <summary>
/// What a meeting takes up of what was said to the unit: answers that are late, what was lifted and came back, and what is new,
/// the easy first. Never by whom it was said, nor on which day.
/// </summary>
internal sealed class AgendaOfHassles(EndreContext database, Texts<HassleTexts> texts) : IAgendaSource
{
    // What came back longer ago has been told of, in a meeting or otherwise.
    private const int DaysToComeBack = 180;

    private static readonly string Waiting = HassleWords.Of(HassleState.Waiting);
    private static readonly string[] Answered =
    [
        HassleWords.Of(HassleState.WillDo),
        HassleWords.Of(HassleState.WillNot),
        HassleWords.Of(HassleState.NeedsMore),
    ];

    public async Task<IReadOnlyList<AgendaNews>> ReadAsync(MeetingUnit unit, CancellationToken ct)
    {
        var covered = unit.Covered;
        var since = unit.Today.AddDays(-DaysToComeBack);
        var ids = await database
            .Hassles.Where(row => row.MergedIntoId == null && covered.Contains(row.MovedToId ?? row.UnitId))
            .Where(row =>
                row.State == Waiting || (row.LiftedOn != null && row.LiftedOn >= since && Answered.Contains(row.State))
            )
            .Select(row => row.Id)
            .ToListAsync(ct);
        var limit = await database.ReadAnswerLimitAsync(ct);
        var found = (await database.ReadHasslesAsync(ids, ct))
            .Values.OrderBy(hassle => HassleId.Shuffled(hassle.Id), StringComparer.Ordinal)
            .Select(hassle => (Hassle: hassle, Duty: AnswerDuty.Of(hassle, limit, seesDay: false)))
            .ToList();
        return
        [
            .. EasyFirst
                .Order(
                    found,
                    one => new Ease(
                        FixerWord.IsWithinReach(one.Hassle.Fixer),
                        one.Hassle.State == HassleState.Lifted,
                        one.Hassle.Effort.Minutes,
                        one.Duty.SaidBy
                    )
                )
                .Select(one => Of(one.Hassle, one.Duty, unit)),
        ];
    }

    private AgendaNews Of(Hassle hassle, AnswerDuty duty, MeetingUnit unit)
    {
        var kind =
            hassle.State != HassleState.Waiting ? MatterKind.Returned
            : duty.DaysLeftOn(unit.Today) < 0 ? MatterKind.LateAnswer
            : MatterKind.NewHassle;
        return new AgendaNews(
            new AgendaEntry(kind, new RecordReference(RecordKind.Hassle, hassle.Id), AgendaEntry.TitleOf(hassle.Text)),
            string.Join(" · ", new[] { unit.PartOf(hassle.AnsweringUnitId), LineOf(kind) }.OfType<string>()),
            HassleLinks.One(hassle.Id)
        );

        string LineOf(MatterKind what) =>
            what switch
            {
                MatterKind.Returned => texts["AgendaReturned", texts[$"State_{hassle.State}"], LastAnswerOf(hassle)],
                MatterKind.LateAnswer => texts.Count("AgendaLate", -duty.DaysLeftOn(unit.Today)!.Value),
                _ => duty.AgeOn(unit.Today) == 0
                    ? texts["AgendaFresh"]
                    : texts.Count("AgendaWaits", duty.AgeOn(unit.Today)),
            };
    }

    private static string LastAnswerOf(Hassle hassle) =>
        hassle.Thread.FindLast(message => message.Answer is not null)?.Text ?? "";
}
