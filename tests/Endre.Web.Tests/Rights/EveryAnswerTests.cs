using System.Text.RegularExpressions;
using Endre.Testing.Rights;
using Endre.Web.Hosting.Errors;
using Endre.Web.Look;

namespace Endre.Web.Tests.Rights;

/// <summary>What every answer carries and never carries, of whatever kind: pages, files, redirects, refusals, problems.</summary>
[Collection(Sweep.Name)]
public sealed partial class EveryAnswerTests(Sweep sweep)
{
    private static readonly (string Name, string Value)[] Always =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    // A drawing that is opened by itself: no script, no form, nothing from anywhere.
    private const string AloneInItsWindow = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private static readonly string[] Never = ["Server", "X-Powered-By", "Access-Control-Allow-Origin", "Pragma"];

    private static readonly string[] Inside =
    [
        "Exception",
        "StackTrace",
        "   at Endre.",
        "System.",
        "Microsoft.",
        "SQLite",
        "/src/Endre.",
        "Npgsql",
    ];

    private IEnumerable<(Attempt At, Reply Reply)> Answers =>
        sweep.Attempts.SelectMany(at => at.Never is null ? [(at, at.Real)] : new[] { (at, at.Real), (at, at.Never) });

    [Fact]
    public void There_are_answers_of_many_kinds() =>
        Answers.Select(answer => answer.Reply.Status).Distinct().Count().ShouldBeGreaterThan(8);

    [Fact]
    public void Browsers_are_told_what_never_to_do() =>
        Wrong(reply =>
                Always.Any(header => reply.Header(header.Name) != header.Value)
                // An address that is a key is told to nobody, not even to this host.
                || reply.Header("Referrer-Policy") is not ("same-origin" or "no-referrer")
            )
            .ShouldBeEmpty();

    [Fact]
    public void Nothing_runs_or_is_shown_but_what_this_host_sends() =>
        Wrong(reply =>
                reply.Header("Content-Security-Policy") is var policy
                && policy != AloneInItsWindow
                && (
                    !policy.Contains("default-src 'self'", StringComparison.Ordinal)
                    || !policy.Contains("object-src 'none'", StringComparison.Ordinal)
                    || !policy.Contains("base-uri 'none'", StringComparison.Ordinal)
                    || !policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal)
                    || !policy.Contains("form-action 'self'", StringComparison.Ordinal)
                    || policy.Contains("unsafe", StringComparison.Ordinal)
                    || policy.Contains('*', StringComparison.Ordinal)
                )
            )
            .ShouldBeEmpty();

    [Fact]
    public void The_server_does_not_tell_what_it_is() =>
        Wrong(reply => Never.Any(reply.Headers.ContainsKey)).ShouldBeEmpty();

    [Fact]
    public void What_somebody_who_is_signed_in_sees_is_kept_nowhere() =>
        sweep
            .Attempts.Where(at => IsKnown(at) && !IsTheSameForAll(at.Act))
            .Where(at => !at.Real.Header("Cache-Control").Contains("no-store", StringComparison.Ordinal))
            .Select(at => $"{at}: {at.Real.Header("Cache-Control")}")
            .ShouldBeEmpty();

    [Fact]
    public void A_page_whose_address_is_a_key_is_kept_nowhere() =>
        sweep
            .Attempts.Where(at =>
                at.Act.Pattern.Contains("{token}", StringComparison.Ordinal)
                || at.Act.Pattern.Contains("{secret}", StringComparison.Ordinal)
            )
            .Where(at => !at.Real.Header("Cache-Control").Contains("no-store", StringComparison.Ordinal))
            .Select(at => $"{at}")
            .ShouldBeEmpty();

    [Fact]
    public void Only_files_that_never_change_may_be_shared_by_caches() =>
        Answers
            .Where(answer => answer.Reply.Header("Cache-Control").Contains("public", StringComparison.Ordinal))
            .Where(answer => !NeverChanges(answer.At.Act))
            .Select(answer => $"{answer.At}")
            .ShouldBeEmpty();

    [Fact]
    public void Scripts_cannot_read_a_cookie_and_other_sites_cannot_send_one()
    {
        var cookies = Answers.Select(answer => answer.Reply.Header("Set-Cookie")).Where(cookie => cookie.Length > 0);
        cookies.ShouldNotBeEmpty();
        cookies
            .SelectMany(all => Cookie().Split(all))
            .Where(cookie =>
                !IsGone(cookie)
                && (
                    !cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase)
                    || !SameSite().IsMatch(cookie)
                    || !cookie.Contains("path=/", StringComparison.OrdinalIgnoreCase)
                    || cookie.Contains("domain=", StringComparison.OrdinalIgnoreCase)
                )
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_refusal_tells_what_it_looks_like_inside() =>
        Answers
            .Where(answer => answer.Reply.Status >= 400)
            .SelectMany(answer =>
                Inside
                    .Where(word => answer.Reply.Body.Contains(word, StringComparison.Ordinal))
                    .Select(word => $"{answer.At} tells of {word}")
            )
            .ShouldBeEmpty();

    [Fact]
    public void Everything_says_what_it_is() =>
        Wrong(reply =>
                reply.Body.Length > 0
                && (
                    reply.Header("Content-Type") is not { Length: > 0 } type
                    || (
                        type.StartsWith("text/", StringComparison.Ordinal)
                        && !type.Contains("charset=utf-8", StringComparison.OrdinalIgnoreCase)
                    )
                )
            )
            .ShouldBeEmpty();

    [Fact]
    public void Nothing_of_all_this_was_a_fault() =>
        sweep
            .Log.Where(line =>
                line.StartsWith("Error", StringComparison.Ordinal)
                || line.StartsWith("Critical", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();

    // A client is somebody only where people are told of.
    private static bool IsKnown(Attempt at) =>
        !Player.WithoutAccount.Contains(at.Role)
        || (at.Role == Player.Client && at.Act.Pattern.StartsWith(ScimErrors.Path, StringComparison.Ordinal));

    private static bool IsTheSameForAll(Act act) =>
        act.Pattern is "/sw.js" or "/metrics" or "/healthz/live" or "/healthz/ready" or "/scim/v2/ServiceProviderConfig"
        || NeverChanges(act);

    // The name of the file says what is in it.
    private static bool NeverChanges(Act act) =>
        act.Pattern is LookLinks.SheetRoute or LookLinks.LogoRoute
        || act.Pattern.StartsWith("/dist/", StringComparison.Ordinal);

    private static bool IsGone(string cookie) => cookie.Contains("1970", StringComparison.Ordinal);

    private IEnumerable<string> Wrong(Func<Reply, bool> isWrong) =>
        Answers
            .Where(answer => isWrong(answer.Reply))
            .Select(answer => $"{answer.At}")
            .Distinct(StringComparer.Ordinal);

    // A comma stands between cookies, and in dates after the weekday.
    [GeneratedRegex("(?<!expires=[A-Za-z]{3}), ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cookie();

    [GeneratedRegex("samesite=(lax|strict)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SameSite();
}
