using Endre.Domain.Hassles.Answering;
using Endre.Domain.Improvements;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Web.Access;
using Endre.Web.Texts;
using Endre.Web.Weekly;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.WeeklyImprovements;

/// <summary>
/// Improvements in the weekly message of the leader whose unit tries them, or of whoever does it meanwhile: those that nobody
/// has looked at since their day.
/// </summary>
internal sealed class WeeklyImprovements(
    EndreContext database,
    LeadersToday leaders,
    CurrentPerson person,
    ReadOwners people,
    TimeProvider clock,
    Formats formats
) : IWeeklyDecisions
{
    private const string NewDay = "new-day";
    private const string Stop = "stop";

    // The owner is reminded first, and the meeting looks at it.
    private const int DaysForTheOwner = 7;
    private const int DaysOfNewDay = 14;

    private static readonly Texts<LoopTexts> Texts = new();
    private static readonly string Ongoing = StoredWord.Of(ImprovementState.Ongoing);

    public string Area => "improvement";

    public async Task<IReadOnlyList<WeeklyDecision>> ListAsync(CancellationToken ct) => await ReadAsync(only: null, ct);

    public async Task<WeeklyDecision?> FindAsync(Guid id, CancellationToken ct) =>
        (await ReadAsync(id, ct)).SingleOrDefault();

    public string AddressOf(Guid id) => ImprovementLinks.One(id);

    public Task<IReadOnlyDictionary<Guid, DateOnly>> TakenBackAsync(
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    ) => Task.FromResult<IReadOnlyDictionary<Guid, DateOnly>>(new Dictionary<Guid, DateOnly>());

    public async Task<Refusal?> AnswerAsync(WeeklyDecision decision, WeeklyAnswer answer, CancellationToken ct)
    {
        if (await database.FindImprovementAsync(decision.Id, ct) is not { } improvement)
        {
            return Refusal.Because("ImprovementUnknown");
        }
        ImprovementCommand command =
            answer.Choice == Stop
                ? new StopImprovement(answer.Text)
                : new MoveLookDay(improvement.Current.Number, Ahead);
        var hand = new Hand(person.RequiredId, clock.GetUtcNow(), people.Today);
        var refusal = await database.DoWithImprovementAsync(improvement.Id, command, hand, ct);
        return refusal is { Field: "lesson" } ? refusal with { Field = "text" } : refusal;
    }

    private DateOnly Ahead => NorwegianCalendar.WorkingDayFrom(people.Today.AddDays(DaysOfNewDay));

    private async Task<List<WeeklyDecision>> ReadAsync(Guid? only, CancellationToken ct)
    {
        var known = await leaders.ReadAsync(ct);
        var until = people.Today.AddDays(-DaysForTheOwner);
        var rows = await database
            .Improvements.AsNoTracking()
            .Where(row => (only == null || row.Id == only) && row.State == Ongoing && row.LooksOn <= until)
            .ToListAsync(ct);
        var units = rows.Select(row => row.UnitId)
            .Distinct()
            .Where(unit => known.For(unit).Contains(person.RequiredId))
            .ToHashSet();
        return
        [
            .. rows.Where(row => units.Contains(row.UnitId))
                .Select(row => Decision(row.ToImprovement(), known.Tree.Find(row.UnitId)?.Name ?? "–")),
        ];
    }

    // The message names nobody: it is kept, and whoever is named may be erased.
    private WeeklyDecision Decision(Improvement improvement, string unit)
    {
        var lookedOn = improvement.Current.Plan.LookOn;
        var seenBy = Texts["SeenBy", unit];
        return new WeeklyDecision(
            Area,
            improvement.Id,
            Texts["About", unit, people.Today.DayNumber - lookedOn.DayNumber],
            improvement.Trying,
            new Ease(IsWithinReach: null, IsLifted: false, Minutes: null, lookedOn),
            Seen: 0,
            [
                new WeeklyChoice(
                    NewDay,
                    Texts["NewDay"],
                    Texts["NewDaySays", formats.Date(Ahead)],
                    seenBy,
                    Words: null
                ),
                new WeeklyChoice(
                    Stop,
                    Texts["Stop"],
                    Texts["StopSays"],
                    seenBy,
                    new WeeklyWords(Texts["StopWords"], ImprovementEnding.LongestLearned, IsRequired: true)
                ),
            ]
        );
    }
}
