using Endre.Domain.ActionItems;
using Endre.Domain.ActionItems.Reminding;
using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Storage.Organizations;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.ActionItems.RemindOwners;

/// <summary>Reads what is due to be told and has not been, and to whom.</summary>
internal sealed class DueReminders(EndreContext database, Formats formats)
{
    // What falls in July is told before it: as far ahead as a reminder ever comes.
    private const int MostDaysAhead = 40;

    private static readonly string Open = ActionItemWords.Of(ActionItemState.Open);
    private static readonly string Done = ActionItemWords.Of(ActionItemState.Done);

    /// <summary>The word of a kind of reminders in the database.</summary>
    internal static string WordOf(ReminderKind kind) => StoredWord.Of(kind);

    /// <returns>What is due, by owner. Whoever has left or is away today has nothing due.</returns>
    public async Task<ILookup<Guid, DueReminder>> ReadAsync(DateOnly today, CancellationToken ct)
    {
        var until = today.AddDays(MostDaysAhead);
        var rows = await database
            .ActionItems.AsNoTracking()
            .Where(row => (row.State == Open && row.DueOn <= until) || (row.State == Done && row.AsksFrom <= today))
            .Join(database.PeopleThereOn(today), row => row.OwnerId, person => person.Id, (row, _) => row)
            .ToListAsync(ct);
        var ids = rows.ConvertAll(row => row.Id);
        var events = (
            await database
                .ActionItemEvents.AsNoTracking()
                .Where(entry => ids.Contains(entry.ActionItemId))
                .ToListAsync(ct)
        ).ToLookup(entry => entry.ActionItemId);
        var told = (
            await database.ToldReminders.AsNoTracking().Where(row => ids.Contains(row.ActionItemId)).ToListAsync(ct)
        )
            .Select(row => (row.ActionItemId, row.Kind, row.AboutOn, row.Number))
            .ToHashSet();
        return rows.Select(row => DueOf(row.ToActionItem(), [.. events[row.Id].OrderBy(entry => entry.Number)], today))
            .OfType<DueReminder>()
            .Where(due => !told.Contains(KeyOf(due.Reminder)))
            .ToLookup(due => due.Item.OwnerId!.Value);
    }

    internal static (Guid ItemId, string Kind, DateOnly For, int Number) KeyOf(Reminder reminder) =>
        (reminder.ItemId, WordOf(reminder.Kind), reminder.For, reminder.Number);

    private DueReminder? DueOf(ActionItem item, IReadOnlyList<ActionItemEventRow> history, DateOnly today)
    {
        var since = DateOnly.MinValue;
        var due = default(DateOnly?);
        var back = default(ActionItemEventRow);
        foreach (var entry in history)
        {
            // Mending the words gives nobody a new day.
            if (entry.OwnerId is not null || (entry.DueOn is { } day && day != due))
            {
                since = formats.Day(entry.At);
                back = entry.What == GivenBack ? entry : null;
            }
            due = entry.DueOn ?? due;
        }
        if (ReminderRules.DueOn(item, since, today) is { } reminder)
        {
            return new DueReminder(item, reminder, Words: null);
        }
        return item.State == ActionItemState.Open && back is not null && ReminderRules.MayRemindOn(today)
            ? new DueReminder(item, ReminderRules.GivenBack(item, back.Number), back.Text)
            : null;
    }

    private static readonly string GivenBack = StoredWord.OfEvent(typeof(ActionItemGivenBack));
}

/// <summary>Something to be told an owner.</summary>
/// <param name="Item">The action item.</param>
/// <param name="Reminder">What is told.</param>
/// <param name="Words">What the leader wrote who gave it back; null for all else.</param>
internal sealed record DueReminder(ActionItem Item, Reminder Reminder, string? Words);
