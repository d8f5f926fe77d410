using Endre.Domain.ActionItems;
using Endre.Domain.ActionItems.Reminding;
using Endre.Storage.ActionItems;
using Endre.Web.Messages;
using Endre.Web.Texts;

namespace Endre.Web.Features.ActionItems.RemindOwners;

/// <summary>
/// Writes each owner one message a day, at most, with all that is due. What was told is stored with it, so that two nodes that
/// do this at the same instant tell it once.
/// </summary>
internal sealed class RemindOwners(DueReminders due, TellOnce tell, Formats formats)
{
    public static readonly MessageKind Kind = MessageKind.Of<ActionItemTexts>("action-item-reminders");

    private const int MostLines = 30;

    private static readonly Texts<ActionItemTexts> Texts = new();

    /// <returns>How many messages were written.</returns>
    public async Task<int> RunAsync(DateOnly today, CancellationToken ct)
    {
        var written = 0;
        foreach (var owner in await due.ReadAsync(today, ct))
        {
            written += await TellAsync(owner.Key, [.. owner], today, ct) ? 1 : 0;
        }
        return written;
    }

    // One message a day: what has come since is told tomorrow, if it still is so.
    private Task<bool> TellAsync(Guid owner, List<DueReminder> told, DateOnly today, CancellationToken ct) =>
        tell.TellAsync(
            owner,
            new OutgoingMessage(Kind, $"{today:yyyy-MM-dd}", () => Letter(told, today)),
            database =>
                database.AddRange(
                    told.Select(one => one.Reminder)
                        .Select(reminder => new ToldReminderRow
                        {
                            ActionItemId = reminder.ItemId,
                            Kind = DueReminders.WordOf(reminder.Kind),
                            AboutOn = reminder.For,
                            Number = reminder.Number,
                        })
                ),
            ct
        );

    private Letter Letter(List<DueReminder> told, DateOnly today)
    {
        var parts = new List<LetterPart>();
        foreach (
            var kind in told.OrderBy(one => OrderOf(one.Reminder.Kind))
                .Take(MostLines)
                .GroupBy(one => HeadingOf(one, today), StringComparer.Ordinal)
        )
        {
            parts.Add(LetterPart.Heading(Texts[kind.Key]));
            parts.Add(
                LetterPart.List([
                    .. kind.OrderBy(one => one.Item.DueOn)
                        .ThenBy(one => one.Item.What, StringComparer.CurrentCulture)
                        .Select(one => new LetterItem(Line(one), ActionItemLinks.One(one.Item.Id))),
                ])
            );
        }
        if (told.Count > MostLines)
        {
            parts.Add(LetterPart.Paragraph(Texts["RemindMore", told.Count - MostLines]));
        }
        parts.Add(LetterPart.Button(Texts["RemindOpen"], ActionItemLinks.List));
        return new Letter(
            told is [var only] ? Texts["RemindSubjectOne", only.Item.What] : Texts["RemindSubjectMany", told.Count],
            parts
        )
        {
            Path = told is [var one] ? ActionItemLinks.One(one.Item.Id) : ActionItemLinks.List,
        };
    }

    private static string HeadingOf(DueReminder one, DateOnly today) =>
        one.Reminder.Kind == ReminderKind.Today && one.Item.DueOn > today
            ? "Remind_LastDay"
            : $"Remind_{one.Reminder.Kind}";

    private string Line(DueReminder one) =>
        one.Words is { } words ? Texts["RemindLineBack", one.Item.What, formats.Date(one.Item.DueOn), words]
        : one.Item.State == ActionItemState.Open ? Texts["RemindLine", one.Item.What, formats.Date(one.Item.DueOn)]
        : one.Item.What;

    // What one must do first stands first.
    private static int OrderOf(ReminderKind kind) =>
        kind switch
        {
            ReminderKind.GivenBack => 0,
            ReminderKind.Over => 1,
            ReminderKind.Today => 2,
            ReminderKind.Ahead => 3,
            ReminderKind.AskEffect => 4,
            _ => 5,
        };
}
