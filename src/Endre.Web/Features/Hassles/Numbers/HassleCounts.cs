using System.Linq.Expressions;
using Endre.Domain.Hassles;
using Endre.Domain.Insights.SmallGroups;
using Endre.Storage;
using Endre.Storage.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.Numbers;

/// <summary>
/// Counts what was said in a period, and what of it was answered. What was withdrawn counts as said, and as answered when
/// it had been.
/// </summary>
internal sealed class HassleCounts(EndreContext database)
{
    private static readonly string Lifted = HassleWords.Of(HassleState.Lifted);
    private static readonly string Waiting = HassleWords.Of(HassleState.Waiting);

    /// <summary>Counts every row once, under the tree of today.</summary>
    /// <remarks>
    /// A reader may have taken over single rows of a unit that he does not see, or have got them moved to his own. They are counted apart, so that the limit
    /// holds for those he cannot list. What he has said himself is one of several and tells him nothing of the others, so it
    /// is counted as everybody's.
    /// </remarks>
    public async Task<CountTree> CountAsync(HassleSight.Scope scope, CountingPeriod period, CancellationToken ct)
    {
        var counts = new CountTree(scope.Known.Tree, CountingPeriod.Months);
        var (from, until, answeredUntil) = (period.From, period.Until, period.AnsweredUntil);
        var said = database.Hassles.AsNoTracking().Where(row => row.Week >= from && row.Week < until);
        var answered = said.Where(row =>
            database.HassleMessages.Any(message =>
                message.HassleId == row.Id
                && message.Answer != null
                // Lifted, it still waits; that it came back is no answer, nor what the writer says of it.
                && message.Answer != Lifted
                && message.Answer != Waiting
                && !message.IsFromWriter
                && message.Week < answeredUntil
            )
        );
        var (reader, seen) = (scope.PersonId, scope.Seen);
        Expression<Func<HassleRow, bool>> isListed = row =>
            row.AnswererId == reader || (row.MovedToId != null && seen.Contains(row.MovedToId.Value));
        foreach (var week in await ByWeekAsync(said, ct))
        {
            Add(week, week.Count, part: 0);
        }
        foreach (var week in await ByWeekAsync(answered, ct))
        {
            Add(week, all: 0, week.Count);
        }
        foreach (var week in await ByWeekAsync(said.Where(isListed), ct))
        {
            SetApart(week, week.Count, part: 0);
        }
        foreach (var week in await ByWeekAsync(answered.Where(isListed), ct))
        {
            SetApart(week, all: 0, week.Count);
        }
        return counts;

        void Add(UnitWeek week, int all, int part, bool isKnown = false) =>
            counts.Add(week.UnitId, period.MonthOf(week.Week)!.Value, all, part, isKnown);

        void SetApart(UnitWeek week, int all, int part)
        {
            if (!scope.Seen.Contains(week.UnitId))
            {
                Add(week, -all, -part);
                Add(week, all, part, isKnown: true);
            }
        }
    }

    private static Task<List<UnitWeek>> ByWeekAsync(IQueryable<HassleRow> rows, CancellationToken ct) =>
        rows.GroupBy(row => new { row.UnitId, row.Week })
            .Select(week => new UnitWeek(week.Key.UnitId, week.Key.Week, week.Count()))
            .ToListAsync(ct);

    private sealed record UnitWeek(Guid UnitId, DateOnly Week, int Count);
}
