using Endre.Web.Components;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Hosting.Errors;

/// <summary>Writes an error as a page for people and as <c>application/problem+json</c> for programs.</summary>
internal static class ErrorAnswers
{
    public const string ApiPath = "/api";
    private static readonly Texts<ErrorTexts> Texts = new();

    /// <summary>Programs say so by where they ask or by what they accept.</summary>
    public static bool WantsJson(HttpRequest request)
    {
        if (request.Path.StartsWithSegments(ApiPath, StringComparison.Ordinal))
            return true;
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase)
            && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    public static async Task WriteAsync(HttpContext context, RequestError error)
    {
        RequestLanguage.Of(context).Use();
        context.Response.StatusCode = error.Status;
        context.Response.Headers.CacheControl = "no-store";
        if (error.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = $"{Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))}";
        if (ScimErrors.IsFor(context.Request))
        {
            await ScimErrors.WriteAsync(context, error);
            return;
        }

        await (
            WantsJson(context.Request)
                ? Results.Problem(Describe(error)).ExecuteAsync(context)
                : Page.Of<ErrorPage>(new { Error = error }, error.Status).ExecuteAsync(context)
        );
    }

    private static ProblemDetails Describe(RequestError error)
    {
        var problem = new ProblemDetails
        {
            Status = error.Status,
            Title = error.Title(Texts),
            Detail = error.Text(Texts),
        };
        if (error.Kind is { } kind)
            problem.Type = $"urn:endre:problem:{kind.ToLowerInvariant()}";
        if (error.Reference is { } reference)
            problem.Extensions["reference"] = reference;
        return problem;
    }
}
