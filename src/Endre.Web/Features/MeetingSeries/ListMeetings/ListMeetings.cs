using Endre.Domain.Meetings;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.MeetingSeries.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.MeetingSeries.ListMeetings;

/// <summary><c>/moter</c>: the meetings to come and those that were, of one's units and those one is asked to.</summary>
internal sealed class ListMeetings(EndreContext database, SeriesSight sight, SeriesTime time)
{
    private const int MostComing = 30;
    private const int MostEarlier = 30;

    private static readonly string Held = StoredWord.Of(MeetingState.Held);
    private static readonly string Running = StoredWord.Of(MeetingState.Running);

    public static async Task<IResult> HandleAsync(Guid? enhet, ListMeetings list, CancellationToken ct) =>
        Page.Of<ListMeetingsPage>(new { View = await list.ReadAsync(enhet, ct) });

    private async Task<MeetingsView> ReadAsync(Guid? unit, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var units = scope.SeenOpen();
        var chosen = unit is { } id && units.Any(one => one.Value == $"{id}") ? unit : null;
        var rows = chosen is { } its ? In(scope, its) : Own(scope);
        var today = time.Instant(time.Today, TimeOnly.MinValue);
        var coming = await rows.AsNoTracking()
            .Where(row => row.State == Running || (row.StartsAt >= today && row.State != Held))
            .OrderBy(row => row.StartsAt)
            .Take(MostComing)
            .ToListAsync(ct);
        var earlier = await rows.AsNoTracking()
            .Where(row => row.State == Held || (row.StartsAt < today && row.State != Running))
            .OrderByDescending(row => row.StartsAt)
            .Take(MostEarlier)
            .ToListAsync(ct);
        return new MeetingsView(
            coming.ConvertAll(row => MeetingLine.Of(row, scope.UnitOf(row.UnitId))),
            earlier.ConvertAll(row => MeetingLine.Of(row, scope.UnitOf(row.UnitId))),
            units,
            chosen,
            scope.Planned().Count > 0
        );
    }

    private IQueryable<MeetingRow> In(SeriesSight.Scope scope, Guid unit)
    {
        var within = scope.Units.Tree.Whole(unit);
        return scope.In(database).Where(row => within.Contains(row.UnitId));
    }

    // Whoever leads many units, or all, asks for one of them; here stand those one goes to.
    private IQueryable<MeetingRow> Own(SeriesSight.Scope scope)
    {
        var own = SeriesSight.SeenUnits(scope.Units.Tree, scope.Units.Own, new HashSet<Guid>());
        return database.Meetings.Where(row =>
            own.Contains(row.UnitId)
            || database.Attendances.Any(place => place.MeetingId == row.Id && place.PersonId == scope.PersonId)
        );
    }
}

/// <summary>The meetings that one reader sees.</summary>
/// <param name="Coming">Those to come, the next first.</param>
/// <param name="Earlier">Those that were, the last first.</param>
/// <param name="Units">What one may narrow the list to.</param>
/// <param name="Unit">What it is narrowed to, or null.</param>
/// <param name="MayPlan">Whether the reader plans meetings of some unit.</param>
public sealed record MeetingsView(
    IReadOnlyList<MeetingLine> Coming,
    IReadOnlyList<MeetingLine> Earlier,
    IReadOnlyList<Choice> Units,
    Guid? Unit,
    bool MayPlan
);
