using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Meetings.Minutes;

/// <summary>Reads the words of many minutes at once, for those who look for some of them.</summary>
public static class MinutesWordsReading
{
    /// <summary>Where a meeting stands that has minutes.</summary>
    public static readonly IReadOnlyList<string> WithMinutes =
    [
        StoredWord.Of(MeetingState.Running),
        StoredWord.Of(MeetingState.Held),
    ];

    private static readonly string Correction = StoredWord.Of(MinutesEntryKind.Correction);

    /// <summary>The words of minutes: as they were locked, or else as the meeting stands, with the corrections since.</summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="meetings">Which meetings.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>For each meeting one part for the whole, with number 0, and one for each matter.</returns>
    public static async Task<IReadOnlyList<MinutesPart>> ReadMinutesPartsAsync(
        this EndreContext database,
        IReadOnlyCollection<Guid> meetings,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var rows = await database.Meetings.AsNoTracking().Where(row => meetings.Contains(row.Id)).ToListAsync(ct);
        var locked = await database
            .Minutes.AsNoTracking()
            .Where(row => meetings.Contains(row.MeetingId))
            .ToDictionaryAsync(row => row.MeetingId, ct);
        var open = rows.Select(row => row.Id).Where(id => !locked.ContainsKey(id)).ToList();
        var matters = (
            await database.Matters.AsNoTracking().Where(row => open.Contains(row.MeetingId)).ToListAsync(ct)
        ).ToLookup(row => row.MeetingId);
        var decisions = (
            await database.MeetingDecisions.AsNoTracking().Where(row => open.Contains(row.MeetingId)).ToListAsync(ct)
        ).ToLookup(row => row.MatterId);
        var corrections = (
            await database
                .MinutesEntries.AsNoTracking()
                .Where(row => meetings.Contains(row.MeetingId) && row.Kind == Correction)
                .OrderBy(row => row.Number)
                .ToListAsync(ct)
        ).ToLookup(row => (row.MeetingId, row.MatterId), row => row.Text);
        return [.. rows.SelectMany(PartsOf)];

        IEnumerable<MinutesPart> PartsOf(MeetingRow row)
        {
            var content = locked.GetValueOrDefault(row.Id)?.ToContent();
            var whole = new MinutesPart(row, Number: 0, content?.Title ?? row.Title)
            {
                Id = row.Id,
                IsLocked = content is not null,
                Corrections = [.. corrections[(row.Id, null)]],
            };
            yield return whole;
            var all = content is null ? Open(row.Id) : content.Matters.AsEnumerable();
            foreach (var (at, matter) in all.Index())
            {
                yield return whole with
                {
                    Id = matter.Id,
                    Number = at + 1,
                    Title = matter.Title,
                    Text = matter.Text,
                    Decisions = matter.Decisions,
                    Corrections = [.. corrections[(row.Id, matter.Id)]],
                };
            }
        }

        IEnumerable<MinutesMatter> Open(Guid meetingId) =>
            matters[meetingId]
                .OrderBy(matter => matter.Position)
                .Select(matter => matter.ToMatter())
                .Select(matter => new MinutesMatter(matter.Id, matter.Kind, matter.Title, matter.Text)
                {
                    Decisions =
                    [
                        .. decisions[matter.Id]
                            .OrderBy(decision => decision.Position)
                            .Select(decision => decision.Text),
                    ],
                });
    }
}

/// <summary>A matter in minutes, or what stands in them of no single matter.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Number">The number of the matter, from 1; 0 for the whole.</param>
/// <param name="Title">What it is about, or what the meeting is called; empty when the words were taken back.</param>
public sealed record MinutesPart(MeetingRow Meeting, int Number, string Title)
{
    /// <summary>The id of the matter, or of the meeting.</summary>
    public required Guid Id { get; init; }

    /// <summary>What was said; may be empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the minutes are locked.</summary>
    public bool IsLocked { get; init; }

    /// <summary>What was decided.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>What was corrected, the oldest first.</summary>
    public IReadOnlyList<string> Corrections { get; init; } = [];

    /// <summary>All its words.</summary>
    public string Words => string.Join('\n', [Title, Text, .. Decisions, .. Corrections]);
}
