using DocumentFormat.OpenXml.Packaging;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;

namespace Endre.Web.Tests.Features.Needs;

/// <summary>The A3 shows the curves of what was tried, and nothing where nothing was counted.</summary>
public sealed class SheetFiguresTests(SharedFjord shared) : IClassFixture<SharedFjord>
{
    private readonly Fjord fjord = shared.Fjord;

    [Fact]
    public async Task The_curve_of_an_improvement_stands_on_the_sheet_and_in_its_file()
    {
        using var leader = shared.App.As(fjord.Leader);
        var (_, need) = await NeedOfAsync(leader, "Nøklene henger tolv kilometer unna");
        var improvement = await TryAsync(await leader.OpenAsync(need.Path), "Henge nøklene i bygda");
        var sheet = await leader.OpenAsync($"{need.Path}/a3");
        sheet.HasPart("Virker det?").ShouldBeFalse();
        (await PicturesAsync(leader, need)).ShouldBe(0);

        // A measure without a number has no curve.
        var measure = await MeasureAsync(improvement, "Turer etter nøkler");
        (await leader.OpenAsync($"{need.Path}/a3")).HasPart("Virker det?").ShouldBeFalse();
        await measure.Fill("Hvor mange?", "7").PressAsync("Lagre");
        sheet = await leader.OpenAsync($"{need.Path}/a3");
        var effect = sheet.TextOf("Virker det?");
        effect.ShouldContain("Turer etter nøkler");
        effect.ShouldContain("Henge nøklene i bygda");
        effect.ShouldContain("Det trengs 10 til");
        effect.ShouldContain("Lest med Anhøjs regler");
        var chart = sheet.Document.QuerySelector("svg.endre-measure-chart")!;
        chart.QuerySelector("title")!.TextContent.ShouldBe("Turer etter nøkler");
        // No table is promised where none is.
        chart.QuerySelector("desc")!.TextContent.ShouldEndWith("Hvert tall står på siden for måltallet.");
        (await PicturesAsync(leader, need)).ShouldBe(1);
        var text = await TextAsync(leader, need);
        text.ShouldContain("Virker det?");
        text.ShouldContain("Fra forbedringen Henge nøklene i bygda");
        text.ShouldContain("Lest med Anhøjs regler");
    }

    [Fact]
    public async Task What_was_tried_for_the_plunder_itself_is_there_and_what_is_out_of_use_is_not()
    {
        using var leader = shared.App.As(fjord.Leader);
        var (hassle, need) = await NeedOfAsync(leader, "Bilene er tomme for strøm");
        var improvement = await TryAsync(await leader.OpenAsync(hassle), "Lade om natta");
        var measure = await MeasureAsync(improvement, "Tomme biler");
        measure = await measure.Fill("Hvor mange?", "3").PressAsync("Lagre");
        (await leader.OpenAsync($"{need.Path}/a3")).TextOf("Virker det?").ShouldContain("Tomme biler");
        await measure.PressAsync("Ta ut av bruk");
        (await leader.OpenAsync($"{need.Path}/a3")).HasPart("Virker det?").ShouldBeFalse();
    }

    private async Task<(string Hassle, TestPage Need)> NeedOfAsync(TestBrowser leader, string text)
    {
        await fjord.SayAsync(fjord.Kari, "Med navn", text);
        var list = await leader.OpenAsync("/plunder");
        var hassle = list
            .Document.QuerySelectorAll("main a[href^='/plunder/']")
            .First(link => (link.GetAttribute("aria-label") ?? "").Contains(text, StringComparison.Ordinal))
            .GetAttribute("href")!;
        var need = await (await (await leader.OpenAsync(hassle)).FollowAsync("Lag behov av dette"))
            .Fill("Hvem trenger det?", "Hjemmesykepleierne")
            .Fill("Hva trenger de?", "å komme fram")
            .Fill("Hvorfor?", "de kjører i timevis")
            .PressAsync("Lag behovet");
        return (hassle, need);
    }

    private static async Task<TestPage> TryAsync(TestPage from, string what) =>
        await (await from.FollowAsync("Prøv noe"))
            .Fill("Hva prøver vi?", what)
            .Fill("Hva tror vi skjer?", "Vi sparer en time om dagen")
            .PressAsync("Start");

    private static async Task<TestPage> MeasureAsync(TestPage improvement, string name) =>
        await (await improvement.FollowAsync("Nytt måltall")).Fill("Hva teller vi?", name).PressAsync("Lag måltallet");

    private static async Task<int> PicturesAsync(TestBrowser browser, TestPage need)
    {
        using var file = new MemoryStream(await browser.Client.GetByteArrayAsync($"{need.Path}/a3.docx"));
        using var word = WordprocessingDocument.Open(file, isEditable: false);
        return word.MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>()
            .Count(picture => picture.Description!.Value!.Contains("Turer etter nøkler", StringComparison.Ordinal));
    }

    private static async Task<string> TextAsync(TestBrowser browser, TestPage need)
    {
        using var file = new MemoryStream(await browser.Client.GetByteArrayAsync($"{need.Path}/a3.docx"));
        using var word = WordprocessingDocument.Open(file, isEditable: false);
        return word.MainDocumentPart!.Document!.InnerText;
    }
}
