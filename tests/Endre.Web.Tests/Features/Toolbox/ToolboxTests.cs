using System.Net;

namespace Endre.Web.Tests.Features.Toolbox;

public sealed class ToolboxTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string[] Tools =
    [
        "blt",
        "hvorfor-tre",
        "fiskebein",
        "pareto",
        "a3",
        "affinitet",
        "nominell-gruppe",
        "prikkstemming",
        "1-2-4-alle",
        "evaluering-etterpa",
    ];

    [Theory]
    [InlineData("nb", "Når", "Slik gjør dere", "Et eksempel", "Pass på")]
    [InlineData("nn", "Når", "Slik gjer de", "Eit døme", "Pass på")]
    [InlineData("en", "When", "How to do it", "An example", "Take care")]
    public async Task Every_tool_has_a_page_with_when_how_minutes_cautions_and_a_filled_example(
        string language,
        string when,
        string how,
        string example,
        string caution
    )
    {
        using var browser = shared.App.Browser().Speaks(language);
        var list = await browser.OpenAsync("/verktoykasse");
        // The run chart is no page to read but one to use.
        list.Document.QuerySelectorAll("main li h2").Length.ShouldBe(Tools.Length + 1);
        foreach (var tool in Tools)
        {
            var page = await browser.OpenAsync($"/verktoykasse/{tool}");
            page.Status.ShouldBe(HttpStatusCode.OK);
            list.HasLink(page.Heading).ShouldBeTrue(page.Heading);
            foreach (var part in new[] { when, how, example, caution })
                page.TextOf(part).Length.ShouldBeGreaterThan(part.Length + 20);
            page.Text.ShouldContain(language == "en" ? "minutes" : "minutt");
            page.Document.QuerySelectorAll("#how + ol > li").Length.ShouldBeGreaterThan(2);
        }
    }

    [Theory]
    [InlineData("hvorfor-tre", "Fem er ingen regel.")]
    [InlineData("hvorfor-tre", "BMJ Quality & Safety 2017")]
    [InlineData("pareto", "Under 30 til sammen sier rekkefølgen nesten ingenting.")]
    [InlineData("pareto", "Skriv det ikke som et funn.")]
    [InlineData("a3", "Står løsningen i tittelen, er arket skrevet baklengs.")]
    public async Task What_a_tool_cannot_do_is_said_plainly(string tool, string caution)
    {
        using var browser = shared.App.Browser();
        (await browser.OpenAsync($"/verktoykasse/{tool}")).TextOf("Pass på").ShouldContain(caution);
    }

    [Theory]
    [InlineData("hvorfor-tre")]
    [InlineData("fiskebein")]
    [InlineData("pareto")]
    [InlineData("prikkstemming")]
    public async Task A_drawn_example_has_a_title_and_stands_as_text_too(string tool)
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync($"/verktoykasse/{tool}");
        var drawing = page.Document.QuerySelector("main svg[role=img]").ShouldNotBeNull();
        drawing.QuerySelector("title")!.TextContent.ShouldNotBeEmpty();
        var said = page.Document.QuerySelectorAll(
            "main svg ~ .endre-table td, main ul.endre-example li, main dd, main table th"
        );
        said.Length.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task What_is_no_tool_is_not_found()
    {
        using var browser = shared.App.Browser();
        (await browser.OpenAsync("/verktoykasse/hammer")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
