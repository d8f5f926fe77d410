using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Measures;
using Endre.Storage.Improvements.Measures;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;
using Endre.Web.Tests.Features.Improvements;

namespace Endre.Web.Tests.Features.Lineage;

/// <summary>The whole way, from what somebody said to what came of it, drawn as far as one sees it.</summary>
public sealed class ShowLineageTests(SharedFjord shared) : IClassFixture<SharedFjord>
{
    private readonly Fjord fjord = shared.Fjord;

    [Fact]
    public async Task From_a_hassle_through_its_cause_to_what_was_tried_and_done()
    {
        using var leader = shared.App.As(fjord.Leader);
        var (hassle, need) = await NeedOfAsync(leader, "Nøklene henger tolv kilometer unna");
        var causes = await leader.OpenAsync($"{need.Path}/arsaker");
        causes = await causes
            .Fill("Hvorfor er det slik? (valgfritt)", "Skapet står på basen")
            .PressAsync("Legg til svaret");
        causes.Text.ShouldContain("Skapet står på basen");
        await TryAsync(await leader.OpenAsync(need.Path), "Henge opp et nøkkelskap i bygda");

        var page = await (await leader.OpenAsync(hassle)).FollowAsync("Se hele sammenhengen");
        page.Heading.ShouldBe("Slik henger det sammen");
        var list = page.TextOf("Det samme som liste");
        list.ShouldContain("Nøklene henger tolv kilometer unna");
        list.ShouldContain("Årsak: Skapet står på basen");
        list.ShouldContain("Henge opp et nøkkelskap i bygda");
        list.ShouldContain("Runde 1: Planlegge");
        list.ShouldContain("Kommer fra: Hjemmesykepleierne trenger å ha nøklene der de er");
        page.Document.QuerySelector("svg desc")!.TextContent.ShouldStartWith("3 saker og 2 forbindelser");

        // From the other end one sees the same.
        var improvement = await page.FollowAsync("Henge opp et nøkkelskap i bygda");
        (await improvement.FollowAsync("Se hele sammenhengen"))
            .TextOf("Det samme som liste")
            .Length.ShouldBe(list.Length);
    }

    [Fact]
    public async Task What_the_numbers_say_and_whether_it_is_still_used_stand_behind_the_rounds()
    {
        using var leader = shared.App.As(fjord.Leader);
        var (_, need) = await NeedOfAsync(leader, "Dekkene er flate");
        var page = await TryAsync(await leader.OpenAsync(need.Path), "Pumpe dekkene på fredag");
        var id = Guid.Parse(page.Path.Split('/')[^1]);
        var measure = await (await page.FollowAsync("Nytt måltall"))
            .Fill("Hva teller vi?", "Punkteringer")
            .PressAsync("Lag måltallet");
        var list = await ListAsync(leader, need);
        list.ShouldNotContain("Punkteringer");
        await TellAsync(shared.App, measure, [5, 9, 6, 8, 4, 9, 5, 8, 6, 9, 5, 8]);
        (await ListAsync(leader, need)).ShouldContain("Punkteringer: Dette kan være tilfeldig.");

        await shared.App.BecomesAsync(
            id,
            one => one with { State = ImprovementState.Adopted, Ending = new("Det virker", Today.AddMonths(-4)) }
        );
        page = await leader.OpenAsync(page.Path);
        page = await page.Tick("I bruk", "Er det i bruk?").PressAsync("Svar");
        list = await ListAsync(leader, need);
        list.ShouldContain("Etter 3 måneder: I bruk");
        (await leader.OpenAsync($"{need.Path}/a3"))
            .Document.QuerySelector("#a3-map-title")!
            .ParentElement!.TextContent.ShouldContain("Etter 3 måneder: I bruk");
    }

