using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Texts;
using Endre.Web.Weekly;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.WeeklyHassles;

/// <summary>What was said and waits for an answer, in the weekly message: the same as on «Å svare på».</summary>
internal sealed class WeeklyHassles(
    EndreContext database,
    HassleSight sight,
    ReadLifting lifting,
    UnitSeats seats,
    GiveAnswer give,
    Texts<WeeklyHassleTexts> texts
) : IWeeklyDecisions
{
    private static readonly string WillDo = HassleWords.Of(HassleState.WillDo);
    private static readonly string WillNot = HassleWords.Of(HassleState.WillNot);
    private static readonly string NeedsMore = HassleWords.Of(HassleState.NeedsMore);

    public string Area => "hassle";

    public async Task<IReadOnlyList<WeeklyDecision>> ListAsync(CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var lift = await lifting.ReadAsync(scope.Known, ct);
        var hassles = await database.ReadHasslesAsync(await lifting.WaitingAsync(scope, lift, ct), ct);
        return [.. hassles.Values.Select(hassle => Decision(scope, lift, hassle))];
    }

    public async Task<WeeklyDecision?> FindAsync(Guid id, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (await scope.FindAsync(database, id, ct) is not { IsUnanswered: true } hassle || !scope.MayAnswer(hassle))
            return null;
        return Decision(scope, await lifting.ReadAsync(scope.Known, ct), hassle);
    }

    public string AddressOf(Guid id) => HassleLinks.One(id);

    public async Task<IReadOnlyDictionary<Guid, DateOnly>> TakenBackAsync(
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        var (withdrawn, gone) = (HassleWords.Of(HassleState.Withdrawn), HassleWords.Of(HassleState.Gone));
        var rows = await database
            .Hassles.Where(row => ids.Contains(row.Id))
            .Select(row => new
            {
                row.Id,
                IsGone = row.State == withdrawn || row.State == gone,
                RedactedOn = database
                    .HassleEvents.Where(entry => entry.HassleId == row.Id && entry.What == HassleEventRow.Redacted)
                    .Max(entry => entry.Day),
            })
            .ToListAsync(ct);
        return rows.Where(row => row.IsGone || row.RedactedOn is not null)
            .ToDictionary(row => row.Id, row => row.IsGone ? DateOnly.MaxValue : row.RedactedOn!.Value);
    }

    public async Task<Refusal?> AnswerAsync(WeeklyDecision decision, WeeklyAnswer answer, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        return await scope.FindAsync(database, decision.Id, ct) is { } hassle && scope.MayAnswer(hassle)
            ? await give.GiveAsync(scope, hassle, answer.Choice, answer.Text, answer.Seen, promise: null, ct)
            : Refusal.Because("HassleWithdrawn");
    }

    private WeeklyDecision Decision(HassleSight.Scope scope, Lifting lift, Hassle hassle)
    {
        var seesDay = scope.Sees(hassle, HassleField.Day);
        var duty = AnswerDuty.Of(hassle, AnswerLimit.Default, seesDay);
        var unit = scope.UnitOf(hassle);
        var age = duty.AgeOn(seats.Today);
        return new WeeklyDecision(
            Area,
            hassle.Id,
            age == 0 ? texts["AboutNew", unit] : texts[age == 1 ? "AboutOne" : "AboutMany", unit, age],
            hassle.Text,
            new Ease(
                FixerWord.IsWithinReach(hassle.Fixer),
                hassle.State == HassleState.Lifted,
                hassle.Effort.Minutes,
                duty.SaidBy
            ),
            hassle.Thread.Count,
            [.. Choices(lift.Next(hassle, scope.PersonId) is { } up ? lift.NameOf(up.PersonId) : null, unit)]
        );
    }

    private IEnumerable<WeeklyChoice> Choices(string? leaderAbove, string unit)
    {
        var seenBy = texts["SeenBy", unit];
        yield return Choice(WillDo, "WillDo", isRequired: false);
        yield return Choice(WillNot, "WillNot", isRequired: true);
        yield return Choice(NeedsMore, "NeedsMore", isRequired: true);
        if (leaderAbove is not null)
        {
            yield return new WeeklyChoice(
                GiveAnswer.Lifted,
                texts["Lift"],
                texts["LiftSays", leaderAbove],
                seenBy,
                new WeeklyWords(texts["LiftWords", leaderAbove], HassleMessage.LongestText, IsRequired: false)
            );
        }

        WeeklyChoice Choice(string word, string key, bool isRequired) =>
            new(
                word,
                texts[key],
                texts[$"{key}Says"],
                seenBy,
                new WeeklyWords(texts[$"{key}Words"], HassleMessage.LongestText, isRequired)
            );
    }
}
