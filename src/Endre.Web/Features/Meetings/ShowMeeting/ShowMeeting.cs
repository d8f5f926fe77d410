using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Meetings.Shared;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Meetings.ShowMeeting;

/// <summary><c>/moter/{id}</c>: the agenda before it, the one page that all follow in it, and after it what came of it.</summary>
internal sealed class ShowMeeting(MeetingSight sight, ReadMeeting read)
{
    public static async Task<IResult> HandleAsync(HttpContext context, Guid id, Guid? sak, ShowMeeting show)
    {
        var ct = context.RequestAborted;
        return await show.FindAsync(id, sak, attempt: null, ct) is { } view
            ? Answer(context, view, StatusCodes.Status200OK)
            : ErrorResult.NotFound;
    }

    /// <summary>The page again, because what was sent in was refused.</summary>
    public async Task<IResult> AgainAsync(HttpContext context, Guid id, Guid? changing, Attempt attempt) =>
        await FindAsync(id, changing, attempt, context.RequestAborted) is { } view
            ? Answer(context, view, StatusCodes.Status422UnprocessableEntity)
            : ErrorResult.NotFound;

    private async Task<MeetingView?> FindAsync(Guid id, Guid? changing, Attempt? attempt, CancellationToken ct) =>
        await sight.FindAsync(id, ct) is { } scope
            ? (await read.OfAsync(scope, ct)) with
            {
                Changing = scope.MayHold ? changing : null,
                Attempt = attempt,
            }
            : null;

    private static IResult Answer(HttpContext context, MeetingView view, int status) =>
        context.Request.WantsPart()
            ? Page.Of<MeetingBoard>(new { View = view }, status)
            : Page.Of<ShowMeetingPage>(new { View = view }, status);
}
