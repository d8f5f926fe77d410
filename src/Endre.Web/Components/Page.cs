using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Endre.Web.Components;

/// <summary>Answers a request with a page that the server renders.</summary>
internal static class Page
{
    /// <summary>The page, its parameters given by name: <c>Page.Of&lt;ShowNeedPage&gt;(new { Need = need })</c>.</summary>
    public static RazorComponentResult<TPage> Of<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        parameters is null
            ? new RazorComponentResult<TPage> { StatusCode = status, ContentType = Html }
            : new RazorComponentResult<TPage>(parameters) { StatusCode = status, ContentType = Html };

    /// <summary>The page again, because what was sent in cannot be used; the messages stand at the fields.</summary>
    public static RazorComponentResult<TPage> Refused<TPage>(object parameters)
        where TPage : IComponent => Of<TPage>(parameters, StatusCodes.Status422UnprocessableEntity);

    /// <summary>303: the act is done, and this page shows it. A reload does not repeat the act.</summary>
    public static IResult SeeOther(string address) => new SeeOtherAnswer(address);

    private const string Html = "text/html; charset=utf-8";

    private sealed class SeeOtherAnswer(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = Written(address);
            return Task.CompletedTask;
        }

        // An address may hold what somebody typed, and a header takes no letters but ASCII's (RFC 9110 § 5.5).
        private static string Written(string address) =>
            address.All(IsPlain)
                ? address
                : string.Concat(
                    address
                        .EnumerateRunes()
                        .Select(rune =>
                            rune.IsBmp && IsPlain((char)rune.Value)
                                ? rune.ToString()
                                : Uri.EscapeDataString(rune.ToString())
                        )
                );

        private static bool IsPlain(char letter) => letter is > ' ' and <= '~';
    }
}
