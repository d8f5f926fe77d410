using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Endre.Faults.Tests.Support;
using Endre.Testing;

namespace Endre.Faults.Tests;

/// <summary>
/// Anonymous is what is stored: after somebody signed in and a stranger have spoken, replied and withdrawn, the tables,
/// the files, a backup, the most talkative log and the metrics are searched for everything that could tell who and when.
/// </summary>
public sealed partial class NothingLeftTests
{
    private const string Device = "Hemmeligtelefon/7.31 (Aerfugl)";
    private const string TypedName = "Solveig Hemmelignavn";
    private const string Withdrawn = "Hemmeligtekst som ble trukket";
    private const string WithdrawnReply = "Hemmeligsvar som ble trukket";
    private static readonly IPAddress Address = IPAddress.Parse("203.0.113.77");

    [Theory, EachDatabase]
    public async Task An_anonymous_voice_leaves_nothing_that_tells_who_or_when(DatabaseKind kind)
    {
        await using var database = await DemoDatabase.CopyAsync(kind);
        await using var endre = await EndreProcess.StartAsync(
            database,
            "--log-level",
            "Trace",
            "--proxies",
            "127.0.0.1"
        );
        using var silje = Phone(endre);
        var siljeId = await SignInAsync(silje, "Silje Vatne");
        using var stranger = Phone(endre);
        using var leader = new TestBrowser(endre.Address);
        await SignInAsync(leader, "Máret Somby");
        // Whatever is made the first time somebody comes (keys, cookies) is made.
        await stranger.OpenAsync("/si-fra/svar");
        await silje.OpenAsync("/si-fra");
        var before = await Dump.RowsAsync(database);
        using var clock = new HttpClient { BaseAddress = endre.Address };
        clock.DefaultRequestHeaders.Add("X-Forwarded-For", Address.ToString());

        var said = new Said();
        await said.DuringAsync(async () =>
        {
            said.Codes.Add(await SpeakAsync(silje, endre, "Innlogget stemme om vaktlista"));
            said.Codes.Add(await SpeakAsync(stranger, endre, "Fremmed stemme om nøklene"));
            said.Codes.Add(await SpeakAsync(stranger, endre, Withdrawn));
            await SpeakByApiAsync(clock, endre, said, token: endre.Said("token employee"));
            await SpeakByApiAsync(clock, endre, said, token: null);
        });
        var between = await Dump.RowsAsync(database);
        await AnswerAllAsync(leader);
        await MailRound.IsOverAsync(database, endre, before);
        await said.DuringAsync(async () =>
        {
            await FollowAsync(silje, said.Codes[0], "Innlogget oppfølging");
            var page = await FollowAsync(stranger, said.Codes[2], WithdrawnReply);
            page = await page.PressAsync("Trekk tilbake og slett teksten");
            page.Text.ShouldContain("Teksten er slettet");
        });
        await AnswerAsync(leader, "Fremmed stemme om nøklene");
        await MailRound.IsOverAsync(database, endre, before);
        await said.DuringAsync(async () =>
        {
            await MeTooAsync(silje, leader, endre.Said("place code"));
            await MeTooAsync(stranger, leader, endre.Said("place code"));
        });
        var after = await Dump.RowsAsync(database);
        after.Count(row => row.StartsWith("hassle_me_toos:", StringComparison.Ordinal)).ShouldBe(2);

        // Nothing outside the area has changed: no session, no "last seen", no counter.
        between.Where(IsElsewhere).ShouldBe(before.Where(IsElsewhere), ignoreOrder: true);
        // Only those who had said something with their names before are told that the leader has answered it.
        after
            .Where(IsElsewhere)
            .Where(row => !IsToldOf(row, before))
            .ShouldBe(before.Where(IsElsewhere), ignoreOrder: true);
        var fresh = after.Except(before).ToList();
        between.Except(before).Count(row => row.StartsWith("hassles:", StringComparison.Ordinal)).ShouldBe(5);

        using var machine = new HttpClient { BaseAddress = endre.Address };
        var metrics = await machine.GetStringAsync("/metrics");
        var files = kind == DatabaseKind.Sqlite ? Dump.Files(database) : [];
        files["backup"] = await Dump.BackupAsync(database);
        var secrets = Secrets(said, silje, stranger);
        foreach (var secret in secrets)
        {
            after.Where(secret.StandsIn).ShouldBeEmpty($"{secret.Name} in a table");
            endre.Log.Where(secret.StandsIn).ShouldBeEmpty($"{secret.Name} in the log");
            secret.StandsIn(metrics).ShouldBeFalse($"{secret.Name} in the metrics");
            files
                .Where(file => secret.StandsIn(file.Value))
                .Select(file => file.Key)
                .ShouldBeEmpty($"{secret.Name} in a file");
        }
        // Her id stands where her account is; in what was said it stands nowhere.
        var account = new[]
        {
            Needle.Of("account", siljeId),
            Needle.Of("name", "Silje Vatne"),
            Needle.Of("mail", "silje.vatne"),
        };
        fresh.Where(row => account.Any(needle => needle.StandsIn(row))).ShouldBeEmpty();
        endre.Log.Where(line => account.Any(needle => needle.StandsIn(line))).ShouldBeEmpty();
        metrics.ShouldNotContain("si-fra");
        metrics.ShouldNotContain("hassles");
        foreach (var (from, to) in said.Times)
        {
            fresh.SelectMany(row => Needle.InstantsIn(row, from, to)).ShouldBeEmpty("an instant in a table");
            endre
                .Log.Where(line => Needle.InstantsIn(line, from, to).Any())
                .ShouldBeEmpty("a line of the log from then");
            Needle.InstantsIn(metrics, from, to).ShouldBeEmpty("an instant in the metrics");
            foreach (var (name, bytes) in files)
            {
                Needle.InstantsIn(bytes, from, to).ShouldBeEmpty($"an instant in {name}");
            }
        }
        await ShouldFindWhatIsThereAsync(database, files, fresh, kind);
    }

