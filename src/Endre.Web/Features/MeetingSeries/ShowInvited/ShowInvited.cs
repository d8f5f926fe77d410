using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Planning;
using Endre.Storage;
using Endre.Storage.Meetings.Series;
using Endre.Storage.Messages;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.MeetingSeries.Shared;
using Endre.Web.Features.MeetingSeries.TellOfMeetings;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.MeetingSeries.ShowInvited;

/// <summary><c>/moter/{id}/inviterte</c>: who is asked, whether one comes, and guests of this meeting alone.</summary>
internal sealed class ShowInvited(
    EndreContext database,
    SeriesSight sight,
    SeriesTime time,
    FindPeople people,
    TellOfMeeting tell
)
{
    public static async Task<IResult> HandleAsync(Guid id, ShowInvited show, CancellationToken ct) =>
        await show.FindAsync(id, attempt: null, ct) is { } view
            ? Page.Of<ShowInvitedPage>(new { View = view })
            : ErrorResult.NotFound;

    public static async Task<IResult> ChangeAsync(HttpContext context, Guid id, string act, ShowInvited show) =>
        await show.DoAsync(
            id,
            act,
            await context.Request.ReadFormAsync(context.RequestAborted),
            context.RequestAborted
        );

    private async Task<IResult> DoAsync(Guid id, string act, IFormCollection form, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var guest = act == InvitedActs.Invite ? await people.ByAddressAsync(form.Text("email"), ct) : null;
        if (
            await scope.FindAsync(database, id, ct) is not { } meeting
            || InvitedActs.Read(act, form, scope.PersonId, guest) is not { } command
            || (InvitedActs.IsPlanning(act) && !scope.MayPlan(meeting.UnitId))
        )
        {
            return ErrorResult.NotFound;
        }
        var hand = time.Hand(scope.PersonId);
        var refusal = await database.DoWithPlannedAsync(
            id,
            _ => Task.FromResult<MeetingCommand>(command),
            hand,
            (before, after, cancel) => tell.AddAsync(command, before, after, cancel),
            ct
        );
        if (refusal is null)
        {
            if (command is MarkConcernsWork && meeting.SeriesId is { } series)
            {
                // The representatives are asked at once, and not when the next round comes.
                await database.KeepSeriesAsync(series, time.Clock(tell.Series.AddAsync), hand.At, ct);
            }
            return Page.SeeOther(MeetingSeriesLinks.Invited(id));
        }
        return await FindAsync(id, new Attempt(act, refusal, form), ct) is { } view
            ? Page.Refused<ShowInvitedPage>(new { View = view })
            : ErrorResult.NotFound;
    }

    private async Task<InvitedView?> FindAsync(Guid id, Attempt? attempt, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (await scope.FindAsync(database, id, ct) is not { } meeting)
        {
            return null;
        }
        var declined = await database.ReadDeclinedAsync(meeting.SeriesId ?? meeting.Id, ct);
        var names = await people.NamesAsync(meeting.People.Select(place => place.PersonId), ct);
        return new InvitedView(
            meeting,
            scope.UnitOf(meeting.UnitId),
            [
                .. meeting
                    .People.Select(place => new InvitedLine(
                        place,
                        place.PersonId is { } person ? names.GetValueOrDefault(person) ?? "–" : place.Name,
                        place.PersonId is null && declined.Has(place.Email)
                    ))
                    .OrderBy(line => line.Place.Role)
                    .ThenBy(line => line.Name, StringComparer.CurrentCulture),
            ],
            meeting.People.FirstOrDefault(place => place.PersonId == scope.PersonId),
            scope.MayPlan(meeting.UnitId),
            attempt
        );
    }
}

/// <summary>Who is asked to a meeting, as one reader sees it.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Unit">The name of the unit that meets.</param>
/// <param name="People">Who is asked.</param>
/// <param name="Mine">The reader's own place, or null.</param>
/// <param name="MayPlan">Whether the reader asks guests.</param>
/// <param name="Attempt">What was tried and refused.</param>
public sealed record InvitedView(
    Meeting Meeting,
    string Unit,
    IReadOnlyList<InvitedLine> People,
    Attendance? Mine,
    bool MayPlan,
    Attempt? Attempt
);

/// <summary>Somebody who is asked.</summary>
/// <param name="Place">The place at the table.</param>
/// <param name="Name">Who.</param>
/// <param name="HasDeclined">Whether a guest does without mail about the series.</param>
public sealed record InvitedLine(Attendance Place, string Name, bool HasDeclined);
