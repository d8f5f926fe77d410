namespace Endre.Web.Hosting;

/// <summary>
/// What somebody who watches over the installation wants to count: who was let in, and who was turned away, where and why.
/// Never who or from where: a workplace is not to be able to follow a person in a log.
/// </summary>
internal sealed partial class SecurityEvents(ILoggerFactory loggers)
{
    public const string Category = "Endre.Security";
    private readonly ILogger _log = loggers.CreateLogger(Category);

    public void SignedIn(string way) => LogSignedIn(way);

    public void NotSignedIn(string way, string reason) => LogNotSignedIn(way, reason);

    /// <summary>A request that was turned away, and by what.</summary>
    public void TurnedAway(HttpContext context, string reason) =>
        LogTurnedAway(
            reason,
            context.Request.Method is { Length: <= 10 } method && method.All(char.IsAsciiLetterUpper) ? method : "-",
            (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-"
        );

    [LoggerMessage(1, LogLevel.Information, "Signed in with {Way}.")]
    private partial void LogSignedIn(string way);

    [LoggerMessage(2, LogLevel.Warning, "Not signed in with {Way}: {Reason}.")]
    private partial void LogNotSignedIn(string way, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Turned away: {Reason}, {Method} {Route}.")]
    private partial void LogTurnedAway(string reason, string method, string route);
}
