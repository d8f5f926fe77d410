using Endre.Domain.Meetings;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Series;
using Endre.Web.Access;
using Endre.Web.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.MeetingSeries;

/// <summary>
/// The scope that meetings and series are loaded through: those of the units in which one has a place or which one leads,
/// and those one is asked to. Who leads the unit, or stands in for who does, plans.
/// </summary>
internal sealed class SeriesSight(VisibleUnits units, CurrentPerson person)
{
    public async Task<Scope> OpenAsync(CancellationToken ct)
    {
        var scope = await units.ReadAsync(ct);
        return new Scope(person.RequiredId, scope, SeenUnits(scope.Tree, scope.Own, scope.Led));
    }

    /// <summary>The units, open and closed, whose meetings one sees.</summary>
    public static IReadOnlySet<Guid> SeenUnits(UnitTree tree, IReadOnlySet<Guid> own, IReadOnlySet<Guid> led) =>
        tree
            .All.Where(unit => tree.Current(unit.Id) is { } now && own.Contains(now.Id))
            .Select(unit => unit.Id)
            .Concat(own)
            .Concat(led)
            .ToHashSet();

    /// <summary>What one person may see and plan.</summary>
    internal sealed record Scope(Guid PersonId, UnitScope Units, IReadOnlySet<Guid> Seen)
    {
        /// <summary>All meetings in sight.</summary>
        public IQueryable<MeetingRow> In(EndreContext database) =>
            database.Meetings.Where(row =>
                Seen.Contains(row.UnitId)
                || database.Attendances.Any(place => place.MeetingId == row.Id && place.PersonId == PersonId)
            );

        /// <summary>All series in sight.</summary>
        public IQueryable<MeetingSeriesRow> SeriesIn(EndreContext database) =>
            database.MeetingSeries.Where(row =>
                Seen.Contains(row.UnitId)
                || database.SeriesGuests.Any(guest => guest.SeriesId == row.Id && guest.PersonId == PersonId)
                || database.Meetings.Any(meeting =>
                    meeting.SeriesId == row.Id
                    && database.Attendances.Any(place => place.MeetingId == meeting.Id && place.PersonId == PersonId)
                )
            );

        /// <summary>The meeting, or null when there is none or it is out of sight.</summary>
        public async Task<Meeting?> FindAsync(EndreContext database, Guid id, CancellationToken ct) =>
            await In(database).AnyAsync(row => row.Id == id, ct) ? await database.FindMeetingAsync(id, ct) : null;

        /// <summary>The series, or null when there is none or it is out of sight.</summary>
        public async Task<Domain.Meetings.Series.MeetingSeries?> FindSeriesAsync(
            EndreContext database,
            Guid id,
            CancellationToken ct
        ) => await SeriesIn(database).AnyAsync(row => row.Id == id, ct) ? await database.FindSeriesAsync(id, ct) : null;

        public bool MayPlan(Guid unitId) => Units.Leads(Units.Tree.Current(unitId)?.Id ?? unitId);

        public string UnitOf(Guid unitId) => (Units.Tree.Current(unitId) ?? Units.Tree.Find(unitId))?.Name ?? "–";

        /// <summary>The open units for which the person plans meetings.</summary>
        public IReadOnlyList<Choice> Planned() => Choices(unit => Units.Leads(unit.Id));

        /// <summary>The open units whose meetings the person sees.</summary>
        public IReadOnlyList<Choice> SeenOpen() => Choices(unit => Seen.Contains(unit.Id));

        private IReadOnlyList<Choice> Choices(Func<Unit, bool> isOne) =>
            [
                .. Units
                    .Tree.All.Where(unit => unit.IsOpen && isOne(unit))
                    .OrderBy(unit => unit.Name, StringComparer.CurrentCulture)
                    .Select(unit => new Choice($"{unit.Id}", unit.Name)),
            ];
    }
}
