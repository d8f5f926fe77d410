using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Endre.Testing;

namespace Endre.Web.Tests.Hosting;

/// <summary>A gym hall without internet: no page, style or script asks anybody but Endre for anything.</summary>
public sealed partial class NothingForeignTests : IAsyncLifetime
{
    // Names, not addresses: nobody fetches them.
    private static readonly string[] Names = ["http://www.w3.org/"];

    private readonly HashSet<string> files = new(StringComparer.Ordinal);
    private AppUnderTest app = null!;

    public async ValueTask InitializeAsync() => app = await AppUnderTest.StartAsync("--demo");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Pages_styles_and_scripts_are_all_there_is()
    {
        var workshop = await app.WorkshopAsync();
        using var leader = app.As(workshop.Facilitator);
        using var administrator = app.As(await app.AdministratorAsync());
        using var phone = app.Browser();
        await workshop.JoinAsync(phone);
        string[] open = ["/", "/bli-med", "/logg-inn", "/drivere-og-barrierer", "/finnes-ikke"];
        string[] run =
        [
            "/verksteder",
            "/verksteder/nytt",
            "/verksteder/importer",
            "/verksteder/maler",
            "/verksteder/maler/mdi",
            $"{workshop.Page}/oppsett",
            $"{workshop.Page}/logg",
        ];
        string[] administer = ["/min-side", "/personer", "/personer/inviter", "/drivere-og-barrierer/rediger"];
        foreach (
            var (browser, address) in Each(phone, open)
                .Concat(Each(leader, run))
                .Concat(Each(administrator, administer))
        )
        {
            await LookAsync(browser, address);
        }
        foreach (var step in workshop.State.Plan.Steps)
        {
            await workshop.GoToAsync(step.Id);
            await LookAsync(phone, workshop.Page);
            foreach (var view in new[] { "styr", "skjerm", "tolk", "avslutt", "rapport" })
            {
                await LookAsync(leader, $"{workshop.Page}/{view}");
            }
        }
        await LookIntoFilesAsync(phone);
    }

    private async Task LookAsync(TestBrowser browser, string address)
    {
        var page = await browser.OpenAsync(address);
        page.Path.ShouldStartWith(address);
        var policy = page.Answer.Headers.GetValues("Content-Security-Policy").Single();
        Foreign().Matches(policy).ShouldBeEmpty(policy);
        foreach (var element in page.Document.All)
        {
            foreach (var attribute in element.Attributes.Where(IsAddress))
            {
                var used = attribute.Value;
                (used.Length == 0 || used[0] is '/' or '#' or '?').ShouldBeTrue($"{address}: {attribute.Name}={used}");
                used.StartsWith("//", StringComparison.Ordinal).ShouldBeFalse($"{address}: {attribute.Name}={used}");
            }
        }
        files.UnionWith(
            page.Document.QuerySelectorAll("link[href],script[src],img[src]")
                .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
        );
    }

    private async Task LookIntoFilesAsync(TestBrowser browser)
    {
        var waiting = new Queue<string>(files.Append("/sw.js"));
        var seen = new HashSet<string>(waiting, StringComparer.Ordinal);
        while (waiting.TryDequeue(out var file))
        {
            var answer = await browser.Client.GetAsync(new Uri(file, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            if (
                answer.Content.Headers.ContentType!.MediaType
                is not ("text/css" or "text/javascript" or "image/svg+xml")
            )
            {
                continue;
            }
            var text = await answer.Content.ReadAsStringAsync();
            Foreign()
                .Matches(text)
                .Select(found => found.Value)
                .Where(found => !Names.Any(name => found.StartsWith(name, StringComparison.Ordinal)))
                .ShouldBeEmpty(file);
            foreach (var asked in Asked().Matches(text).Select(found => found.Groups["address"].Value))
            {
                asked.StartsWith("//", StringComparison.Ordinal).ShouldBeFalse($"{file}: {asked}");
                if (asked.StartsWith("data:", StringComparison.Ordinal) || asked.StartsWith('#'))
                {
                    continue;
                }
                var next = new Uri(new Uri(browser.Address, file), asked).AbsolutePath;
                if (seen.Add(next))
                {
                    waiting.Enqueue(next);
                }
            }
        }
        seen.ShouldContain(file => file.EndsWith(".css", StringComparison.Ordinal));
        seen.ShouldContain(file => file.EndsWith(".js", StringComparison.Ordinal));
        seen.ShouldContain(file => file.EndsWith(".woff2", StringComparison.Ordinal));
    }

    private static IEnumerable<(TestBrowser, string)> Each(TestBrowser browser, string[] addresses) =>
        addresses.Select(address => (browser, address));

    private static bool IsAddress(IAttr attribute) =>
        attribute.Name is "src" or "href" or "action" or "formaction" or "poster" or "data" or "srcset" or "background";

    [GeneratedRegex(@"(https?|wss?)://[^\s""'`)<>;]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Foreign();

    [GeneratedRegex(
        @"url\(\s*[""']?(?<address>[^""')]+)|@import\s+[""'](?<address>[^""']+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Asked();
}
