using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops;

/// <summary>The fixed part of the API, line by line, as clients and load generators are written against it.</summary>
public sealed class ApiContractTests : IAsyncLifetime
{
    private AppUnderTest app = null!;
    private HttpClient facilitator = null!;
    private Guid workshopId;
    private string code = "";

    public async ValueTask InitializeAsync()
    {
        app = await AppUnderTest.StartAsync();
        facilitator = app.Api((await app.FacilitatorAsync()).Token);
        var made = await Expect(
            facilitator.PostAsJsonAsync(
                "/api/v1/workshops",
                new
                {
                    template = "mdi",
                    title = "Kontrakt",
                    groups = 3,
                }
            ),
            HttpStatusCode.Created
        );
        Names(made).ShouldBe(["workshopId", "code"]);
        workshopId = made.GetProperty("workshopId").GetGuid();
        code = made.GetProperty("code").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        facilitator.Dispose();
        await app.DisposeAsync();
    }

    private string Workshop => $"/api/v1/workshops/{workshopId}";

    [Fact]
    public void A_code_has_six_digits() => code.ShouldMatch("^[0-9]{6}$");

    [Theory]
    [InlineData("Kari")]
    [InlineData(null)]
    public async Task Joining_gives_a_token_and_a_group(string? name)
    {
        using var api = app.Api();
        var joined = await Expect(api.PostAsJsonAsync("/api/v1/join", new { code, name }), HttpStatusCode.OK);
        Names(joined).ShouldBe(["workshopId", "participantId", "token", "groupId"]);
        joined.GetProperty("workshopId").GetGuid().ShouldBe(workshopId);
        joined.GetProperty("participantId").GetGuid().Version.ShouldBe(7);
        joined.GetProperty("token").GetString()!.Length.ShouldBeGreaterThan(30);
        joined.GetProperty("groupId").GetString().ShouldBeOneOf("g1", "g2", "g3");
        using var device = app.Api(joined.GetProperty("token").GetString());
        (await device.GetAsync(Workshop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_note_is_201_and_the_same_id_again_200_with_the_same_sequence()
    {
        var question = await WriteStepAsync();
        using var device = await JoinAsync();
        var note = new
        {
            id = Guid.CreateVersion7(),
            questionId = question,
            half = "a",
            text = "Vi mangler tid",
        };
        var first = await Expect(device.PostAsJsonAsync($"{Workshop}/notes", note), HttpStatusCode.Created);
        var again = await Expect(device.PostAsJsonAsync($"{Workshop}/notes", note), HttpStatusCode.OK);
        Names(first).ShouldBe(["sequence"]);
        again.ToString().ShouldBe(first.ToString());
        var other = await Expect(
            device.PostAsJsonAsync($"{Workshop}/notes", note with { id = Guid.CreateVersion7(), half = "b" }),
            HttpStatusCode.Created
        );
        other.GetProperty("sequence").GetInt64().ShouldBeGreaterThan(first.GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task The_state_is_what_the_caller_may_see_with_the_sequence()
    {
        var question = await WriteStepAsync();
        using var kari = await JoinAsync();
        using var ola = await JoinAsync();
        var note = new
        {
            id = Guid.CreateVersion7(),
            questionId = question,
            half = "a",
            text = "Karis lapp",
        };
        var written = await Expect(kari.PostAsJsonAsync($"{Workshop}/notes", note), HttpStatusCode.Created);
        var mine = await Expect(kari.GetAsync(Workshop), HttpStatusCode.OK);
        mine.GetProperty("sequence").GetInt64().ShouldBe(written.GetProperty("sequence").GetInt64());
        mine.GetProperty("notes").EnumerateArray().Single().GetProperty("text").GetString().ShouldBe("Karis lapp");
        foreach (var other in new[] { ola, facilitator })
        {
            var seen = await Expect(other.GetAsync(Workshop), HttpStatusCode.OK);
            seen.GetProperty("notes").GetArrayLength().ShouldBe(0);
            seen.ToString().ShouldNotContain("Karis lapp");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Events_come_from_where_one_was(bool byHeader)
    {
        var question = await WriteStepAsync();
        using var device = await JoinAsync("g1");
        await Expect(facilitator.PostAsync($"{Workshop}/reveal", content: null), HttpStatusCode.OK);
        var before = (await Expect(device.GetAsync(Workshop), HttpStatusCode.OK)).GetProperty("sequence").GetInt64();
        var note = new
        {
            id = Guid.CreateVersion7(),
            questionId = question,
            half = "b",
            text = "Linje 1\nlinje 2",
        };
        var written = await Expect(device.PostAsJsonAsync($"{Workshop}/notes", note), HttpStatusCode.Created);
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            byHeader ? $"{Workshop}/events" : $"{Workshop}/events?after={before}"
        );
        if (byHeader)
        {
            request.Headers.Add("Last-Event-ID", $"{before}");
        }
        using var answer = await device.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var fields = await FirstAsync(answer, "note-written");
        fields["id"].ShouldBe($"{written.GetProperty("sequence").GetInt64()}");
        using var data = JsonDocument.Parse(fields["data"]);
        data.RootElement.GetProperty("id").GetGuid().ShouldBe(note.id);
        data.RootElement.GetProperty("text").GetString().ShouldBe(note.text);
        data.RootElement.GetProperty("half").GetString().ShouldBe("b");
    }

    [Fact]
    public async Task The_next_step_says_what_it_is_and_what_is_asked()
    {
        var kinds = new List<string>();
        JsonElement step = default;
        while (kinds.LastOrDefault() != "write")
        {
            var moved = await Expect(facilitator.PostAsync($"{Workshop}/steps/next", content: null), HttpStatusCode.OK);
            step = moved.GetProperty("step");
            kinds.Add(step.GetProperty("kind").GetString()!);
            moved.GetProperty("sequence").GetInt64().ShouldBeGreaterThan(0);
        }
        step.GetProperty("questionId").GetString().ShouldBe("question-1");
        step.GetProperty("isCurrent").GetBoolean().ShouldBeTrue();
        var state = await Expect(facilitator.GetAsync(Workshop), HttpStatusCode.OK);
        state.GetProperty("step").GetProperty("id").GetString().ShouldBe(step.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_reveal_is_200_with_the_sequence()
    {
        await WriteStepAsync();
        var revealed = await Expect(facilitator.PostAsync($"{Workshop}/reveal", content: null), HttpStatusCode.OK);
        Names(revealed).ShouldBe(["sequence"]);
    }

    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("csv", "text/csv")]
    public async Task The_report_is_there_at_once_in_four_formats(string extension, string type)
    {
        using var device = await JoinAsync();
        foreach (var client in new[] { facilitator, device })
        {
            using var answer = await client.GetAsync($"{Workshop}/report.{extension}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
            (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(100);
        }
    }

    [Fact]
    public async Task The_list_has_id_code_and_title()
    {
        var list = await Expect(facilitator.GetAsync("/api/v1/workshops"), HttpStatusCode.OK);
        var item = list.GetProperty("items").EnumerateArray().Single();
        item.GetProperty("workshopId").GetGuid().ShouldBe(workshopId);
        item.GetProperty("code").GetString().ShouldBe(code);
        item.GetProperty("title").GetString().ShouldBe("Kontrakt");
    }

    private async Task<string> WriteStepAsync()
    {
        while (true)
        {
            var moved = await Expect(facilitator.PostAsync($"{Workshop}/steps/next", content: null), HttpStatusCode.OK);
            var step = moved.GetProperty("step");
            if (step.GetProperty("kind").GetString() == "write")
            {
                return step.GetProperty("questionId").GetString()!;
            }
        }
    }

    private async Task<HttpClient> JoinAsync(string? groupId = null)
    {
        using var api = app.Api();
        var joined = await Expect(api.PostAsJsonAsync("/api/v1/join", new { code, groupId }), HttpStatusCode.OK);
        var device = app.Api();
        device.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            joined.GetProperty("token").GetString()
        );
        return device;
    }

    private static async Task<JsonElement> Expect(Task<HttpResponseMessage> sent, HttpStatusCode status)
    {
        using var answer = await sent;
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        return JsonDocument.Parse(text).RootElement;
    }

    private static async Task<Dictionary<string, string>> FirstAsync(HttpResponseMessage answer, string kind)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Length == 0)
            {
                if (fields.GetValueOrDefault("event") == kind)
                {
                    return fields;
                }
                fields.Clear();
                continue;
            }
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0)
            {
                fields.Add(line[..colon], line[(colon + 2)..]);
            }
        }
        throw new InvalidOperationException($"The stream ended without {kind}.");
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
