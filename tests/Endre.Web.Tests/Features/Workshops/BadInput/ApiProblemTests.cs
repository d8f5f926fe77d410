using System.Net;
using System.Text;
using System.Text.Json;
using static Endre.Web.Tests.Features.Workshops.BadInput.WritingWorkshop;

namespace Endre.Web.Tests.Features.Workshops.BadInput;

/// <summary>
/// Whatever a program sends that cannot be used is answered with a problem that says what is wrong, at which field, in
/// the language of the request, and nothing is changed by it.
/// </summary>
public sealed class ApiProblemTests(WritingWorkshop shared) : IClassFixture<WritingWorkshop>
{
    private static readonly BadRequest[] Rows = [.. BadNotes.All, .. BadRequests.All];

    public static TheoryData<string> Names => [.. Rows.Select(r => $"{r}")];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_that_cannot_be_used_says_why(string name)
    {
        var row = Rows.Single(r => $"{r}" == name);
        var before = shared.Workshop.State;
        var details = new List<string>();
        foreach (var language in new[] { "nb", "nn", "en" })
        {
            using var body = await FillAsync(row.Body());
            using var answer = await shared.SendAsync(
                row.Method,
                Fill(row.Address),
                TokenOf(row.Asker),
                body,
                language
            );
            var text = await answer.Content.ReadAsStringAsync();
            ((int)answer.StatusCode).ShouldBe(row.Status, text);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            var problem = JsonDocument.Parse(text).RootElement;
            problem.GetProperty("status").GetInt32().ShouldBe(row.Status);
            problem.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
            if (row.Type.Length > 0)
            {
                problem.GetProperty("type").GetString().ShouldBe($"urn:endre:problem:{row.Type}");
            }
            (problem.TryGetProperty("field", out var field) ? field.GetString() : null).ShouldBe(row.Field);
            text.ShouldNotContain(OthersText);
            details.Add(problem.GetProperty("detail").GetString()!);
        }
        details.ShouldAllBe(d => d.Length > 10);
        // The Norwegian ones are Norwegian, and may be spelled alike.
        details[2].ShouldNotBe(details[0]);
        shared.Workshop.State.Sequence.ShouldBe(before.Sequence);
        shared.Workshop.State.Notes.ShouldBe(before.Notes);
    }

    [Fact]
    public async Task Every_problem_that_is_answered_is_described()
    {
        var silent = new List<string>();
        foreach (var row in Rows.Where(r => r.Type.Length > 0))
        {
            var path = row
                .Address.Split('?')[0]
                .Replace("{notes}", "/api/v1/workshops/{id}/notes", StringComparison.Ordinal)
                .Replace("{another}", "{id}", StringComparison.Ordinal)
                .Replace("0198f000-0000-7000-8000-000000000000", "{id}", StringComparison.Ordinal);
            var described = await shared.DescribedAsync(row.Method, path, row.Status);
            if (described?.Contains($"urn:endre:problem:{row.Type}", StringComparison.Ordinal) is not true)
            {
                silent.Add($"{row.Method} {path} {row.Status} {row.Type}: {described}");
            }
        }
        silent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("1; DROP TABLE events")]
    public async Task A_bad_last_event_id_says_why(string lastEventId)
    {
        using var answer = await shared.SendAsync(
            "GET",
            $"/api/v1/workshops/{shared.Workshop.Id}/events",
            shared.Device,
            content: null,
            "en",
            lastEventId
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("after-malformed");
    }

    [Fact]
    public async Task A_sequence_nobody_has_reached_is_answered_with_a_refresh()
    {
        var address = $"/api/v1/workshops/{shared.Workshop.Id}/events?after={long.MaxValue}";
        using var answer = await shared.SendAsync("GET", address, shared.Device, content: null);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        (await reader.ReadLineAsync()).ShouldBe($"id: {shared.Workshop.State.Sequence}");
        (await reader.ReadLineAsync()).ShouldBe("event: refresh");
    }

    [Fact]
    public async Task A_zero_in_a_text_is_left_out()
    {
        var id = Guid.CreateVersion7();
        using var body = Json(WritingWorkshop.Note(id, "a\0b"));
        using var answer = await shared.SendAsync("POST", shared.Notes, shared.Device, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        shared.Workshop.State.Notes[id].Text.ShouldBe("ab");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/vnd.endre+json")]
    [InlineData(null)]
    public async Task Json_is_taken_whatever_it_is_called_and_unknown_fields_do_no_harm(string? type)
    {
        var json =
            $$"""{"id":"{{Guid.CreateVersion7()}}","questionId":"question-1","half":"a","text":"x","farge":[1],"sequence":7}""";
        using var body = Bytes(Encoding.UTF8.GetBytes(json), type);
        using var answer = await shared.SendAsync("POST", shared.Notes, shared.Device, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private string? TokenOf(Asker who) =>
        who switch
        {
            Asker.Device => shared.Device,
            Asker.Facilitator => shared.Workshop.Facilitator.Token,
            Asker.AnotherFacilitator => shared.Another.Facilitator.Token,
            Asker.Employee => shared.Employee.Token,
            Asker.Forger => "ep_" + new string('x', 43),
            _ => null,
        };

    private string Fill(string text) =>
        text.Replace("{notes}", shared.Notes, StringComparison.Ordinal)
            .Replace("{id}", $"{shared.Workshop.Id}", StringComparison.Ordinal)
            .Replace("{another}", $"{shared.Another.Id}", StringComparison.Ordinal)
            .Replace("{code}", shared.Workshop.Code, StringComparison.Ordinal)
            .Replace($"{BadRequest.Others}", $"{shared.OthersNote}", StringComparison.Ordinal);

    private async Task<HttpContent?> FillAsync(HttpContent? body)
    {
        if (body is null || body.Headers.ContentType?.MediaType != "application/json")
        {
            return body;
        }
        var bytes = await body.ReadAsByteArrayAsync();
        // Latin-1 keeps every byte as it is, also those that are no UTF-8.
        return Bytes(Encoding.Latin1.GetBytes(Fill(Encoding.Latin1.GetString(bytes))));
    }
}
