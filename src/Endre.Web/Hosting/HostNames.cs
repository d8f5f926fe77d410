using System.Net;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Hosting;

/// <summary>
/// The names this Endre answers to. A request that says it came to another is refused, so that nobody can make it hand
/// out links to a place of theirs.
/// </summary>
internal static class HostNames
{
    // The longest name there is, and a port.
    private const int LongestHost = 260;

    public static IApplicationBuilder UseHostNames(this IApplicationBuilder app)
    {
        var settings = app.ApplicationServices.GetRequiredService<Settings>();
        var events = app.ApplicationServices.GetRequiredService<SecurityEvents>();
        // Nearly all come by the same name, and a hall of phones comes often.
        var last = new Came("", "");
        return app.Use(
            (context, next) =>
            {
                var request = context.Request;
                var came = new Came(request.Scheme, request.Host.Value ?? "");
                if (came == Volatile.Read(ref last) || IsForMachines(request.Path))
                    return next(context);
                if (IsSound(request) && IsKnown(settings, request.Host.Host))
                {
                    Volatile.Write(ref last, came);
                    return next(context);
                }
                events.TurnedAway(context, "host unknown");
                // What is not even an address would break the page that says so.
                (request.Scheme, request.Host) = (request.IsHttps ? "https" : "http", new HostString("localhost"));
                return ErrorAnswers.WriteAsync(
                    context,
                    new RequestError(StatusCodes.Status400BadRequest, "HostUnknown")
                );
            }
        );
    }

    /// <summary>Whether this is a name, or <c>*.</c> and a name.</summary>
    public static bool IsPattern(string text) =>
        Uri.CheckHostName(text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text)
        != UriHostNameType.Unknown;

    public static bool IsKnown(Settings settings, string host)
    {
        if (settings.AllowedHosts.Count > 0)
            return settings.AllowedHosts.Any(pattern => Fits(host, pattern)) || IsThisMachine(host);
        return settings.PublicAddress is not { } address || Fits(host, address.Host) || IsThisMachine(host);
    }

    /// <summary>Whether the name means the machine itself.</summary>
    public static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // A proxy, or a client of our own, may say anything at all.
    private static bool IsSound(HttpRequest request) =>
        request.Scheme is "http" or "https"
        && request.Host is { HasValue: true, Value.Length: <= LongestHost }
        && Uri.CheckHostName(request.Host.Host) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6
        && Uri.TryCreate($"{request.Scheme}://{request.Host}/", UriKind.Absolute, out _);

    private static bool Fits(string host, string pattern) =>
        pattern.StartsWith("*.", StringComparison.Ordinal)
            ? host.Length > pattern.Length - 1 && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
            : host.Trim('[', ']').Equals(pattern.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);

    // Who watches over many machines asks each by its number. What they read has no link in it.
    private static bool IsForMachines(PathString path) =>
        path.StartsWithSegments("/healthz", StringComparison.Ordinal)
        || path.StartsWithSegments("/metrics", StringComparison.Ordinal);

    private sealed record Came(string Scheme, string Host);
}
