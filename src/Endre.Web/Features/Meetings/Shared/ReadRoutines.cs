using Endre.Domain.Meetings.Routines;
using Endre.Storage;
using Endre.Storage.Meetings.Routines;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Meetings.Shared;

/// <summary>What a meeting asks «som før?» about, and what it has answered.</summary>
internal sealed class ReadRoutines(EndreContext database)
{
    private const int MostLines = 10;

    public async Task<RoutinesView> OfAsync(MeetingSight.Scope scope, CancellationToken ct)
    {
        var own = scope.Unit.Own;
        var meeting = scope.Meeting.Id;
        var told = await database
            .RoutineEvents.Where(entry => entry.MeetingId == meeting)
            .Select(entry => entry.RoutineId)
            .Distinct()
            .ToListAsync(ct);
        var rows = await database
            .Routines.AsNoTracking()
            .Where(row => own.Contains(row.UnitId) && (row.IsUsed || told.Contains(row.Id)))
            .ToListAsync(ct);
        var ids = rows.ConvertAll(row => row.Id);
        var lines = (
            await database
                .RoutineEvents.AsNoTracking()
                .Where(entry => ids.Contains(entry.RoutineId))
                // What was agreed on outside a meeting has none.
                .Select(entry => new
                {
                    Entry = entry,
                    Title = database
                        .Meetings.Where(held => held.Id == entry.MeetingId)
                        .Select(held => held.Title)
                        .FirstOrDefault(),
                })
                .ToListAsync(ct)
        ).ToLookup(line => line.Entry.RoutineId);
        var answered = lines
            .SelectMany(line => line)
            .Count(line => line.Entry.MeetingId == meeting && line.Entry.What != RoutineEventRow.Added);
        var waiting = rows.Where(row => !told.Contains(row.Id)).Select(row => row.ToRoutine()).ToList();
        var asked = Routine.ToAsk(waiting, answered);
        return new RoutinesView(
            [.. asked.Select(Of)],
            [.. rows.Where(row => told.Contains(row.Id)).OrderBy(row => row.Id).Select(row => Of(row.ToRoutine()))],
            waiting.Count(routine => routine.IsUsed) - asked.Count
        );

        RoutineView Of(Routine routine) =>
            new(
                routine,
                [
                    .. lines[routine.Id]
                        .OrderByDescending(line => line.Entry.Number)
                        .Take(MostLines)
                        .Select(line => new RoutineLine(
                            line.Entry.What,
                            line.Entry.Text,
                            line.Entry.SaidOn,
                            scope.IsGuest ? null : line.Title
                        )),
                ]
            );
    }
}