    // A search that finds nothing proves nothing unless it finds what is there.
    private static async Task ShouldFindWhatIsThereAsync(
        TestDatabase database,
        Dictionary<string, byte[]> files,
        List<string> fresh,
        DatabaseKind kind
    )
    {
        var spoken = Needle.Of("what was said", "Fremmed stemme om nøklene");
        fresh.ShouldContain(row => spoken.StandsIn(row));
        spoken.StandsIn(files["backup"]).ShouldBeTrue();
        files.Count.ShouldBeGreaterThanOrEqualTo(kind == DatabaseKind.Sqlite ? 2 : 1);
        (await Dump.RowsAsync(database)).ShouldContain(row => row.Contains("Silje Vatne", StringComparison.Ordinal));
    }

    private static List<Needle> Secrets(Said said, params TestBrowser[] browsers) =>
        [
            Needle.Of("address", Address),
            Needle.Of("device", Device),
            Needle.Of("device", "Hemmeligtelefon"),
            Needle.Of("typed name", TypedName),
            Needle.Of("withdrawn text", Withdrawn),
            Needle.Of("withdrawn reply", WithdrawnReply),
            .. browsers.SelectMany(browser => browser.Cookies).Select(cookie => Needle.Of(cookie.Name, cookie.Value)),
            .. said.Codes.Select(code => Needle.Of("claim code", code)),
            .. said.Codes.Select(code => Needle.Of("claim code", code.Replace("-", "", StringComparison.Ordinal))),
            .. said.Ids.Select(id => Needle.Of("the device's own id", id)),
        ];

