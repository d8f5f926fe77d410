using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Endre.Faults.Tests.Support;
using Endre.Testing;

namespace Endre.Faults.Tests;

/// <summary>What the example for nginx promises, with nginx itself in front of the program itself.</summary>
public sealed class NginxTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private EndreProcess _endre = null!;
    private Nginx _nginx = null!;

    public async ValueTask InitializeAsync()
    {
        // A skipped test is not made ready.
        if (Nginx.Program is null)
            return;
        _database = await DemoDatabase.CopyAsync(DatabaseKind.Sqlite);
        _endre = await EndreProcess.StartAsync(_database);
        _nginx = await Nginx.StartAsync(_endre.Port);
    }

    public async ValueTask DisposeAsync()
    {
        if (_nginx is null)
            return;
        await _nginx.DisposeAsync();
        await _endre.DisposeAsync();
        await _database.DisposeAsync();
    }

    [NginxFact]
    public async Task Each_event_comes_through_before_the_next_is_made()
    {
        foreach (var version in new[] { HttpVersion.Version11, HttpVersion.Version20 })
        {
            using var api = new Api(_nginx.Client(http: version));
            var (workshop, code) = await api.CreateWorkshopAsync(_endre.FacilitatorToken);
            var token = await api.JoinAsync(code);
            var question = await api.StartWritingAsync(workshop, _endre.FacilitatorToken);
            await api.RevealAsync(workshop, _endre.FacilitatorToken);
            using var stop = new CancellationTokenSource();
            var listener = new Listener(api, workshop, token, from: 0, _endre.WhenUpAsync);
            var listening = listener.FollowAsync(stop.Token);

            for (var i = 0; i < 20; i++)
            {
                using var written = await api.WriteAsync(
                    workshop,
                    token,
                    Guid.CreateVersion7(),
                    question,
                    $"Ærfugl {i}"
                );
                var sequence = (await Api.ReadAsync(written)).GetProperty("sequence").GetInt64();
                // Far less than the fifteen seconds after which a line that is held back would be pushed on.
                using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                (await listener.WaitForAsync(sequence, soon.Token)).ShouldBeTrue($"event {i} is held back");
            }
            listener.Resumed.ShouldBe(0, "the stream was cut");
            await stop.CancelAsync();
            await listening;
        }
    }

    [NginxFact]
    public async Task Wrong_guesses_count_for_the_address_they_come_from_and_not_for_the_one_they_claim()
    {
        using var guesser = _nginx.Client(from: "127.0.0.2");
        for (var i = 0; i < 10; i++)
            (await GuessAsync(guesser, $"198.51.100.{i}")).ShouldNotBe(HttpStatusCode.TooManyRequests);
        (await GuessAsync(guesser, "198.51.100.99")).ShouldBe(HttpStatusCode.TooManyRequests);

        using var other = _nginx.Client(from: "127.0.0.3");
        (await GuessAsync(other, "127.0.0.2")).ShouldNotBe(HttpStatusCode.TooManyRequests);

        static async Task<HttpStatusCode> GuessAsync(HttpClient client, string claimed)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/join")
            {
                Content = JsonContent.Create(new { code = "000000", name = (string?)null }),
            };
            request.Headers.Add("X-Forwarded-For", claimed);
            request.Headers.Add("Forwarded", $"for={claimed}");
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [NginxFact]
    public async Task Endre_knows_that_people_come_by_https_and_by_which_name()
    {
        using var client = _nginx.Client();
        using var page = await client.GetAsync(new Uri("/logg-inn", UriKind.Relative));
        page.Headers.GetValues("Strict-Transport-Security").ShouldHaveSingleItem();
        page.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("secure", StringComparison.Ordinal));

        using var closed = await client.GetAsync(new Uri("/min-side", UriKind.Relative));
        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var to = new Uri(client.BaseAddress!, closed.Headers.Location!);
        to.GetLeftPart(UriPartial.Authority).ShouldBe($"https://{Nginx.Name}");
    }

    [NginxFact]
    public async Task Plain_http_leads_to_https_and_another_name_is_not_answered()
    {
        using var client = _nginx.Client();
        using var plain = await client.GetAsync(new Uri($"http://{Nginx.Name}/bli-med?code=482913"));
        plain.StatusCode.ShouldBe(HttpStatusCode.PermanentRedirect);
        plain.Headers.Location.ShouldBe(new Uri($"https://{Nginx.Name}/bli-med?code=482913"));

        using var stranger = _nginx.Client(name: "andre.example");
        await Should.ThrowAsync<HttpRequestException>(() => stranger.GetAsync(new Uri("/", UriKind.Relative)));
    }

    [NginxFact]
    public async Task A_file_that_is_too_large_is_refused_by_Endre_in_words_and_a_much_larger_one_by_nginx()
    {
        // As many bytes as may come, and then as many that Endre takes it for too large a file.
        (await SendAsync(20 * 1024 * 1024)).Words.ShouldNotContain("nginx");
        var (status, words) = await SendAsync(21 * 1024 * 1024);
        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        words.ShouldContain("\"title\"");
        (await SendAsync(25 * 1024 * 1024)).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge),
            answer => answer.Words.ShouldContain("nginx")
        );

        async Task<(HttpStatusCode Status, string Words)> SendAsync(int bytes)
        {
            using var client = _nginx.Client();
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/workshops/import")
            {
                Content = new ByteArrayContent(Encoding.ASCII.GetBytes(new string(' ', bytes))),
            };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _endre.FacilitatorToken);
            request.Headers.ExpectContinue = true;
            using var answer = await client.SendAsync(request);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    [NginxFact]
    public async Task The_metrics_are_not_for_those_outside()
    {
        using var client = _nginx.Client();
        using var answer = await client.GetAsync(new Uri("/metrics", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
