using Endre.Domain.Meetings;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Web.Access;
using Endre.Web.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Meetings;

/// <summary>
/// The scope that a meeting is loaded through. Whoever leads the unit, stands in for its leader or is its change agent holds
/// it; whoever works there follows it, and so does everybody who is asked to it. To all others there is no such meeting.
/// </summary>
internal sealed class MeetingSight(
    EndreContext database,
    WorkedUnits worked,
    VisibleUnits visible,
    ReadMeetingUnit units
)
{
    /// <returns>Null when there is no such meeting, or it is out of sight.</returns>
    public async Task<Scope?> FindAsync(Guid id, CancellationToken ct)
    {
        // Before the meeting itself: a page may be newer than it says, and never older.
        var version = await database
            .Meetings.Where(row => row.Id == id)
            .Select(row => (int?)row.Version)
            .SingleOrDefaultAsync(ct);
        if (version is not { } read || await database.FindMeetingAsync(id, ct) is not { } meeting)
            return null;
        var known = await worked.ReadAsync(ct);
        if (await units.FindAsync(known.Hassles.Tree, meeting.UnitId, ct) is not { } unit)
            return null;
        var me = known.Hassles.PersonId;
        var holds = known.Hassles.Led.Contains(meeting.UnitId) || known.Hassles.Led.Contains(unit.Unit.Id);
        var seen = await visible.ReadAsync(ct);
        var isMember = holds || seen.Own.Any(unit.Covered.Contains);
        var isAsked = meeting.ChairId == me || meeting.People.Any(place => place.PersonId == me);
        return isMember || isAsked
            ? new Scope(meeting, read, unit, me)
            {
                MayHold = holds || meeting.ChairId == me,
                MayLead = known.Hassles.Led.Contains(meeting.UnitId) && seen.Leads(meeting.UnitId),
                IsGuest = !isMember,
            }
            : null;
    }

    /// <summary>A meeting, as one person sees it.</summary>
    /// <param name="Meeting">The meeting.</param>
    /// <param name="Version">How often it had changed.</param>
    /// <param name="Unit">The unit that meets.</param>
    /// <param name="PersonId">Who sees it.</param>
    internal sealed record Scope(Meeting Meeting, int Version, MeetingUnit Unit, Guid PersonId)
    {
        /// <summary>Whether the person may hold it: leads the unit, stands in for the leader, is its change agent, or was given it.</summary>
        public bool MayHold { get; init; }

        /// <summary>Whether the person is the unit's leader or deputy, or one above.</summary>
        public bool MayLead { get; init; }

        /// <summary>Whether the person sees nothing else of the unit.</summary>
        public bool IsGuest { get; init; }
    }
}
