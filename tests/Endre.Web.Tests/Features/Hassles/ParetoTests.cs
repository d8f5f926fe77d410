using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Endre.Domain.Hassles;
using Endre.Domain.Organizations;
using Endre.Storage.Hassles;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>What there is most of, by the same rules for small groups as «Tall».</summary>
public sealed class ParetoTests(SharedFjord shared) : IClassFixture<SharedFjord>
{
    [Fact]
    public async Task Bars_fall_and_what_is_too_small_to_show_lies_last_in_the_rest()
    {
        var fjord = shared.Fjord;
        await SaidAsync(fjord.Neighbor, 20, "waiting");
        await SaidAsync(fjord.Department, 12, "waiting");
        await SaidAsync(fjord.Team, 3, "will-do");
        await SaidAsync(fjord.Top, 6, "waiting");
        using var browser = shared.App.As(fjord.Administrator);
        var page = await browser.OpenAsync($"/plunder/pareto?enhet={fjord.Top}");
        Rows(page).ShouldBe(["Skolen: 20: 49 %", "Hjemmetjenesten: 15: 85 %", "Fjorden kommune selv: 6: 100 %"]);
        page.Text.ShouldContain("n = 41");
        page.Text.ShouldNotContain("for få til å slutte");
        page.Text.ShouldNotContain("80");
        page.Document.QuerySelectorAll("svg.endre-pareto rect").Length.ShouldBe(3);

        // Three in the team are too few to tell a stranger, and so is what would give them away.
        page = await browser.OpenAsync($"/plunder/pareto?enhet={fjord.Department}");
        Rows(page).ShouldBe(["Annet: 15: 100 %"]);
        page.Text.ShouldContain("Deler med færre enn 5 ligger i «annet».");
        var file = await browser.Client.GetAsync($"/plunder/pareto.docx?enhet={fjord.Top}");
        using var word = WordprocessingDocument.Open(await file.Content.ReadAsStreamAsync(), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word).Select(e => e.Description).ShouldBeEmpty();
        word.MainDocumentPart!.Document!.Body!.InnerText.ShouldContain("Skolen");
        // Drawn for those who see it, said for those who do not.
        word.MainDocumentPart.ImageParts.Count().ShouldBe(2);
        word.MainDocumentPart.Document.Body.OuterXml.ShouldContain("Skolen: 20, Hjemmetjenesten: 15");
    }

    [Fact]
    public async Task Those_who_read_them_one_by_one_see_them_counted_by_answer_and_under_thirty_is_said_quietly()
    {
        var fjord = shared.Fjord;
        var team = await fjord.UnitAsync("Øya kommune", parent: null);
        var its = await fjord.PersonAsync("Ole Øyleder", team, UnitRole.Leader);
        await SaidAsync(team, 3, "will-do");
        await SaidAsync(team, 5, "waiting");
        using var leader = shared.App.As(its);
        var page = await leader.OpenAsync($"/plunder/pareto?enhet={team}&etter=svar");
        Rows(page).ShouldBe(["venter på svar: 5: 63 %", "gjør vi: 3: 100 %"]);
        page.Text.ShouldContain("n = 8: for få til å slutte noe av.");
        using var outsider = shared.App.As(fjord.Outsider);
        page = await outsider.OpenAsync($"/plunder/pareto?enhet={team}&etter=svar");
        Rows(page).ShouldBeEmpty();
        page.Text.ShouldContain("Bare det du selv kan lese, er telt med.");
        (await outsider.OpenAsync($"/plunder/pareto?enhet={Guid.CreateVersion7()}")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task Where_nothing_was_said_nothing_is_drawn()
    {
        var fjord = shared.Fjord;
        var team = await fjord.UnitAsync("Stille kommune", parent: null);
        using var leader = shared.App.As(await fjord.PersonAsync("Sol Stille", team, UnitRole.Leader));
        var file = await leader.Client.GetAsync($"/plunder/pareto.docx?enhet={team}");
        using var word = WordprocessingDocument.Open(await file.Content.ReadAsStreamAsync(), isEditable: false);
        word.MainDocumentPart!.ImageParts.ShouldBeEmpty();
    }

    private static string[] Rows(TestPage page) =>
        [
            .. page
                .Document.QuerySelectorAll("tbody tr")
                .Select(row => string.Join(": ", row.Children.Select(cell => cell.TextContent.Replace('\u00a0', ' ')))),
        ];

    private Task<int> SaidAsync(Guid unit, int count, string state) =>
        shared.App.InStorageAsync(storage =>
        {
            for (var i = 0; i < count; i++)
            {
                storage.Hassles.Add(
                    new HassleRow
                    {
                        Id = HassleId.New(),
                        UnitId = unit,
                        Speaker = "anonymous",
                        Text = "Noe tar tid",
                        Week = new DateOnly(2025, 5, 5),
                        State = state,
                    }
                );
            }
            return storage.SaveChangesAsync();
        });
}
