using Endre.Domain.Meetings;
using Endre.Storage;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Minutes.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Minutes.ListMinutes;

/// <summary><c>/referater</c>: the minutes one may read, latest first, and those whose decisions have some words.</summary>
internal sealed class ListMinutes(EndreContext database, MinutesSight sight, TimeProvider clock)
{
    private const int Most = 200;
    private const int LongestQuery = 100;

    private static readonly string[] WithMinutes =
    [
        StoredWord.Of(MeetingState.Running),
        StoredWord.Of(MeetingState.Held),
    ];

    public static async Task<IResult> HandleAsync(Guid? enhet, string? sok, ListMinutes list, CancellationToken ct) =>
        Page.Of<ListMinutesPage>(new { View = await list.ReadAsync(enhet, sok?.Trim() ?? "", ct) });

    private async Task<MinutesListView> ReadAsync(Guid? unit, string typed, CancellationToken ct)
    {
        var query = typed.Length > LongestQuery ? typed[..LongestQuery] : typed;
        var scope = await sight.OpenAsync(ct);
        var tree = scope.Known.Hassles.Tree;
        var rows = scope.In(database).AsNoTracking().Where(row => WithMinutes.Contains(row.State));
        if (unit is { } one)
        {
            var within = tree.Whole(tree.Current(one)?.Id ?? one);
            rows = rows.Where(row => within.Contains(row.UnitId));
        }
        var meetings = await rows.OrderByDescending(row => row.StartsAt)
            .ThenByDescending(row => row.Id)
            .Take(Most)
            .ToListAsync(ct);
        var ids = meetings.ConvertAll(row => row.Id);
        var decisions = (
            await database
                .MeetingDecisions.AsNoTracking()
                .Where(row => ids.Contains(row.MeetingId))
                .OrderBy(row => row.Position)
                .Select(row => new { row.MeetingId, row.Text })
                .ToListAsync(ct)
        ).ToLookup(row => row.MeetingId, row => row.Text);
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var late = clock.GetUtcNow().AddDays(-Domain.Meetings.Minutes.MeetingMinutes.DaysBeforeReminder);
        return new MinutesListView(
            [
                .. meetings
                    .Select(row => new ListedMinutes(
                        row.Id,
                        row.Title,
                        scope.UnitOf(row.UnitId),
                        row.BegunAt ?? row.StartsAt,
                        row.MinutesLockedAt is not null,
                        row.MinutesLockedAt is null && row.EndedAt < late && scope.MayLead(row.UnitId),
                        [.. decisions[row.Id]],
                        [.. decisions[row.Id].Where(text => words.Length > 0 && HasAll(text, words))]
                    ))
                    .Where(listed => words.Length == 0 || listed.Found.Count > 0),
            ],
            [
                .. scope
                    .Known.Seen.Select(tree.Find)
                    .Where(seen => seen is { IsOpen: true })
                    .OrderBy(seen => seen!.Name, StringComparer.CurrentCulture)
                    .Select(seen => new Choice($"{seen!.Id}", seen.Name)),
            ],
            unit,
            query
        );
    }

    private static bool HasAll(string text, string[] words) =>
        words.All(word => text.Contains(word, StringComparison.CurrentCultureIgnoreCase));
}
