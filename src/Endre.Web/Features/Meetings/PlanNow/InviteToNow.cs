using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Series;
using Endre.Web.Meetings;

namespace Endre.Web.Features.Meetings.PlanNow;

/// <summary>Asks all who work in the unit to a meeting now, and the representatives whom the matters from last time need.</summary>
internal sealed class InviteToNow(EndreContext database, ReadMeetingUnit units, ITellRepresentatives tell)
{
    public async Task AskAsync(Guid id, UnitTree tree, Guid unitId, MeetingRecords.Hand hand, CancellationToken ct)
    {
        if (await units.FindAsync(tree, unitId, ct) is not { } unit)
            return;
        foreach (var (person, _, role) in await units.PeopleAsync(unit, ct))
        {
            var seat = Domain.Shared.DerivedId.Of(id, person.ToByteArray());
            var invite = new Invite(
                seat,
                person,
                Name: null,
                role switch
                {
                    UnitRole.UnionRepresentative => AttendeeRole.UnionRepresentative,
                    UnitRole.SafetyRepresentative => AttendeeRole.SafetyRepresentative,
                    _ => AttendeeRole.Member,
                }
            );
            await database.DoWithMeetingAsync(id, invite, hand, ct);
        }
        await database.AskWhomItNeedsAsync(
            id,
            unit.Today,
            hand,
            (before, after, cancel) => tell.AddAsync(AskedRepresentatives.Of(before, after), cancel),
            ct
        );
    }
}
