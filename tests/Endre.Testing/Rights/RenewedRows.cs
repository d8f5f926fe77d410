using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Endre.Testing.Rights;

public sealed partial class Rows
{
    /// <summary>Makes rows that nobody has used yet.</summary>
    public async Task RenewAsync(TestPerson facilitator, bool withTemplate)
    {
        using var api = app.Api(facilitator.Token);
        var made = await PostAsync(
            api,
            "/api/v1/workshops",
            new
            {
                template = "mdi",
                title = "Rettigheter",
                groups = 2,
            }
        );
        var code = made.GetProperty("code").GetString()!;
        var joined = await PostAsync(api, "/api/v1/join", new { code, name = "Kari" });
        Workshop = new Theirs(made.GetProperty("workshopId").GetGuid(), code, joined.GetProperty("token").GetString()!);
        if (withTemplate)
            Template = await CopyTemplateAsync(facilitator);
    }

    private async Task<string> CopyTemplateAsync(TestPerson facilitator)
    {
        using var browser = app.As(facilitator);
        var page = await browser.OpenAsync("/verksteder/maler");
        await browser.PostAsync(page, "/verksteder/maler/mdi/kopi");
        return await app.InStorageAsync(storage =>
            storage.Templates.Where(t => t.OwnerId == facilitator.Id).OrderBy(t => t.Id).Select(t => t.Key).LastAsync()
        );
    }

    private static async Task<JsonElement> PostAsync(HttpClient api, string address, object body)
    {
        using var answer = await api.PostAsJsonAsync(new Uri(address, UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
