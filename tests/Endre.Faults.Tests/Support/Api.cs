using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Endre.Faults.Tests.Support;

/// <summary>What clients of the API do, as design §9 fixes it.</summary>
internal sealed class Api(HttpClient http) : IDisposable
{
    public Api(Uri address)
        : this(
            new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 200 })
            {
                BaseAddress = address,
                Timeout = TimeSpan.FromSeconds(30),
            }
        ) { }

    public async Task<(Guid Id, string Code)> CreateWorkshopAsync(string token, int groups = 1)
    {
        var made = await ReadAsync(
            await PostAsync(
                "/api/v1/workshops",
                token,
                new
                {
                    template = "mdi",
                    title = "Ærfugl",
                    groups,
                }
            )
        );
        return (made.GetProperty("workshopId").GetGuid(), made.GetProperty("code").GetString()!);
    }

    public async Task<string> JoinAsync(string code)
    {
        var joined = await ReadAsync(await PostAsync("/api/v1/join", token: null, new { code, name = (string?)null }));
        return joined.GetProperty("token").GetString()!;
    }

    /// <summary>Goes on to the first step where one writes, and gives its question.</summary>
    public async Task<string> StartWritingAsync(Guid workshop, string token)
    {
        while (true)
        {
            var moved = await ReadAsync(await PostAsync($"/api/v1/workshops/{workshop}/steps/next", token, new { }));
            var step = moved.GetProperty("step");
            if (step.GetProperty("kind").GetString() == "write")
            {
                return step.GetProperty("questionId").GetString()!;
            }
        }
    }

    public async Task RevealAsync(Guid workshop, string token) =>
        (await PostAsync($"/api/v1/workshops/{workshop}/reveal", token, new { })).EnsureSuccessStatusCode();

    public Task<HttpResponseMessage> WriteAsync(Guid workshop, string token, Guid id, string question, string text) =>
        PostAsync(
            $"/api/v1/workshops/{workshop}/notes",
            token,
            new
            {
                id,
                questionId = question,
                half = "a",
                text,
            }
        );

    public async Task<JsonElement> StateAsync(Guid workshop, string token)
    {
        using var request = Request(HttpMethod.Get, $"/api/v1/workshops/{workshop}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await ReadAsync(await http.SendAsync(request));
    }

    public async Task<Stream> FollowAsync(Guid workshop, string token, long after, CancellationToken ct)
    {
        var request = Request(HttpMethod.Get, $"/api/v1/workshops/{workshop}/events?after={after}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        // A proxy whose nodes have just been killed has nobody to ask for a moment; a browser comes back, and so does this.
        if ((int)response.StatusCode is 502 or 503 or 504)
        {
            // Its line goes back to the pool, which would soon be empty.
            response.Dispose();
            throw new HttpRequestException("The proxy has nobody to ask.", inner: null, response.StatusCode);
        }
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStreamAsync(ct);
    }

    public void Dispose() => http.Dispose();

    // A message of one's own does not take over the client's version by itself.
    private HttpRequestMessage Request(HttpMethod method, string path) =>
        new(method, path) { Version = http.DefaultRequestVersion, VersionPolicy = http.DefaultVersionPolicy };

    private async Task<HttpResponseMessage> PostAsync(string path, string? token, object body)
    {
        using var request = Request(HttpMethod.Post, path);
        request.Content = JsonContent.Create(body);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        return await http.SendAsync(request);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
