using Endre.Storage;
using Endre.Storage.Privacy;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Meetings.EraseNames;

/// <summary>Takes the name of somebody who is erased out of what was written in meetings.</summary>
internal sealed class EraseMeetingNames(EndreContext database) : IPersonalData
{
    public async Task EraseAsync(Guid personId, string name, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name))
            return;
        foreach (var meeting in await database.Meetings.ToListAsync(ct))
        {
            (meeting.Title, meeting.Place) = (Without(meeting.Title), Without(meeting.Place));
        }
        foreach (var matter in await database.Matters.ToListAsync(ct))
        {
            (matter.Title, matter.Text) = (Without(matter.Title), Without(matter.Text));
        }
        foreach (var decision in await database.MeetingDecisions.ToListAsync(ct))
        {
            decision.Text = Without(decision.Text);
        }
        foreach (var routine in await database.Routines.ToListAsync(ct))
        {
            routine.Text = Without(routine.Text);
        }
        foreach (var entry in await database.RoutineEvents.ToListAsync(ct))
        {
            entry.Text = Without(entry.Text);
        }
        await database.SaveChangesAsync(ct);

        string Without(string text) => EventNames.Without(text, name);
    }
}
