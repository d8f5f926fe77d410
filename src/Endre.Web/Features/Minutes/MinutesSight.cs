using Endre.Domain.Meetings;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Web.Access;

namespace Endre.Web.Features.Minutes;

/// <summary>
/// The scope that minutes are loaded through. Those who were asked to the meeting read its minutes, and so does whoever
/// sees what is said to the unit: all of them, also what is marked, since they were there or could have been.
/// </summary>
internal sealed class MinutesSight(WorkedUnits units, VisibleUnits visible)
{
    public async Task<Scope> OpenAsync(CancellationToken ct) =>
        new(await units.ReadAsync(ct), await visible.ReadAsync(ct));

    /// <summary>What one person may read and lock.</summary>
    internal sealed record Scope(WorkedUnits.Known Known, UnitScope Visible)
    {
        private static readonly string Canceled = StoredWord.Of(MeetingState.Canceled);

        public Guid PersonId => Known.Hassles.PersonId;

        /// <summary>The meetings whose minutes are in sight. One that was called off has none.</summary>
        public IQueryable<MeetingRow> In(EndreContext database) =>
            database.Meetings.Where(row =>
                row.State != Canceled
                && (
                    Known.Seen.Contains(row.UnitId)
                    || row.ChairId == PersonId
                    || database.Attendances.Any(place => place.MeetingId == row.Id && place.PersonId == PersonId)
                )
            );

        /// <summary>The meeting, or null when there is none, it was called off, or it is out of sight.</summary>
        public async Task<Meeting?> FindAsync(EndreContext database, Guid id, CancellationToken ct) =>
            await database.FindMeetingAsync(id, ct) is { } meeting
            && meeting.State != MeetingState.Canceled
            && (
                Known.Seen.Contains(meeting.UnitId)
                || meeting.ChairId == PersonId
                || meeting.People.Any(place => place.PersonId == PersonId)
            )
                ? meeting
                : null;

        /// <summary>
        /// Whether the person is the unit's leader or deputy, or one above: only then one locks, corrects, marks and gives
        /// out. A change agent answers with the leader and is none; an administrator looks after Endre and not the unit.
        /// </summary>
        public bool MayLead(Guid unitId) => Known.Hassles.Led.Contains(unitId) && Visible.Leads(unitId);

        public string UnitOf(Guid unitId) => Known.Hassles.Tree.Find(unitId)?.Name ?? "–";
    }
}
