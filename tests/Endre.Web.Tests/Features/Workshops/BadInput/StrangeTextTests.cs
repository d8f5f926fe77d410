using System.Net;
using System.Text;
using System.Text.Json;
using Endre.Domain.Workshops.Running;
using Endre.Testing;
using static Endre.Web.Tests.Features.Workshops.BadInput.WritingWorkshop;

namespace Endre.Web.Tests.Features.Workshops.BadInput;

/// <summary>Texts that are strange and fine: what becomes of them, and that it is the same wherever they are shown.</summary>
public sealed class StrangeTextTests
{
    public static TheoryData<string, string> Texts =>
        new()
        {
            // Zero-width space, joiner and non-joiner, word joiner, byte order mark: gone.
            { "Vi\u200Bmangler\u200D\u200C\u2060\uFEFF tid", "Vimangler tid" },
            // Right-to-left marks, embeddings, overrides, isolates: gone, and what they turned stays in its order.
            { "\u200F\u202Eabc\u202C \u2067def\u2069", "abc def" },
            // What no screen shows: gone. Line breaks and tabs stay, and ends are trimmed.
            { " ab\u0007\u001Fc\td\r\ne\n ", "abc\td\ne" },
            // One letter, not a letter and a ring.
            { "A\u030Apen do\u0308r", "Åpen dör" },
            // Markup is what somebody wrote.
            { "<script>alert('hei')</script>", "<script>alert('hei')</script>" },
            { "</textarea><img src=x onerror=alert(1)>", "</textarea><img src=x onerror=alert(1)>" },
            { "&lt;b&gt; &amp; \"sitat\" {{7*7}} ${7} =1+1", "&lt;b&gt; &amp; \"sitat\" {{7*7}} ${7} =1+1" },
            // An emoji of several parts stays whole.
            { "👩‍⚕️ 👍🏽 🇳🇴 ❤️ 1️⃣", "👩‍⚕️ 👍🏽 🇳🇴 ❤️ 1️⃣" },
            // Other scripts, and Sámi.
            { "Čáhppesbáhkko שלום مرحبا 你好", "Čáhppesbáhkko שלום مرحبا 你好" },
            // Ten digits and twelve are no identity number, nor is a telephone number with its country.
            { "0101701234 og 010170123456, +47 22 22 22 22", "0101701234 og 010170123456, +47 22 22 22 22" },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task What_is_stored_is_shown_alike_everywhere(string sent, string kept)
    {
        await using var app = await AppUnderTest.StartAsync();
        var workshop = await app.WorkshopAsync();
        await workshop.GoToAsync("question-1-write");
        using var phone = app.Browser();
        var page = await workshop.JoinAsync(phone, "g1");
        page = await page.Fill(TakePartWords.Mobilizes, sent).PressAsync("Legg til lapp: Mobiliserer");
        workshop.State.Notes.Values.Single().Text.ShouldBe(kept);
        Shown(page).ShouldBe([kept]);
        page.Document.QuerySelectorAll("main script, main img[src=x]").ShouldBeEmpty();

        await workshop.ChangeAsync(new Reveal(GroupId: null, QuestionId: null));
        var device = await TokenAsync(app, workshop);
        using var api = app.Api(device);
        var sequence = workshop.State.Sequence;
        var id = Guid.CreateVersion7();
        using var body = Json(Note(id, sent));
        (await api.PostAsync($"/api/v1/workshops/{workshop.Id}/notes", body)).StatusCode.ShouldBe(
            HttpStatusCode.Created
        );

        (await StreamedAsync(api, workshop, sequence)).ShouldBe(kept);
        using var state = JsonDocument.Parse(await api.GetStringAsync($"/api/v1/workshops/{workshop.Id}"));
        state
            .RootElement.GetProperty("notes")
            .EnumerateArray()
            .Select(n => n.GetProperty("text").GetString())
            .ShouldBe([kept, kept]);
        page = await phone.OpenAsync($"{workshop.Page}/rapport");
        page.Document.QuerySelectorAll("main script, main img[src=x]").ShouldBeEmpty();
        Squeezed(page.Document.Body!.TextContent).ShouldContain(Squeezed(kept));
        using var report = JsonDocument.Parse(await api.GetStringAsync($"/api/v1/workshops/{workshop.Id}/report.json"));
        Strings(report.RootElement).ShouldContain(kept);
        var csv = Encoding.UTF8.GetString(await api.GetByteArrayAsync($"/api/v1/workshops/{workshop.Id}/report.csv"));
        csv.ShouldContain(kept.Replace("\"", "\"\"", StringComparison.Ordinal).Split('\n')[0]);
    }

    [Theory]
    [InlineData(500, "å")]
    [InlineData(500, "👍")]
    [InlineData(100, "👨‍👩‍👧")]
    public async Task The_longest_note_is_taken_whatever_it_is_written_with(int count, string sign)
    {
        await using var app = await AppUnderTest.StartAsync();
        var workshop = await app.WorkshopAsync();
        await workshop.GoToAsync("question-1-write");
        using var phone = app.Browser();
        var page = await workshop.JoinAsync(phone);
        var text = string.Concat(Enumerable.Repeat(sign, count));
        page = await page.Fill(TakePartWords.Mobilizes, text).PressAsync("Legg til lapp: Mobiliserer");
        page.Status.ShouldBe(HttpStatusCode.OK);
        Shown(page).ShouldBe([text]);
        page = await page.Fill(TakePartWords.Mobilizes, text + "x").PressAsync("Legg til lapp: Mobiliserer");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Teksten er for lang: 501 tegn. Kort den ned til 500."]);
        page.ValueOf(TakePartWords.Mobilizes).ShouldBe(text + "x");
    }

    private static async Task<string> TokenAsync(AppUnderTest app, WorkshopUnderTest workshop)
    {
        using var api = app.Api();
        using var body = Json(JsonSerializer.Serialize(new { code = workshop.Code, groupId = "g1" }));
        using var answer = await api.PostAsync("/api/v1/join", body);
        using var joined = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return joined.RootElement.GetProperty("token").GetString()!;
    }

    private static async Task<string?> StreamedAsync(HttpClient api, WorkshopUnderTest workshop, long after)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var stream = await api.GetStreamAsync(
            $"/api/v1/workshops/{workshop.Id}/events?after={after}",
            patience.Token
        );
        using var reader = new StreamReader(stream);
        var kind = "";
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                kind = line["event: ".Length..];
            }
            if (kind == "note-written" && line.StartsWith("data: ", StringComparison.Ordinal))
            {
                using var data = JsonDocument.Parse(line["data: ".Length..]);
                return data.RootElement.GetProperty("text").GetString();
            }
        }
        return null;
    }

    private static IEnumerable<string?> Strings(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
            JsonValueKind.String => [element.GetString()],
            _ => [],
        };

    private static List<string> Shown(TestPage page) =>
        [
            .. page
                .Document.QuerySelectorAll("#board li[data-note] p[data-slot=text]")
                .Select(slot => slot.TextContent.Trim()),
        ];

    private static string Squeezed(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>The words of the page that tests go by.</summary>
internal static class TakePartWords
{
    public const string Mobilizes =
        "Hva kan mobilisere medarbeidernes initiativ og involvering i endring- og innovasjonsarbeid?";
}