    private static TestBrowser Phone(EndreProcess endre)
    {
        var browser = new TestBrowser(endre.Address);
        browser.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Device);
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", Address.ToString());
        return browser;
    }

    private static async Task<Guid> SignInAsync(TestBrowser browser, string name)
    {
        var page = await browser.OpenAsync("/logg-inn");
        var button = page
            .Document.QuerySelectorAll("button[name=person]")
            .Single(found => (found.GetAttribute("aria-label") ?? "").Contains(name, StringComparison.Ordinal));
        var id = button.GetAttribute("value")!;
        await browser.PostAsync(page, "/logg-inn/demo", ("person", id));
        return Guid.Parse(id);
    }

    private static async Task<string> SpeakAsync(TestBrowser browser, EndreProcess endre, string text)
    {
        var page = await browser.OpenAsync($"/si-fra/{endre.Said("place code")}");
        page.Tick("Anonym").Fill("Hva er det?", text);
        if (page.Document.QuerySelector("input[name=name]") is not null)
            page.Fill("Navnet ditt (valgfritt)", TypedName);
        page = await page.PressAsync("Send");
        return Code().Match(page.Text).Value;
    }

    private static async Task SpeakByApiAsync(HttpClient api, EndreProcess endre, Said said, string? token)
    {
        var id = Guid.CreateVersion7();
        said.Ids.Add(id);
        for (var tries = 0; tries < 2; tries++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/hassles");
            request.Headers.TryAddWithoutValidation("User-Agent", Device);
            if (token is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Content = JsonContent.Create(
                new
                {
                    id,
                    text = $"Stemme fra et program {token is null}",
                    placeCode = endre.Said("place code"),
                    speaker = "anonymous",
                    name = TypedName,
                }
            );
            using var answer = await api.SendAsync(request);
            answer.StatusCode.ShouldBe(tries == 0 ? HttpStatusCode.Created : HttpStatusCode.OK);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            if (body.TryGetProperty("claimCode", out var code))
                said.Codes.Add(code.GetString()!);
        }
    }

    private static async Task AnswerAllAsync(TestBrowser leader)
    {
        var list = await leader.OpenAsync("/plunder");
        foreach (
            var address in list
                .Document.QuerySelectorAll("main a[href^='/plunder/']")
                .Select(link => link.GetAttribute("href")!)
                .Where(href => Guid.TryParse(href["/plunder/".Length..], out _))
                .ToList()
        )
        {
            var page = await leader.OpenAsync(address);
            // The demo has some that are gone, or wait for somebody else.
            if (page.HasButton("Send svaret"))
                await page.Tick("Trenger mer")
                    .Fill("Svar med ord (valgfritt)", "Kan du si mer?")
                    .PressAsync("Send svaret");
        }
    }

    private static async Task<string> AddressAsync(TestBrowser leader, string text) =>
        (await leader.OpenAsync("/plunder"))
            .Document.QuerySelectorAll("main a[href^='/plunder/']")
            .Single(link => (link.GetAttribute("aria-label") ?? "").Contains(text, StringComparison.Ordinal))
            .GetAttribute("href")!;

    private static async Task AnswerAsync(TestBrowser leader, string text)
    {
        var page = await leader.OpenAsync(await AddressAsync(leader, text));
        (await page.Tick("Gjør vi").PressAsync("Send svaret")).Text.ShouldContain("Svaret er sendt");
    }

    private static async Task MeTooAsync(TestBrowser browser, TestBrowser leader, string place)
    {
        var id = (await AddressAsync(leader, "Fremmed stemme om nøklene")).Split('/')[^1];
        var form = await browser.OpenAsync("/si-fra/svar");
        (string, string)[] fields = [("meToo", id), ("place", place), ("speaker", "anonymous")];
        var page = await browser.PostAsync(form, "/si-fra/meg-ogsa", fields);
        page.Heading.ShouldBe("Du er regnet med");
    }

    private static async Task<TestPage> FollowAsync(TestBrowser browser, string code, string text)
    {
        var page = await (await browser.OpenAsync("/si-fra/svar")).Fill("Svarkode", code).PressAsync("Vis svaret");
        page.Text.ShouldContain("Kan du si mer?");
        page = await page.Fill("Skriv mer", text).PressAsync("Send");
        page.Text.ShouldContain(text);
        return page;
    }

    private static bool IsToldOf(string row, IEnumerable<string> before) =>
        row.StartsWith("messages:", StringComparison.Ordinal)
        && before.Any(there =>
            there.StartsWith("hassles: id=", StringComparison.Ordinal)
            && row.Contains(
                $"key=hassle-answered/{there.AsSpan("hassles: id=".Length, 36)}",
                StringComparison.OrdinalIgnoreCase
            )
        );

    private static bool IsElsewhere(string row) => !row.StartsWith("hassle", StringComparison.Ordinal);

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    private sealed class Said
    {
        public List<string> Codes { get; } = [];

        public List<Guid> Ids { get; } = [];

        public List<(DateTimeOffset From, DateTimeOffset To)> Times { get; } = [];

        public async Task DuringAsync(Func<Task> speak)
        {
            var from = TimeProvider.System.GetUtcNow();
            await speak();
            Times.Add((from, TimeProvider.System.GetUtcNow()));
        }
    }
}