    [Fact]
    public async Task Two_things_that_came_of_one_are_not_drawn_as_if_one_came_of_the_other()
    {
        using var leader = shared.App.As(fjord.Leader);
        var (_, need) = await NeedOfAsync(leader, "Bilene er tomme for strøm");
        await TryAsync(await leader.OpenAsync(need.Path), "Lade om natta");
        var second = await TryAsync(await leader.OpenAsync(need.Path), "Bytte bil ved lunsj");
        var page = await second.FollowAsync("Se hele sammenhengen");
        page.Text.ShouldContain("Bytte bil ved lunsj");
        page.Text.ShouldContain("Bilene er tomme for strøm");
        page.Text.ShouldNotContain("Lade om natta");
    }

    [Fact]
    public async Task Who_does_not_see_it_finds_nothing()
    {
        using var leader = shared.App.As(fjord.Leader);
        var (_, need) = await NeedOfAsync(leader, "Porten henger");
        var record = $"/sammenheng/need.{Guid.Parse(need.Path.Split('/')[^1]):N}";
        (await leader.OpenAsync(record)).Status.ShouldBe(HttpStatusCode.OK);
        using var outsider = shared.App.As(fjord.Outsider);
        (await outsider.OpenAsync(record)).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var wrong in new[] { "need", "need.1", "pilot.0199a000000040008000000000000001", "%20" })
        {
            (await leader.OpenAsync($"/sammenheng/{wrong}")).Status.ShouldBe(HttpStatusCode.NotFound, wrong);
        }
    }

    [Fact]
    public async Task The_A3_draws_it_on_the_page_and_tells_it_in_the_file()
    {
        using var leader = shared.App.As(fjord.Leader);
        var (_, need) = await NeedOfAsync(leader, "Hjelmene er våte");
        await TryAsync(await leader.OpenAsync(need.Path), "Tørke hjelmene i fyrrommet");
        var sheet = await leader.OpenAsync($"{need.Path}/a3");
        sheet.Document.QuerySelector("#a3-map-title")!.TextContent.ShouldContain("Slik henger det sammen");
        using var file = new MemoryStream(await leader.Client.GetByteArrayAsync($"{need.Path}/a3.docx"));
        using var word = WordprocessingDocument.Open(file, isEditable: false);
        var text = word.MainDocumentPart!.Document!.InnerText;
        text.ShouldContain("Slik henger det sammen");
        text.ShouldContain("Tørke hjelmene i fyrrommet");
    }

    private DateOnly Today => DateOnly.FromDateTime(shared.App.Time.GetUtcNow().UtcDateTime);

    private static async Task<string> ListAsync(TestBrowser leader, TestPage need) =>
        (await (await leader.OpenAsync(need.Path)).FollowAsync("Se hele sammenhengen")).TextOf("Det samme som liste");

    private static Task TellAsync(AppUnderTest app, TestPage measure, decimal[] numbers) =>
        app.InStorageAsync(async storage =>
        {
            var id = Guid.Parse(measure.Path.Split('/')[^1]);
            var monday = new DateOnly(2025, 12, 1);
            storage.AddRange(
                numbers.Select(
                    (number, at) =>
                        MeasurementRow.Of(
                            new Measurement(
                                Guid.CreateVersion7(),
                                id,
                                monday.AddDays(7 * at),
                                At: null,
                                new Amount(number)
                            )
                        )
                )
            );
            return await storage.SaveChangesAsync();
        });

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
            .Fill("Hva trenger de?", "å ha nøklene der de er")
            .Fill("Hvorfor?", "de kjører en time for dem")
            .PressAsync("Lag behovet");
        return (hassle, need);
    }

    private static async Task<TestPage> TryAsync(TestPage need, string what)
    {
        var page = await (await need.FollowAsync("Prøv noe"))
            .Fill("Hva prøver vi?", what)
            .Fill("Hva tror vi skjer?", "Vi sparer en time om dagen")
            .PressAsync("Start");
        page.Heading.ShouldBe(what);
        return page;
    }
}
