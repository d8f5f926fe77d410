using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Holding;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Series;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Meetings.Shared;
using Endre.Web.Meetings;

namespace Endre.Web.Features.Meetings.ActInMeeting;

/// <summary>Says that a matter needs the union or the safety representative, and asks them to the meeting.</summary>
internal sealed class NeedRepresentatives(
    EndreContext database,
    ReadAgenda agendas,
    ITellRepresentatives tell,
    TimeProvider clock
)
{
    public async Task<Refusal?> DoAsync(MeetingSight.Scope scope, IFormCollection form, CancellationToken ct)
    {
        var id = form.Id("matter") ?? Guid.Empty;
        var (representatives, colleagues) = await database.ReadRepresentativesAsync(
            scope.Meeting.UnitId,
            scope.Unit.Today,
            ct
        );
        Matter? was = null;
        return await database.DoWithPlannedAsync(
            scope.Meeting.Id,
            AskAsync,
            new MeetingRecords.Hand(scope.PersonId, clock.GetUtcNow()),
            (before, after, cancel) => tell.AddAsync(Changes(before, after, was, id), cancel),
            ct
        );

        // Made of the meeting that it is decided on: what another marks at the same instant stands too.
        async Task<MeetingCommand> AskAsync(Meeting meeting)
        {
            var agenda = (await agendas.ReadAsync(meeting, scope.Unit, ct)).Arranged;
            was = agenda.FirstOrDefault(matter => matter.Id == id);
            return new AskForRepresentatives(id, form.Text("union") == "true", form.Text("safety") == "true")
            {
                Agenda = agenda,
                Representatives = representatives,
                Colleagues = colleagues,
            };
        }
    }

    // Whoever was asked already hears of it only when this matter had not needed them before.
    private static AskedRepresentatives Changes(Meeting before, Meeting after, Matter? was, Guid id)
    {
        var needed = after.Matters.First(matter => matter.Id == id).AsksFor.ToHashSet();
        var news = needed.Except(was?.AsksFor ?? []).ToHashSet();
        return new AskedRepresentatives(
            after,
            id,
            [
                .. after.People.Where(place =>
                    news.Contains(place.Role)
                    || (needed.Contains(place.Role) && before.People.All(other => other.Id != place.Id))
                ),
            ],
            [.. before.People.Where(place => after.People.All(other => other.Id != place.Id))]
        );
    }
}
