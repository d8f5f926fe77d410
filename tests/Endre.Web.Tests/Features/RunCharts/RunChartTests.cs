using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Endre.Web.Tests.Features.RunCharts;

public sealed class RunChartTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Before = "12 15 11 14 13 16 12 15 11 14";
    private const string After = "8 7 9 8 6 7 9 8";

    [Theory]
    [InlineData("nb", "8 tall på rad ligger under midten (nr. 11–18). Det er neppe tilfeldig. Det er bedre enn før.")]
    [InlineData("nn", "8 tal på rad ligg under midten (nr. 11–18). Det er neppe tilfeldig. Det er betre enn før.")]
    [InlineData(
        "en",
        "8 numbers in a row lie below the middle (no. 11–18). That is hardly chance. It is better than before."
    )]
    public async Task One_sentence_tells_whether_it_is_more_than_chance(string language, string verdict)
    {
        using var browser = shared.App.Browser().Speaks(language);
        var page = await browser.OpenAsync(Address($"{Before} {After}", baseline: "10", better: "lavere"));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Headings.ShouldContain(verdict);
        page.Document.QuerySelectorAll("svg .endre-run-chart-point").Length.ShouldBe(18);
        page.Document.QuerySelectorAll("svg [data-marked]").Length.ShouldBe(8);
        page.Document.QuerySelectorAll("table tbody tr").Length.ShouldBe(18);
    }

    [Fact]
    public async Task Without_a_baseline_nothing_is_called_better()
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync(Address("12 15 11 14 13 16 8 7 9 8 6 7", better: "lavere"));
        page.Text.ShouldContain("mer enn tilfeldig", Case.Insensitive);
        page.Text.ShouldNotContain("bedre enn før");
    }

    [Fact]
    public async Task Few_numbers_and_chance_say_so()
    {
        using var browser = shared.App.Browser();
        (await browser.OpenAsync(Address("3 4 5"))).Text.ShouldContain("For få tall til å si noe ennå: 2 teller");
        (await browser.OpenAsync(Address(Before))).Headings.ShouldContain(
            "Dette kan være tilfeldig. Kurven viser ingen tegn til endring."
        );
        (await browser.OpenAsync(Address("5 5 5"))).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.OpenAsync(Address("- -"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("12 tolv", "", "«tolv» (nr. 2) er ikke et tall.")]
    [InlineData("", "", "Skriv inn minst ett tall.")]
    [InlineData("1 2 3", "4", "Skriv et helt tall fra 1 til 3")]
    [InlineData("1 2 3", "to", "Skriv et helt tall fra 1 til 3")]
    [InlineData("1 2 3", "3", "Bare 2 av tallene fra før teller")]
    public async Task What_cannot_be_read_is_told_at_its_field_and_stays(string values, string baseline, string told)
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync(Address(values, baseline));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Document.QuerySelector("[data-field=validation]")!.TextContent.ShouldContain(told);
        page.ValueOf("Tallene").ShouldBe(values);
    }

    [Fact]
    public async Task The_toolbox_leads_to_it()
    {
        using var browser = shared.App.Browser();
        var list = await browser.OpenAsync("/verktoykasse");
        (await list.FollowAsync("Rundiagram: mer enn tilfeldig?")).Heading.ShouldBe("Mer enn tilfeldig?");
    }

    [Fact]
    public async Task Programs_get_the_counts_and_the_limits()
    {
        using var client = shared.App.Api();
        double?[] values = [1, 2, 1, 2, 1, 2, null, 9, 8, 9, 8, 9, 8];
        var answer = await client.PostAsJsonAsync("/api/v1/run-charts", new { values, rules = "anhoej" });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var chart = await answer.Content.ReadFromJsonAsync<JsonElement>();
        (chart.GetProperty("useful").GetInt32(), chart.GetProperty("median").GetDouble()).ShouldBe((12, 5));
        (chart.GetProperty("longestRun").GetInt32(), chart.GetProperty("longestRunLimit").GetInt32()).ShouldBe((6, 7));
        (chart.GetProperty("crossings").GetInt32(), chart.GetProperty("crossingsLimit").GetInt32()).ShouldBe((1, 3));
        chart.GetProperty("runs").GetInt32().ShouldBe(2);
        (chart.GetProperty("runsLower").GetInt32(), chart.GetProperty("runsUpper").GetInt32()).ShouldBe((4, 10));
        chart.GetProperty("signals").EnumerateArray().Select(s => s.GetString()).ShouldBe(["few-crossings"]);

        var perla = await client.PostAsJsonAsync("/api/v1/run-charts", new { values, rules = "perla" });
        var signals = (await perla.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("signals");
        signals.EnumerateArray().Select(s => s.GetString()).ShouldBe(["shift", "few-runs"]);
    }

    [Fact]
    public async Task Under_ten_useful_there_are_no_limits()
    {
        using var client = shared.App.Api();
        var answer = await client.PostAsJsonAsync("/api/v1/run-charts", new { values = new[] { 1, 9 } });
        var chart = await answer.Content.ReadFromJsonAsync<JsonElement>();
        chart.GetProperty("longestRunLimit").ValueKind.ShouldBe(JsonValueKind.Null);
        chart.GetProperty("signals").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"values":[1,2],"rules":"western-electric"}""", 422, "run-chart-rules-unknown")]
    [InlineData("""{"values":[]}""", 422, "values-missing")]
    [InlineData("""{}""", 422, "values-missing")]
    [InlineData("""{"values":[1e13]}""", 422, "value-out-of-range")]
    [InlineData("""{"values":["ti"]}""", 400, "")]
    [InlineData("""{"values":[1,""", 400, "")]
    public async Task What_programs_send_wrongly_is_told(string body, int status, string type)
    {
        using var client = shared.App.Api();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await client.PostAsync(new Uri("/api/v1/run-charts", UriKind.Relative), content);
        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString()!.ShouldContain(type);
    }

    private static string Address(string values, string baseline = "", string better = "") =>
        $"/rundiagram?verdier={Uri.EscapeDataString(values)}&utgangspunkt={baseline}&bedre={better}&regler=anhoej";
}
