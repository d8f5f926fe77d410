using Endre.Domain.ActionItems;
using Endre.Domain.Hassles.Answering;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Web.Access;
using Endre.Web.Texts;
using Endre.Web.Weekly;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.ActionItems.WeeklyActionItems;

/// <summary>
/// Action items in the weekly message of the leader whose unit decided them, or of whoever does it meanwhile: what has been
/// lifted, until it is handled, and «virket det?» that nobody has answered.
/// </summary>
internal sealed class WeeklyActionItems(
    EndreContext database,
    LeadersToday leaders,
    CurrentPerson person,
    ReadOwners people,
    TimeProvider clock,
    Formats formats
) : IWeeklyDecisions
{
    private const string NewDay = "new-day";
    private const string GiveBack = "give-back";
    private const string Drop = "drop";

    // The owner is asked first, by a reminder of their own.
    private const int DaysForTheOwner = 7;
    private const int DaysOfNewDay = 14;
    private const int DaysOfGivingBack = 7;
    private const int MinutesOfAnEasyAnswer = 5;

    private static readonly Texts<WeeklyActionItemTexts> Texts = new();
    private static readonly string Open = ActionItemWords.Of(ActionItemState.Open);
    private static readonly string Done = ActionItemWords.Of(ActionItemState.Done);

    public string Area => "action-item";

    public async Task<IReadOnlyList<WeeklyDecision>> ListAsync(CancellationToken ct) => await ReadAsync(only: null, ct);

    public async Task<WeeklyDecision?> FindAsync(Guid id, CancellationToken ct) =>
        (await ReadAsync(id, ct)).SingleOrDefault();

    public string AddressOf(Guid id) => ActionItemLinks.One(id);

    public Task<IReadOnlyDictionary<Guid, DateOnly>> TakenBackAsync(
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    ) => Task.FromResult<IReadOnlyDictionary<Guid, DateOnly>>(new Dictionary<Guid, DateOnly>());

    public async Task<Refusal?> AnswerAsync(WeeklyDecision decision, WeeklyAnswer answer, CancellationToken ct)
    {
        if (await database.FindActionItemAsync(decision.Id, ct) is not { } item)
        {
            return Refusal.Because("ActionItemUnknown");
        }
        ActionItemCommand command = answer.Choice switch
        {
            NewDay => new Domain.ActionItems.ChangeActionItem(
                item.What,
                item.FirstStep,
                In(DaysOfNewDay),
                item.IsSmall
            ),
            GiveBack => new GiveBackActionItem(answer.Text, In(DaysOfGivingBack)),
            Drop => new DropActionItem(answer.Text),
            _ => new CheckEffect(ActionItemWords.Effect(answer.Choice), answer.Text),
        };
        var hand = new ActionItemRecords.Hand(person.RequiredId, clock.GetUtcNow(), people.Today);
        var refusal = await database.DoWithActionItemAsync(item.Id, command, hand, ct);
        return refusal is { Field: "message" or "reason" or "seen" } ? refusal with { Field = "text" } : refusal;
    }

    private DateOnly In(int days) => NorwegianCalendar.WorkingDayFrom(people.Today.AddDays(days));

    private async Task<List<WeeklyDecision>> ReadAsync(Guid? only, CancellationToken ct)
    {
        var known = await leaders.ReadAsync(ct);
        var today = people.Today;
        var rows = await database
            .ActionItems.AsNoTracking()
            .Where(row => only == null || row.Id == only)
            .Where(row => (row.State == Open && row.DueOn < today) || (row.State == Done && row.AsksFrom <= today))
            .ToListAsync(ct);
        var units = rows.Select(row => row.UnitId)
            .Distinct()
            .Where(unit => known.For(unit).Contains(person.RequiredId))
            .ToHashSet();
        var items = rows.Where(row => units.Contains(row.UnitId))
            .Select(row => row.ToActionItem())
            .Where(item => item.IsLiftedOn(today) || Asks(item, today))
            .ToList();
        var names = await people.NamesAsync(items.Select(item => item.OwnerId), ct);
        return items.ConvertAll(item =>
            Decision(item, known.Tree.Find(item.UnitId)?.Name ?? "–", names.GetValueOrDefault(item.OwnerId ?? default))
        );
    }

    private bool Asks(ActionItem item, DateOnly today) =>
        item.AsksFrom is { } from
        && today >= (item.OwnerId is null || item.OwnerId == person.Id ? from : from.AddDays(DaysForTheOwner));

    // The message names nobody: it is kept, and whoever is named may be erased. The page that the links open does.
    private WeeklyDecision Decision(ActionItem item, string unit, string? owner)
    {
        var isLifted = item.State == ActionItemState.Open;
        var seenBy = Texts["SeenBy", unit];
        return new WeeklyDecision(
            Area,
            item.Id,
            isLifted
                ? Texts["AboutLifted", unit, people.Today.DayNumber - item.DueOn.DayNumber]
                : Texts["AboutCheck", unit],
            item.What,
            isLifted
                ? new Ease(IsWithinReach: null, IsLifted: false, Minutes: null, item.DueOn)
                : new Ease(IsWithinReach: true, IsLifted: false, MinutesOfAnEasyAnswer, item.AsksFrom!.Value),
            Seen: 0,
            [.. isLifted ? ChoicesOfLifted(item, owner, seenBy) : ChoicesOfCheck(seenBy)]
        );
    }

    private IEnumerable<WeeklyChoice> ChoicesOfLifted(ActionItem item, string? owner, string seenBy)
    {
        yield return new WeeklyChoice(
            NewDay,
            Texts["NewDay"],
            Texts["NewDaySays", formats.Date(In(DaysOfNewDay))],
            seenBy,
            Words: null
        );
        if (item.OwnerId is not null && item.OwnerId != person.Id)
        {
            yield return new WeeklyChoice(
                GiveBack,
                Texts["GiveBack"],
                Texts["GiveBackSays", owner ?? Texts["TheOwner"], formats.Date(In(DaysOfGivingBack))],
                seenBy,
                new WeeklyWords(Texts["GiveBackWords"], GiveBackActionItem.LongestMessage, IsRequired: true)
            );
        }
        yield return new WeeklyChoice(
            Drop,
            Texts["Drop"],
            Texts["DropSays"],
            seenBy,
            new WeeklyWords(Texts["DropWords"], ActionItemEnding.LongestText, IsRequired: true)
        );
    }

    private IEnumerable<WeeklyChoice> ChoicesOfCheck(string seenBy) =>
        Enum.GetValues<Effect>()
            .Select(effect => new WeeklyChoice(
                ActionItemWords.Of((Effect?)effect)!,
                Texts[$"Effect_{effect}"],
                Texts[$"Effect_{effect}Says"],
                seenBy,
                new WeeklyWords(Texts["Seen"], EffectCheck.LongestSeen, IsRequired: false)
            ));
}
