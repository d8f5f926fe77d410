using Endre.Domain.Meetings.Minutes;
using Endre.Storage;
using Endre.Storage.Meetings.Minutes;
using Endre.Web.Components.Forms;
using Endre.Web.Pdf;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Minutes.Shared;

/// <summary>Reads the minutes that are in sight.</summary>
internal sealed class ReadMinutes(
    EndreContext database,
    MinutesSight sight,
    Formats formats,
    PdfConverter pdf,
    TimeProvider clock,
    Texts<MinutesTexts> texts
)
{
    private static readonly string[] Told = ["meeting-begun", "meeting-ended", "matter-marked", "minutes-locked"];

    /// <returns>Null when there is no such meeting, it was called off, or it is out of sight.</returns>
    public async Task<(MeetingMinutes Minutes, bool MayLead)?> FindAsync(Guid id, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        return await scope.FindAsync(database, id, ct) is { } meeting
            ? (await database.ReadMinutesAsync(meeting, formats.Day, ct), scope.MayLead(meeting.UnitId))
            : null;
    }

    /// <returns>Null as above.</returns>
    public async Task<MinutesView?> ViewAsync(Guid id, Attempt? attempt, CancellationToken ct) =>
        await FindAsync(id, ct) is var (minutes, mayLead)
            ? new MinutesView(
                minutes,
                mayLead,
                minutes.IsLate(clock.GetUtcNow()),
                pdf.IsInstalled,
                await HistoryAsync(minutes, ct),
                attempt
            )
            : null;

    private async Task<IReadOnlyList<MinutesHistoryLine>> HistoryAsync(MeetingMinutes minutes, CancellationToken ct)
    {
        var id = minutes.Content.MeetingId;
        var events = await database
            .MeetingEvents.AsNoTracking()
            .Where(entry => entry.MeetingId == id && Told.Contains(entry.What))
            .Select(entry => new
            {
                entry.At,
                entry.What,
                Who = database
                    .Users.Where(person => person.Id == entry.PersonId)
                    .Select(person => person.DisplayName)
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        return
        [
            .. events
                .Select(entry => new MinutesHistoryLine(entry.At, entry.Who, texts[$"Event_{entry.What}"]))
                .Concat(
                    minutes.Entries.Select(entry => new MinutesHistoryLine(
                        entry.At,
                        entry.Name.Length > 0 ? entry.Name : null,
                        Said(minutes, entry)
                    ))
                )
                .OrderByDescending(line => line.At),
        ];
    }

    private string Said(MeetingMinutes minutes, MinutesEntry entry) =>
        texts[
            $"Entry_{entry.Kind}",
            entry.MatterId is { } matter ? NumberOf(minutes, matter) : texts["EntryWhole"],
            entry.Kind switch
            {
                MinutesEntryKind.Marking => MinutesWords.OfMark(entry.Ground, isMatter: true),
                MinutesEntryKind.MeetingMarking => MinutesWords.OfMark(entry.Ground, isMatter: false),
                MinutesEntryKind.PublicCopy => Copy(minutes, entry),
                _ => entry.Text,
            }
        ];

    /// <summary>What a copy holds, in words.</summary>
    public string Copy(MeetingMinutes minutes, MinutesEntry entry)
    {
        var parts = new[]
        {
            entry.Text,
            texts[entry.WithNames ? "CopyWithNames" : "CopyWithoutNames"],
            entry.Included.IsEmpty
                ? ""
                : texts["CopyIncluded", string.Join(", ", entry.Included.Select(one => NumberOf(minutes, one)))],
        };
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private string NumberOf(MeetingMinutes minutes, Guid matterId)
    {
        var at = minutes.Content.Matters.ToList().FindIndex(matter => matter.Id == matterId);
        return at < 0 ? texts["RestTitle"] : texts["EntryMatter", at + 1];
    }
}
