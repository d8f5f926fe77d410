using Endre.Norwegian.Searching;
using Endre.Storage;
using Endre.Storage.Meetings.Minutes;
using Endre.Web.Searching;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Minutes.SearchMinutes;

/// <summary>Decisions and matters in the minutes that one may read, and no others.</summary>
internal sealed class SearchMinutes(
    EndreContext database,
    MinutesSight sight,
    MinutesIndex index,
    Texts<MinutesTexts> texts,
    Formats formats
) : ISearched
{
    private const int MostLines = 3;

    public string Key => "referater";

    public int Order => 35;

    public string Heading => texts["ListTitle"];

    public async Task<FoundTexts> FindAsync(TextQuery query, int most, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var known = await index.CatchUpAsync(database, ct);
        var found = known.Find(query, most, new TextScope(scope.Known.Seen, await AskedToAsync(scope, ct)));
        var ids = found.Hits.Select(hit => hit.Id).ToList();
        // The rows say what one may read and what stands there now; the index only where to look.
        var meetings = await scope
            .In(database)
            .Where(row => MinutesWordsReading.WithMinutes.Contains(row.State))
            .Where(row =>
                ids.Contains(row.Id) || database.Matters.Any(one => one.MeetingId == row.Id && ids.Contains(one.Id))
            )
            .Select(row => row.Id)
            .ToListAsync(ct);
        var parts = (await database.ReadMinutesPartsAsync(meetings, ct))
            .Where(part => query.IsTouchedBy(part.Words))
            .ToDictionary(part => part.Id);
        return new FoundTexts(
            [.. ids.Where(parts.ContainsKey).Select(id => Show(parts[id], scope, query))],
            found.HasMore
        );
    }

    // Whoever was asked reads the minutes, also where nothing else of the unit is seen.
    private async Task<HashSet<Guid>> AskedToAsync(MinutesSight.Scope scope, CancellationToken ct)
    {
        var me = scope.PersonId;
        var meetings = database.Meetings.Where(row =>
            row.ChairId == me || database.Attendances.Any(place => place.MeetingId == row.Id && place.PersonId == me)
        );
        return await database
            .Matters.Where(row => meetings.Any(meeting => meeting.Id == row.MeetingId))
            .Select(row => row.Id)
            .Union(meetings.Select(row => row.Id))
            .ToHashSetAsync(ct);
    }

    private FoundText Show(MinutesPart part, MinutesSight.Scope scope, TextQuery query)
    {
        var day = formats.Date(part.Meeting.BegunAt ?? part.Meeting.StartsAt);
        var isWhole = part.Number == 0;
        var lines = part
            .Decisions.Select(decision => $"{texts["Decision"]} {decision}")
            .Append(part.Text)
            .Concat(part.Corrections.Select(text => texts["FoundCorrection", text]));
        return new FoundText(
            part.Title.Length > 0 ? part.Title : texts["WithheldTitle", part.Number],
            isWhole ? MinutesLinks.One(part.Meeting.Id) : MinutesLinks.Matter(part.Meeting.Id, part.Number),
            isWhole
                ? texts["FoundWhole", scope.UnitOf(part.Meeting.UnitId), day]
                : texts["FoundIn", scope.UnitOf(part.Meeting.UnitId), part.Meeting.Title, day]
        )
        {
            State = part.IsLocked ? new FoundState(texts["Locked"], "success") : new FoundState(texts["Draft"], "info"),
            Lines = [.. lines.Where(line => query.MarksIn(line).Count > 0).Take(MostLines)],
        };
    }
}
