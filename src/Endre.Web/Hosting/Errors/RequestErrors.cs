using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;

namespace Endre.Web.Hosting.Errors;

/// <summary>Every request ends with an answer that helps, also when something breaks on the way.</summary>
internal sealed partial class RequestErrors(RequestDelegate next, SecurityEvents events, ILogger<RequestErrors> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception problem) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to answer; a phone that goes to sleep is no fault.
            LogGone(problem.GetType().Name);
            return;
        }
        catch (Exception problem) when (!context.Response.HasStarted)
        {
            var error = Understand(context, problem);
            Clear(context);
            await ErrorAnswers.WriteAsync(context, error);
            return;
        }

        if (ReasonOf(context.Response.StatusCode) is { } reason)
            events.TurnedAway(context, reason);
        if (HasNoAnswer(context))
            await ErrorAnswers.WriteAsync(context, FromStatus(context));
    }

    private RequestError Understand(HttpContext context, Exception problem)
    {
        switch (problem)
        {
            case BadHttpRequestException bad:
                return new(bad.StatusCode);
            // Looking for the token is what reads the form, and finds that it is too large.
            case AntiforgeryValidationException { InnerException.InnerException: BadHttpRequestException bad }:
                return new(bad.StatusCode);
            case AntiforgeryValidationException { InnerException: BadHttpRequestException bad }:
                return new(bad.StatusCode);
            // A form that cannot be read at all holds no token either; that is not the page's age.
            case AntiforgeryValidationException { InnerException.InnerException: not (null or CryptographicException) }:
                return new(StatusCodes.Status400BadRequest);
            case AntiforgeryValidationException:
                events.TurnedAway(context, "form without valid token");
                return new(StatusCodes.Status400BadRequest, "Expired");
            case var _ when StorageTrouble.Is(problem):
                LogStorage(problem);
                return new(StatusCodes.Status503ServiceUnavailable, RetryAfter: TimeSpan.FromSeconds(5));
            default:
                var reference = RandomNumberGenerator.GetHexString(8, lowercase: true);
                LogFault(problem, reference, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-");
                return new(StatusCodes.Status500InternalServerError, Reference: reference);
        }
    }

    private static string? ReasonOf(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => "not signed in",
            StatusCodes.Status403Forbidden => "not allowed",
            StatusCodes.Status429TooManyRequests => "too many requests or guesses",
            _ => null,
        };

    private static RequestError FromStatus(HttpContext context) =>
        new(
            context.Response.StatusCode,
            RetryAfter: int.TryParse(context.Response.Headers.RetryAfter, CultureInfo.InvariantCulture, out var seconds)
                ? TimeSpan.FromSeconds(seconds)
                : null
        );

    private static bool HasNoAnswer(HttpContext context) =>
        context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null };

    // The headers that protect are put on when the answer starts, so they survive this.
    private static void Clear(HttpContext context)
    {
        context.Response.Clear();
        context.SetEndpoint(endpoint: null);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The client went away ({Exception}).")]
    private partial void LogGone(string exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The storage does not answer.")]
    private partial void LogStorage(Exception problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Fault {Reference} at {Route}.")]
    private partial void LogFault(Exception problem, string reference, string route);
}
