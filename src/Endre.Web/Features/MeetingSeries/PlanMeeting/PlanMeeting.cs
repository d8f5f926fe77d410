using System.Globalization;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Meetings.Series;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Meetings;
using Endre.Web.Features.MeetingSeries.TellOfMeetings;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.MeetingSeries.PlanMeeting;

/// <summary><c>/moter/{id}/flytt</c> and <c>…/avlys</c>: one meeting gets another time, or does not take place.</summary>
internal sealed class PlanMeeting(EndreContext database, SeriesSight sight, SeriesTime time, TellOfMeeting tell)
{
    private static readonly string[] Fields = ["day", "time", "minutes", "place", "video", "reason"];

    public static async Task<IResult> ShowMoveAsync(Guid id, PlanMeeting plan, CancellationToken ct) =>
        await plan.FindAsync(id, ct) is { } found
            ? Page.Of<MoveMeetingPage>(new { View = plan.View(found.Scope, found.Meeting) })
            : ErrorResult.NotFound;

    public static async Task<IResult> ShowCancelAsync(Guid id, PlanMeeting plan, CancellationToken ct) =>
        await plan.FindAsync(id, ct) is { } found
            ? Page.Of<CancelMeetingPage>(new { View = plan.View(found.Scope, found.Meeting) })
            : ErrorResult.NotFound;

    public static async Task<IResult> MoveAsync(HttpContext context, Guid id, PlanMeeting plan)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var day = FormReading.Day(form.Text("day"));
        var at = SeriesTime.Time(form.Text("time"));
        var move = new MoveMeeting(
            day is { } on && at is { } when ? plan.InstantOf(on, when) : null,
            int.TryParse(form.Text("minutes"), CultureInfo.InvariantCulture, out var minutes) ? minutes : null,
            form.Text("place"),
            form.Text("video")
        );
        var missing =
            day is null ? new Refusal("DayMissing", "day")
            : at is null ? new Refusal("TimeMissing", "time")
            : null;
        return await plan.DoAsync<MoveMeetingPage>(id, move, missing, form, context.RequestAborted);
    }

    public static async Task<IResult> CancelAsync(HttpContext context, Guid id, PlanMeeting plan)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var cancel = new CancelMeeting(form.Text("reason"));
        return await plan.DoAsync<CancelMeetingPage>(id, cancel, missing: null, form, context.RequestAborted);
    }

    public static async Task<IResult> RestoreAsync(HttpContext context, Guid id, PlanMeeting plan)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return await plan.DoAsync<CancelMeetingPage>(
            id,
            new RestoreMeeting(),
            missing: null,
            form,
            context.RequestAborted
        );
    }

    private DateTimeOffset InstantOf(DateOnly day, TimeOnly at) => time.Instant(day, at);

    private async Task<(SeriesSight.Scope Scope, Meeting Meeting)?> FindAsync(Guid id, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        return await scope.FindAsync(database, id, ct) is { } meeting && scope.MayPlan(meeting.UnitId)
            ? (scope, meeting)
            : null;
    }

    private async Task<IResult> DoAsync<TPage>(
        Guid id,
        PlanningCommand command,
        Refusal? missing,
        IFormCollection form,
        CancellationToken ct
    )
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        if (await FindAsync(id, ct) is not { } found)
        {
            return ErrorResult.NotFound;
        }
        var refusal =
            missing
            ?? await database.DoWithPlannedAsync(
                id,
                _ => Task.FromResult<MeetingCommand>(command),
                time.Hand(found.Scope.PersonId),
                (before, after, cancel) => tell.AddAsync(command, before, after, cancel),
                ct
            );
        if (refusal is null)
        {
            return Page.SeeOther(
                found.Meeting.SeriesId is { } series ? MeetingSeriesLinks.OneSeries(series) : MeetingLinks.One(id)
            );
        }
        // A meeting has one start, and a form two fields for it.
        var field = refusal.Field == "start" ? "day" : refusal.Field;
        var faults = FormFaults.None.Add(Fields.Contains(field) ? field! : Fields[0], RefusalTexts.Sentence(refusal));
        return Page.Refused<TPage>(new { View = View(found.Scope, found.Meeting, form, faults) });
    }

    private PlanMeetingView View(
        SeriesSight.Scope scope,
        Meeting meeting,
        IFormCollection? form = null,
        FormFaults? faults = null
    ) =>
        new(
            meeting,
            scope.UnitOf(meeting.UnitId),
            form?.Text("day") ?? $"{time.DayOf(meeting.StartsAt):yyyy-MM-dd}",
            form?.Text("time") ?? $"{time.TimeOf(meeting.StartsAt):HH\\:mm}",
            form?.Text("minutes") ?? $"{meeting.Minutes}",
            form?.Text("place") ?? meeting.Place,
            form?.Text("video") ?? meeting.VideoLink,
            form?.Text("reason"),
            faults ?? FormFaults.None
        );
}

/// <summary>A meeting whose time is changed, with what is typed.</summary>
/// <param name="Meeting">As it is.</param>
/// <param name="Unit">The name of the unit that meets.</param>
/// <param name="Day">The day, as typed.</param>
/// <param name="Time">The time, as typed.</param>
/// <param name="Minutes">How long, as typed.</param>
/// <param name="Place">Where, as typed.</param>
/// <param name="Video">The address of the video room, as typed.</param>
/// <param name="Reason">Why it is called off, as typed.</param>
/// <param name="Faults">What must be corrected.</param>
public sealed record PlanMeetingView(
    Meeting Meeting,
    string Unit,
    string Day,
    string Time,
    string Minutes,
    string Place,
    string Video,
    string? Reason,
    FormFaults Faults
);
