using System.Globalization;
using Endre.Domain.Shared;
using Endre.Web.Hosting;
using Endre.Web.Live;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Workshops.FollowWorkshop;

/// <summary>
/// <c>GET /api/v1/workshops/{id}/events</c>: server-sent events from <c>Last-Event-ID</c> or <c>?after=N</c>, else from
/// now. Everybody of one audience is sent the same bytes.
/// </summary>
internal static class FollowWorkshop
{
    public const string Description =
        "Starts after Last-Event-ID or ?after=N, else from now. Kinds are those of the log (note-written, notes-moved, "
        + "step-started …); besides them hello (the server's clock), progress (counts) and refresh (fetch the state again) "
        + "come without being stored. ?view=screen is what the big screen sees. The server sends hello now and then to "
        + "keep the line open.";

    public static async Task HandleAsync(
        HttpContext context,
        Guid id,
        string? after,
        string? view,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId
    )
    {
        var wantsScreen = view == WorkshopFeeds.Screen;
        var scope = await WorkshopScope.FindAsync(context, id, wantsScreen ? true : null);
        if (scope is null)
        {
            await ApiAccess.Stranger(context).ExecuteAsync(context);
            return;
        }
        if (!TryReadAfter(string.IsNullOrEmpty(lastEventId) ? after : lastEventId, out var seen))
        {
            await WorkshopProblem.Of(new Refusal("AfterMalformed", "after")).ExecuteAsync(context);
            return;
        }
        var live = scope.Live;
        var feed = live.Feeds.Of(wantsScreen ? WorkshopFeeds.Screen : scope.FeedName);
        await RunAsync(context, live, feed, seen);
    }

    private static async Task RunAsync(HttpContext context, LiveWorkshop live, Feed feed, long? after)
    {
        var response = context.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        // nginx would hold a stream back until its buffer is full.
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        var notice = context.RequestServices.GetRequiredService<ShutdownNotice>();

        var tip = live.State.Sequence;
        var position = after is { } seen ? feed.PositionAfter(seen, live.Feeds.LoadedFrom) : feed.Written;
        var hello = LiveRounds.Hello(clock.GetUtcNow(), tip);
        await response.BodyWriter.WriteAsync(
            position is null || after > tip ? [.. Frame.Refresh(tip).Bytes, .. hello] : hello
        );

        var stream = new StreamConnection(feed, position ?? feed.Written, response.BodyWriter);
        // Either way the client comes back with its last sequence.
        await using var gone = context.RequestAborted.UnsafeRegister(End, stream);
        await using var going = notice.Token.UnsafeRegister(End, stream);
        feed.Join(stream);
        try
        {
            live.ShowProgress();
            stream.Push();
            await stream.Ended;
        }
        finally
        {
            feed.Leave(stream);
            live.ShowProgress();
        }
    }

    private static void End(object? stream) => ((StreamConnection)stream!).End();

    private static bool TryReadAfter(string? text, out long? after)
    {
        after = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }
        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        after = number;
        return isNumber;
    }
}
