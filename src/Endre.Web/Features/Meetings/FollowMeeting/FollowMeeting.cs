using System.Globalization;
using System.Text;
using Endre.Web.Hosting;
using Endre.Web.Hosting.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace Endre.Web.Features.Meetings.FollowMeeting;

/// <summary>
/// <c>/moter/{id}/strom</c>: server-sent events that say which version the meeting has, and nothing of what is in it. The page
/// fetches its part again, with its own rights.
/// </summary>
internal static class FollowMeeting
{
    // Proxies close what is silent for a minute; the client comes back after forty seconds of it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task HandleAsync(HttpContext context, Guid id, string? after)
    {
        var services = context.RequestServices;
        if (await services.GetRequiredService<MeetingSight>().FindAsync(id, context.RequestAborted) is not { } scope)
        {
            await ErrorResult.NotFound.ExecuteAsync(context);
            return;
        }
        var response = context.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        // nginx would hold a stream back until its buffer is full.
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var clock = services.GetRequiredService<TimeProvider>();
        var notice = services.GetRequiredService<ShutdownNotice>();
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, notice.Token);
        var ct = ends.Token;
        using var following = services.GetRequiredService<MeetingVersions>().Follow(id);
        var seen = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? Math.Min(last, scope.Version)
            : scope.Version;
        try
        {
            await SendAsync(response, Hello(clock), ct);
            if (scope.Version > seen)
            {
                seen = scope.Version;
                await SendAsync(response, Refresh(seen), ct);
            }
            while (true)
            {
                var version = await following.NextAsync(seen, Patience, ct);
                seen = version ?? seen;
                await SendAsync(response, version is null ? Hello(clock) : Refresh(seen), ct);
            }
        }
        catch (OperationCanceledException)
        {
            // Either way the client comes back with the version it has.
        }
    }

    private static string Hello(TimeProvider clock) =>
        $"event: hello\ndata: {{\"now\":{clock.GetUtcNow().ToUnixTimeMilliseconds()}}}\n\n";

    private static string Refresh(int version) => $"id: {version}\nevent: refresh\ndata: {{}}\n\n";

    private static async Task SendAsync(HttpResponse response, string text, CancellationToken ct)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
        await response.Body.FlushAsync(ct);
    }
}
