using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops;

/// <summary>A workshop of the deck's template with two groups, and the browser of the one who leads it.</summary>
internal sealed class FacilitatedWorkshop(AppUnderTest app, TestBrowser browser, Guid id, string code) : IDisposable
{
    public TestBrowser Browser => browser;

    public Guid Id => id;

    public string Run => $"/verksted/{id}/styr";

    public string Plan => $"/verksted/{id}/oppsett";

    public string Screen => $"/verksted/{id}/skjerm";

    public static async Task<FacilitatedWorkshop> BeginAsync(AppUnderTest app, TestPerson person, int groups = 2)
    {
        using var api = app.Api(person.Token);
        var made = await api.PostAsJsonAsync(
            "/api/v1/workshops",
            new
            {
                template = "mdi",
                title = "Prøveverkstedet",
                groups,
            }
        );
        var body = await made.Content.ReadFromJsonAsync<JsonElement>();
        return new FacilitatedWorkshop(
            app,
            app.As(person),
            body.GetProperty("workshopId").GetGuid(),
            body.GetProperty("code").GetString()!
        );
    }

    public Task<TestPage> OpenAsync() => browser.OpenAsync(Run);

    public async Task GoToAsync(string step)
    {
        var page = await OpenAsync();
        while (!page.Headings.Contains(step))
        {
            page = await page.PressAsync(page.Buttons.First(b => b.StartsWith("Neste:", StringComparison.Ordinal)));
        }
    }

    /// <summary>Somebody's phone joins.</summary>
    public async Task<(HttpClient Phone, Guid ParticipantId)> JoinAsync(string name, string? groupId = null)
    {
        using var api = app.Api();
        var answer = await api.PostAsJsonAsync(
            "/api/v1/join",
            new
            {
                code,
                name,
                groupId,
            }
        );
        var body = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        var phone = app.Api();
        phone.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            body.GetProperty("token").GetString()
        );
        return (phone, body.GetProperty("participantId").GetGuid());
    }

    public async Task WriteAsync(HttpClient phone, string questionId, string half, string text)
    {
        var note = new
        {
            id = Guid.CreateVersion7(),
            questionId,
            half,
            text,
        };
        (await phone.PostAsJsonAsync($"/api/v1/workshops/{id}/notes", note)).EnsureSuccessStatusCode();
    }

    public void Dispose() => browser.Dispose();
}
