using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops;

public sealed class ImportReportTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_workshop_goes_to_an_empty_Endre_and_gives_the_same_report()
    {
        var full = await FullWorkshop.ClosedAsync(shared.App);
        using var here = shared.App.As(full.Facilitator);
        var address = $"/verksted/{full.Id}/rapport";

        await using var elsewhere = await AppUnderTest.StartAsync();
        using var there = elsewhere.As(await elsewhere.FacilitatorAsync());
        var imported = await SendAsync(there, await here.Client.GetByteArrayAsync($"{address}.json"));
        imported.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var copy = imported.Headers.Location!.ToString();

        (await there.OpenAsync(copy)).Text.ShouldBe((await here.OpenAsync(address)).Text);
        var json = await here.Client.GetStringAsync($"{address}.json");
        (await there.Client.GetStringAsync($"{copy}.json")).ShouldBe(json);
        (await WordsAsync(there, copy)).ShouldBe(await WordsAsync(here, address));
        (await there.Client.GetStringAsync($"{copy}.csv")).ShouldBe(await here.Client.GetStringAsync($"{address}.csv"));
    }

    [Fact]
    public async Task An_imported_workshop_is_still_there_after_a_restart()
    {
        var full = await FullWorkshop.ClosedAsync(shared.App);
        using var here = shared.App.Api(full.Facilitator.Token);
        var json = await here.GetByteArrayAsync($"/api/v1/workshops/{full.Id}/report.json");
        using var data = new TemporaryFolder();
        string token;
        Guid id;
        await using (var first = await AppUnderTest.StartAsync(new AppSetup { Data = data }))
        {
            token = (await first.FacilitatorAsync()).Token;
            id = await ImportAsync(first, token, json);
        }
        await using var again = await AppUnderTest.StartAsync(new AppSetup { Data = data });
        using var api = again.Api(token);
        (await api.GetByteArrayAsync($"/api/v1/workshops/{id}/report.json")).ShouldBe(json);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_workshop_and_another_file_in_it_another()
    {
        var report = await ReportAsync();
        using var browser = shared.App.As(await shared.App.FacilitatorAsync("Dobbel Inn"));
        var page = await browser.OpenAsync("/verksteder/importer");

        var sent = await Task.WhenAll(SendAsync(browser, page, Bytes(report)), SendAsync(browser, page, Bytes(report)));
        sent.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.SeeOther);
        sent[1].Headers.Location.ShouldBe(sent[0].Headers.Location);
        report["title"] = "En annen fil";
        var other = await SendAsync(browser, page, Bytes(report));
        other.Headers.Location.ShouldNotBe(sent[0].Headers.Location);
        (await browser.OpenAsync(other.Headers.Location!.ToString())).Text.ShouldContain("En annen fil");
    }

    [Fact]
    public async Task A_program_that_asks_again_with_its_id_imports_once_and_nobody_else_gets_it()
    {
        var json = Bytes(await ReportAsync());
        var token = (await shared.App.FacilitatorAsync("Inn Igjen")).Token;
        var id = Guid.CreateVersion7();
        (await ImportAsync(shared.App, token, json, id)).ShouldBe(id);
        (await ImportAsync(shared.App, token, json, id)).ShouldBe(id);
        using var stranger = shared.App.Api((await shared.App.FacilitatorAsync("Inn Gjetter")).Token);
        using var body = new ByteArrayContent(json);
        var answer = await stranger.PostAsync($"/api/v1/workshops/import?id={id}", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"format":"endre-workshop/1"}""")]
    [InlineData("""{"format":"endre-workshop/1","title":null}""")]
    [InlineData("\u0000\u0001\u0002")]
    public async Task What_is_no_report_is_refused_in_words(string text)
    {
        (await RefusedAsync(Encoding.UTF8.GetBytes(text))).ShouldContain("linje");
    }

    [Fact]
    public async Task Deep_nesting_is_refused()
    {
        var deep = $$"""{"format":{{new string('[', 100_000)}}""";
        (await RefusedAsync(Encoding.UTF8.GetBytes(deep))).ShouldContain("linje");
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        (await RefusedAsync([0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D])).ShouldContain("linje");
    }

    [Theory]
    [InlineData("groups", "null")]
    [InlineData("groups", "[]")]
    [InlineData("groups", "[null]")]
    [InlineData("groups", "{}")]
    [InlineData("notes", "[null]")]
    [InlineData("notes", "[{}]")]
    [InlineData("boards", "[{\"groupId\":\"g1\",\"questionId\":\"question-1\",\"clusters\":null}]")]
    [InlineData("plan", "{}")]
    [InlineData("plan", "{\"steps\":null,\"questions\":null}")]
    [InlineData("language", "\"tlh\"")]
    [InlineData("format", "\"endre-workshop/999\"")]
    [InlineData("title", "\"\"")]
    [InlineData("title", "\"Pasient 01020312345\"")]
    [InlineData("heldAt", "\"i går\"")]
    [InlineData("heldAt", "\"0001-01-01T00:00:00+00:00\"")]
    [InlineData("furthestStep", "-1")]
    [InlineData("furthestStep", "1e300")]
    [InlineData("answers", "[{\"proposalId\":\"00000000-0000-0000-0000-000000000001\",\"kind\":99,\"outcomes\":[]}]")]
    [InlineData(
        "answers",
        "[{\"proposalId\":\"00000000-0000-0000-0000-000000000001\",\"kind\":\"taken\",\"outcomes\":[]}]"
    )]
    [InlineData("factors", "[{\"id\":\"x\",\"kind\":\"weather\",\"name\":{\"nb\":\"Vær\"}}]")]
    public async Task A_report_with_a_part_that_is_wrong_is_refused(string part, string value)
    {
        var report = await ReportAsync();
        report[part] = JsonNode.Parse(value);
        await RefusedAsync(Bytes(report));
    }

    [Theory]
    [InlineData("format")]
    [InlineData("title")]
    [InlineData("plan")]
    [InlineData("groups")]
    [InlineData("notes")]
    [InlineData("boards")]
    [InlineData("themes")]
    [InlineData("interpretation")]
    [InlineData("answers")]
    [InlineData("factors")]
    public async Task A_report_without_one_of_its_parts_is_refused(string part)
    {
        var report = await ReportAsync();
        report.AsObject().Remove(part);
        await RefusedAsync(Bytes(report));
    }

    [Fact]
    public async Task A_report_that_points_to_what_is_not_in_it_is_refused()
    {
        foreach (var list in new[] { "groups", "notes", "boards" })
        {
            var report = await ReportAsync();
            report[list]!.AsArray().RemoveAt(0);
            (await RefusedAsync(Bytes(report))).ShouldContain("viser til noe som ikke er med");
        }
    }

    [Theory]
    [InlineData("groups")]
    [InlineData("notes")]
    [InlineData("boards")]
    [InlineData("themes")]
    [InlineData("interpretation")]
    [InlineData("answers")]
    [InlineData("factors")]
    public async Task A_report_that_says_the_same_twice_is_refused(string list)
    {
        var report = await ReportAsync();
        var items = report[list]!.AsArray();
        items.Add(items[0]!.DeepClone());
        await RefusedAsync(Bytes(report));
    }

    [Fact]
    public async Task Notes_that_lie_under_each_other_in_a_circle_are_refused()
    {
        var report = await ReportAsync();
        var (one, two) = (report["notes"]![0]!, report["notes"]![1]!);
        (one["mergedInto"], two["mergedInto"]) = (two["id"]!.DeepClone(), one["id"]!.DeepClone());
        await RefusedAsync(Bytes(report));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused()
    {
        // Else the client is still sending when the answer comes; on a busy machine that takes more than the usual second.
        using var door = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using var api = new HttpClient(door) { BaseAddress = shared.App.Address };
        var token = (await shared.App.FacilitatorAsync("Stor Fil")).Token;
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        api.DefaultRequestHeaders.ExpectContinue = true;
        using var body = new ByteArrayContent(new byte[21 * 1024 * 1024]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var answer = await api.PostAsync("/api/v1/workshops/import", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_large_file_within_the_limit_is_read_to_its_end()
    {
        var padded = new byte[12 * 1024 * 1024];
        padded.AsSpan().Fill((byte)' ');
        "{\"format\":1}"u8.CopyTo(padded);
        await RefusedAsync(padded);
    }

    [Fact]
    public async Task The_page_says_what_is_wrong_with_the_file()
    {
        using var browser = shared.App.As(await shared.App.FacilitatorAsync("Feil Fil"));
        var answer = await SendAsync(browser, Encoding.UTF8.GetBytes("{}"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("ikke en hel rapport fra Endre");
        var without = await SendAsync(browser, []);
        (await without.Content.ReadAsStringAsync()).ShouldContain("Velg en fil først.");
    }

    [Fact]
    public async Task Only_facilitators_import()
    {
        using var mari = shared.App.As(await shared.App.EmployeeAsync("Mari Import"));
        (await mari.OpenAsync("/verksteder/importer")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var api = shared.App.Api();
        var answer = await api.PostAsJsonAsync("/api/v1/workshops/import", new { });
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static JsonNode? cached;

    private async Task<JsonNode> ReportAsync()
    {
        if (cached is null)
        {
            var full = await FullWorkshop.ClosedAsync(shared.App);
            using var api = shared.App.Api(full.Facilitator.Token);
            cached = JsonNode.Parse(await api.GetStringAsync($"/api/v1/workshops/{full.Id}/report.json"))!;
        }
        return cached.DeepClone();
    }

    private static byte[] Bytes(JsonNode report) => Encoding.UTF8.GetBytes(report.ToJsonString());

    private async Task<string> RefusedAsync(byte[] json)
    {
        using var api = shared.App.Api((await shared.App.FacilitatorAsync($"Inn {Guid.CreateVersion7():N}")).Token);
        using var body = new ByteArrayContent(json);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var answer = await api.PostAsync("/api/v1/workshops/import", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, await answer.Content.ReadAsStringAsync());
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return problem.GetProperty("detail").GetString()!;
    }

    private static async Task<Guid> ImportAsync(AppUnderTest app, string token, byte[] json, Guid? askedId = null)
    {
        using var api = app.Api(token);
        using var body = new ByteArrayContent(json);
        var asked = askedId is null ? "" : $"?id={askedId}";
        var answer = await api.PostAsync($"/api/v1/workshops/import{asked}", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("workshopId").GetGuid();
    }

    private static async Task<HttpResponseMessage> SendAsync(TestBrowser browser, byte[] json) =>
        await SendAsync(browser, await browser.OpenAsync("/verksteder/importer"), json);

    private static async Task<HttpResponseMessage> SendAsync(TestBrowser browser, TestPage page, byte[] json)
    {
        string Hidden(string name) => page.Document.QuerySelector($"main input[name={name}]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Hidden("__token")), "__token" },
            { new StringContent(Hidden("commandId")), "commandId" },
            { new ByteArrayContent(json), "file", "rapport.json" },
        };
        return await browser.Client.PostAsync("/verksteder/importer", form);
    }

    private static async Task<string> WordsAsync(TestBrowser browser, string address)
    {
        var bytes = await browser.Client.GetByteArrayAsync($"{address}.docx");
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return file.MainDocumentPart!.Document!.Body!.InnerText;
    }
}
