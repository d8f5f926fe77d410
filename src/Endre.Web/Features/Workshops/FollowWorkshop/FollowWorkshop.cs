using System.Globalization;
using Endre.Web.Hosting;
using Endre.Web.Live;
using Microsoft.AspNetCore.Http.Features;

namespace Endre.Web.Features.Workshops.FollowWorkshop;

/// <summary>
/// <c>GET /api/v1/workshops/{id}/events</c>: server-sent events from <c>Last-Event-ID</c> or <c>?after=N</c>, else from
/// now. Everybody of one audience is sent the same bytes.
/// </summary>
internal static class FollowWorkshop
{
    public static async Task HandleAsync(HttpContext context)
    {
        var id = Guid.Parse((string)context.Request.RouteValues["id"]!);
        var wantsScreen = string.Equals(context.Request.Query["view"], WorkshopFeeds.Screen, StringComparison.Ordinal);
        var scope = await WorkshopScope.FindAsync(context, id, wantsScreen ? true : null);
        if (scope is null)
        {
            context.Response.StatusCode = ApiAccess.StatusOfStranger(context);
            return;
        }
        if (!TryReadAfter(context.Request, out var after))
        {
            await ApiAccess.Malformed().ExecuteAsync(context);
            return;
        }
        var live = scope.Live;
        var feed = live.Feeds.Of(wantsScreen ? WorkshopFeeds.Screen : scope.FeedName);
        await RunAsync(context, live, feed, after);
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
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, notice.Token);

        var tip = live.State.Sequence;
        var position = after is { } seen ? feed.PositionAfter(seen, live.Feeds.LoadedFrom) : feed.Written;
        var stream = new StreamConnection(feed, position ?? feed.Written, response.BodyWriter);
        if (position is null || after > tip)
        {
            stream.Greet([.. Frame.Refresh(tip).Bytes, .. LiveRounds.Hello(clock.GetUtcNow(), tip)]);
        }
        else
        {
            stream.Greet(LiveRounds.Hello(clock.GetUtcNow(), tip));
        }
        feed.Join(stream);
        live.ShowProgress();
        try
        {
            await stream.RunAsync(() => live.State.Sequence, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The client went, or this node is going: either way the client comes back with its last sequence.
        }
        finally
        {
            feed.Leave(stream);
            live.ShowProgress();
        }
    }

    private static bool TryReadAfter(HttpRequest request, out long? after)
    {
        after = null;
        var text = request.Headers["Last-Event-ID"].ToString();
        if (text.Length == 0)
        {
            text = request.Query["after"].ToString();
        }
        if (text.Length == 0)
        {
            return true;
        }
        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        after = number;
        return isNumber;
    }
}
