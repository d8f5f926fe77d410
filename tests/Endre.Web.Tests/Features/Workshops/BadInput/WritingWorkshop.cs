using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops.BadInput;

/// <summary>A workshop where everybody writes, with a device of its own, and another workshop it has nothing to do with.</summary>
public sealed class WritingWorkshop : IAsyncLifetime
{
    public AppUnderTest App { get; private set; } = null!;

    public WorkshopUnderTest Workshop { get; private set; } = null!;

    public WorkshopUnderTest Another { get; private set; } = null!;

    /// <summary>A device's token in the workshop.</summary>
    public string Device { get; private set; } = "";

    /// <summary>A note that another device wrote.</summary>
    public Guid OthersNote { get; } = Guid.CreateVersion7();

    public const string OthersText = "Dette skrev en annen";

    public TestPerson Employee { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await AppUnderTest.StartAsync();
        Workshop = await App.WorkshopAsync();
        Another = await App.WorkshopAsync();
        Employee = await App.EmployeeAsync();
        await Workshop.GoToAsync("question-1-write");
        Device = await JoinAsync();
        var others = await JoinAsync();
        using var note = Json(Note(OthersNote, OthersText));
        using var answer = await SendAsync("POST", Notes, others, note);
        answer.EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>What <c>/openapi/v1.json</c> says of an answer, or null when it does not speak of it.</summary>
    public async Task<string?> DescribedAsync(string method, string path, int status)
    {
        using var client = App.Api();
        using var all = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        return
            all.RootElement.GetProperty("paths").TryGetProperty(path, out var operations)
            && operations.TryGetProperty(method.ToLowerInvariant(), out var operation)
            && operation.GetProperty("responses").TryGetProperty($"{status}", out var response)
            ? response.GetProperty("description").GetString()
            : null;
    }

    public string Notes => $"/api/v1/workshops/{Workshop.Id}/notes";

    public async Task<string> JoinAsync(string groupId = "g1")
    {
        using var body = Json(JsonSerializer.Serialize(new { code = Workshop.Code, groupId }));
        using var answer = await SendAsync("POST", "/api/v1/join", token: null, body);
        using var joined = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return joined.RootElement.GetProperty("token").GetString()!;
    }

    public async Task<HttpResponseMessage> SendAsync(
        string method,
        string address,
        string? token,
        HttpContent? content,
        string language = "nb",
        string? lastEventId = null
    )
    {
        using var client = App.Api(token);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative))
        {
            Content = content,
        };
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static string Note(Guid id, string text) =>
        JsonSerializer.Serialize(
            new
            {
                id,
                questionId = "question-1",
                half = "a",
                text,
            }
        );

    public static ByteArrayContent Json(string json, string type = "application/json") =>
        Bytes(Encoding.UTF8.GetBytes(json), type);

    public static ByteArrayContent Bytes(byte[] bytes, string? type = "application/json")
    {
        var content = new ByteArrayContent(bytes);
        if (type is not null)
        {
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }
        return content;
    }
}
