using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;

namespace Endre.Testing.Rights;

/// <summary>What somebody was answered: enough to tell two answers apart, and what every answer must carry.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Says">The heading of the page, the type of the problem, or where it leads.</param>
/// <param name="Headers">All headers.</param>
/// <param name="Body">As text; of a stream, nothing.</param>
public sealed record Reply(int Status, string Says, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Header(string name) => Headers.GetValueOrDefault(name, "");
}

/// <summary>Somebody at the door, with what they hold in their hand.</summary>
public sealed partial class Door : IDisposable
{
    private static readonly KeyValuePair<string, string>[] Nothing = [];
    private static int _visits;
    private readonly HttpClient _client;
    private readonly Player _player;
    private string _formToken = "";
    private string _formCookie = "";

    private Door(AppUnderTest app, Player player)
    {
        _player = player;
        _client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = app.Address,
        };
    }

    /// <summary>A form field that the demo's own sign-in needs.</summary>
    public string SomePerson { get; set; } = "";

    public static async Task<Door> OpenAsync(AppUnderTest app, Player player)
    {
        var door = new Door(app, player);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        door.Carry(request, participant: null);
        using var answer = await door._client.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        door._formToken = WebUtility.HtmlDecode(FormToken().Match(page).Groups["token"].Value);
        door._formCookie = answer.Headers.TryGetValues("Set-Cookie", out var cookies)
            ? string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0]))
            : "";
        return door;
    }

    /// <summary>Asks for an act, with an empty form or body, or one with these fields.</summary>
    public async Task<Reply> AskAsync(
        Act act,
        string address,
        Rows.Theirs? workshop,
        params IReadOnlyList<KeyValuePair<string, string>> fields
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(act.Method), address);
        Carry(request, _player.Role == Player.Participant ? workshop : null, act.IsApi);
        request.Headers.Accept.ParseAdd(act.IsApi ? "application/json" : "text/html");
        // Each comes from an address of its own, so that nobody is shut out for what the one before did.
        if (act.Pattern is not "/metrics")
            request.Headers.Add("X-Forwarded-For", $"2001:db8:{Interlocked.Increment(ref _visits):x}::1");
        if (!act.IsRead)
            request.Content = TakesForm(act)
                ? new FormUrlEncodedContent([
                    new("__token", _formToken),
                    new("person", SomePerson),
                    // What is new has been given its id in the form.
                    .. fields.Any(field => field.Key == "id") ? Nothing : [new("id", $"{Guid.CreateVersion7()}")],
                    .. fields,
                ])
                : JsonContent.Create(fields.DistinctBy(field => field.Key).ToDictionary());
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await ReadAsync(answer);
    }

    /// <summary>Whether the account still opens what is everybody's; without one there is nothing to lose.</summary>
    public async Task<bool> IsStillInAsync()
    {
        if (_player.Person is null)
            return true;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/min-side");
        Carry(request, participant: null);
        using var answer = await _client.SendAsync(request);
        return answer.IsSuccessStatusCode;
    }

    public void Dispose() => _client.Dispose();

    private static bool TakesForm(Act act) =>
        !act.IsApi
        || (
            act.Endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { } accepts
            && accepts.ContentTypes.Contains("application/x-www-form-urlencoded")
        );

    private void Carry(HttpRequestMessage request, Rows.Theirs? participant, bool isApi = false)
    {
        if (isApi)
        {
            if ((_player.Token ?? participant?.Token) is { } token)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return;
        }
        var cookies = new List<string>();
        if (_formCookie.Length > 0)
            cookies.Add(_formCookie);
        if (_player.Person is { } person)
            cookies.Add($"{person.SignInCookie.Name}={person.SignInCookie.Value}");
        if (participant is not null)
            cookies.Add($"endre-deltaker-{participant.Id:N}={participant.Token}");
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies));
    }

    private static async Task<Reply> ReadAsync(HttpResponseMessage answer)
    {
        var isStream = answer.Content.Headers.ContentType?.MediaType == "text/event-stream";
        var body = isStream ? "" : await answer.Content.ReadAsStringAsync();
        var headers = answer
            .Headers.Concat(answer.Content.Headers)
            .ToDictionary(
                header => header.Key,
                header => string.Join(", ", header.Value),
                StringComparer.OrdinalIgnoreCase
            );
        return new Reply((int)answer.StatusCode, Says(answer, body), headers, body);
    }

    private static string Says(HttpResponseMessage answer, string body)
    {
        if (answer.Headers.Location is { } location)
            return RowId().Replace(location.ToString(), "…");
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
            return JsonDocument.Parse(body).RootElement.TryGetProperty("type", out var type) ? $"{type}" : "";
        return Tags().Replace(Heading().Match(body).Groups["heading"].Value, " ").Trim();
    }

    [GeneratedRegex("name=\"__token\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormToken();

    [GeneratedRegex("<h1[^>]*>(?<heading>.*?)</h1>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]+>|\\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|finnes-ikke|egen-[^/?]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowId();
}
