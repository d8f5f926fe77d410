namespace Endre.Web.Hosting.Errors;

/// <summary>For a handler that has to say no: a page for people, a problem for programs.</summary>
internal sealed class ErrorResult(RequestError error) : IResult
{
    public static ErrorResult NotFound => new(new RequestError(StatusCodes.Status404NotFound));

    /// <summary>Too many wrong guesses came from one address.</summary>
    public static ErrorResult TooManyAttempts(TimeSpan retryAfter) =>
        new(new RequestError(StatusCodes.Status429TooManyRequests, RetryAfter: retryAfter));

    public Task ExecuteAsync(HttpContext httpContext) => ErrorAnswers.WriteAsync(httpContext, error);
}
