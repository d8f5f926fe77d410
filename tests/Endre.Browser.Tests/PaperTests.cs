using Endre.Browser.Tests.Support;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>A hall with bad Wi-Fi: sheets are printed before, and what was written is typed in afterwards.</summary>
public sealed class PaperTests(Hall hall)
{
    private static readonly (int Width, int Height)[] Sizes = [(1440, 900), (360, 740)];

    [Fact]
    public async Task Sheets_are_looked_at_and_notes_typed_in_with_the_keyboard_alone()
    {
        var workshop = await hall.App.WorkshopAsync(groups: 2);
        await workshop.GoToAsync("question-2-choose");
        var laptop = await hall.LaptopAsync(workshop.Facilitator);
        await laptop.GotoAsync($"{workshop.Page}/papir");
        await ShouldFitAndBeAccessibleAsync(laptop, "papir");

        await laptop.GotoAsync($"{workshop.Page}/papir/skriv-inn");
        await laptop.Keyboard.TypeAsync("21a");
        await laptop.Keyboard.PressAsync("Enter");
        var one = laptop.GetByLabel("Én lapp om gangen");
        await one.FocusAsync();
        foreach (var text in new[] { "Mer tid", "Færre møter" })
        {
            await laptop.Keyboard.TypeAsync(text);
            await laptop.Keyboard.PressAsync("Enter");
            await Assertions.Expect(laptop.GetByRole(AriaRole.Listitem).GetByText(text)).ToBeVisibleAsync();
            await Assertions.Expect(one).ToBeFocusedAsync();
            await Assertions.Expect(one).ToHaveValueAsync("");
        }

        var many = laptop.GetByLabel("Mange lapper");
        await many.FillAsync($"Skriveren\n{new string('x', 501)}");
        await laptop.GetByRole(AriaRole.Button, new() { Name = "Legg til lappene" }).ClickAsync();
        await Assertions.Expect(laptop.GetByRole(AriaRole.Alert)).ToContainTextAsync("Linje 2:");
        await Assertions.Expect(many).ToBeFocusedAsync();
        await Assertions.Expect(many).ToHaveValueAsync($"Skriveren\n{new string('x', 501)}");
        await ShouldFitAndBeAccessibleAsync(laptop, "skriv inn, avvist");

        await many.FillAsync("Skriveren\nRapporter");
        await laptop.GetByRole(AriaRole.Button, new() { Name = "Legg til lappene" }).ClickAsync();
        await Assertions.Expect(laptop.GetByRole(AriaRole.Status)).ToContainTextAsync("2 lapper er lagt til.");
        await Assertions.Expect(many).ToHaveValueAsync("");
        await laptop.ReloadAsync();
        await Assertions.Expect(many).ToHaveValueAsync("");
        workshop
            .State.Notes.Values.OrderBy(n => n.Sequence)
            .Select(n => (n.Text, n.GroupId, n.IsFromPaper))
            .ShouldBe([
                ("Mer tid", "g2", true),
                ("Færre møter", "g2", true),
                ("Skriveren", "g2", true),
                ("Rapporter", "g2", true),
            ]);
        await ShouldFitAndBeAccessibleAsync(laptop, "skriv inn");
        await laptop.Context.CloseAsync();
    }

    [Fact]
    public async Task Each_sheet_is_one_page_of_paper()
    {
        var workshop = await hall.App.WorkshopAsync(groups: 2);
        var laptop = await hall.LaptopAsync(workshop.Facilitator);
        await laptop.GotoAsync($"{workshop.Page}/papir");
        var sheets = await laptop.GetByRole(AriaRole.Article).CountAsync();
        var pdf = System.Text.Encoding.Latin1.GetString(await laptop.PdfAsync(new() { PreferCSSPageSize = true }));
        sheets.ShouldBe(16);
        // Every page object of the file names its type once; the tree of pages is another type.
        (pdf.Split("/Type /Page\n").Length - 1).ShouldBe(sheets);
        await laptop.Context.CloseAsync();
    }

    private static async Task ShouldFitAndBeAccessibleAsync(IPage page, string where)
    {
        foreach (var (width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            await page.ShouldBeWellAsync($"{where}, {width}");
            await page.ShouldFitAsync($"{where}, {width}");
        }
        await page.SetViewportSizeAsync(Sizes[0].Width, Sizes[0].Height);
    }
}
