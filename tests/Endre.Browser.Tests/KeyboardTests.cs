using Endre.Browser.Tests.Support;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>Everything by keys alone: the mouse is never touched, and the focus is seen and never lost.</summary>
public sealed class KeyboardTests(Hall hall)
{
    private const string First = "question-1";
    private const string Second = "question-2";

    [Fact]
    public async Task Keys_are_enough_to_join_write_categorize_choose_and_be_done()
    {
        var workshop = await hall.App.WorkshopAsync(groups: 1);
        var page = await hall.LaptopAsync();
        var keys = new Keys(page);
        await JoinAsync(keys, workshop);
        await workshop.GoToAsync("question-1-write");
        await page.ShouldHaveHeadingAsync("Spørsmål 1: Noter alle innspill");
        await WriteAsync(keys, "Hva kan mobilisere", "Mobiliserer", ["Ros", "Tid"]);
        await WriteAsync(keys, "Kan vi identifisere barrierer", "Bremser", ["Travle vakter"]);
        await keys.ToAsync(AriaRole.Button, "Jeg er ferdig");
        await keys.PressAsync("Enter");
        await page.ShouldShowAsync("Du har sagt at du er ferdig.");
        await keys.ShouldHoldFocusAsync();
        workshop.State.Done["question-1-write"].Count.ShouldBe(1);

        await workshop.GoToAsync("question-1-categorize");
        await page.ShouldShowAsync("Sorter i stillhet.");
        await CategorizeAsync(keys);
        await workshop.GoToAsync("question-2-write");
        await page.ShouldHaveHeadingAsync("Spørsmål 2: Noter alle innspill");
        await WriteAsync(keys, "Kjenner vi enkle verktøy", "Enkle verktøy", ["Tavle", "Sjekkliste", "Daglig prat"]);
        await workshop.GoToAsync("question-2-choose");
        await page.ShouldHaveHeadingAsync("Spørsmål 2: De 3 \"beste\" forslagene");
        await ChooseAsync(keys, ["Tavle", "Sjekkliste", "Daglig prat"]);

        var board = workshop.State.Boards.Values.Single(b => b.QuestionId == First);
        board.Clusters.ShouldHaveSingleItem().Title.ShouldBe("Å bli sett");
        var best = workshop.State.Boards.Values.Single(b => b.QuestionId == Second).Proposals;
        best.Select(p => p.Text).ShouldBe(["Sjekkliste", "Tavle", "Daglig prat"]);
        best[1].Reason.ShouldBe("alle ser den");
        await page.Context.CloseAsync();
    }

    private static async Task JoinAsync(Keys keys, WorkshopUnderTest workshop)
    {
        await keys.Page.GotoAsync("/bli-med");
        await keys.ToAsync(AriaRole.Textbox, "Kode");
        await keys.TypeAsync(workshop.Code);
        await keys.PressAsync("Enter");
        await keys.Page.ShouldHaveHeadingAsync("Hverdagen vår");
        await keys.ToAsync(AriaRole.Button, "Bli med");
        await keys.PressAsync("Enter");
        await keys.Page.ShouldHaveHeadingAsync("Velkommen");
    }

    private static async Task WriteAsync(Keys keys, string question, string half, IReadOnlyList<string> notes)
    {
        foreach (var note in notes)
        {
            await keys.ToAsync(AriaRole.Textbox, question);
            await keys.TypeAsync(note);
            await keys.ToAsync(AriaRole.Button, $"Legg til lapp: {half}");
            await keys.PressAsync("Enter");
            await Assertions
                .Expect(keys.Page.Locator(".endre-note[data-note]").Filter(new() { HasText = note }))
                .ToBeVisibleAsync();
            await keys.ShouldHoldFocusAsync();
        }
    }

    private static async Task CategorizeAsync(Keys keys)
    {
        // Space ticks, arrows walk, Enter leads to where the ticked notes may go.
        await keys.ToAsync(AriaRole.Checkbox, "Ros");
        await keys.PressAsync("Space");
        await keys.PressAsync("ArrowDown");
        await keys.ShouldBeAtAsync(AriaRole.Checkbox, "Tid");
        await keys.PressAsync("Space");
        await keys.PressAsync("Enter");
        await keys.ShouldBeAtAsync(AriaRole.Combobox, "Flytt til");
        await keys.ToAsync(AriaRole.Button, "Flytt");
        await keys.PressAsync("Enter");
        await Assertions.Expect(keys.Page.Category("Kategori 1")).ToContainTextAsync("Tid");
        await keys.ShouldHoldFocusAsync();
        await keys.BackToAsync(AriaRole.Button, "Vi er ferdige med å sortere – sett navn");
        await keys.PressAsync("Enter");
        await keys.Page.ShouldShowAsync("Sett navn på kategoriene.");
        await keys.ShouldHoldFocusAsync();
        await keys.ToAsync(AriaRole.Textbox, "Navn på kategorien");
        await keys.TypeAsync("Å bli sett");
        await keys.PressAsync("Tab");
        await keys.PressAsync("ArrowDown");
        await keys.ToAsync(AriaRole.Button, "Lagre Kategori 1");
        await keys.PressAsync("Enter");
        await Assertions.Expect(keys.Page.Category("Å bli sett")).ToContainTextAsync("Suksessfaktor");
        await keys.ShouldHoldFocusAsync();
    }

    private static async Task ChooseAsync(Keys keys, IReadOnlyList<string> notes)
    {
        foreach (var note in notes)
        {
            await keys.ToAsync(AriaRole.Button, $"Sett blant de beste: {note}");
            await keys.PressAsync("Enter");
            await Assertions
                .Expect(keys.Page.Locator(".endre-place-text").Filter(new() { HasText = note }))
                .ToBeVisibleAsync();
            await keys.ShouldHoldFocusAsync();
        }
        await keys.BackToAsync(AriaRole.Textbox, "Hvorfor er dette blant de beste?", notes.Count);
        await keys.TypeAsync("alle ser den");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Space");
        await keys.ToAsync(AriaRole.Button, "Lagre Tavle");
        await keys.PressAsync("Enter");
        await keys.Page.ShouldShowAsync("alle ser den");
        await keys.ShouldHoldFocusAsync();
        await keys.ToAsync(AriaRole.Button, "Flytt ned: Tavle");
        await keys.PressAsync("Enter");
        await Assertions.Expect(keys.Page.Locator(".endre-place-text").First).ToHaveTextAsync("Sjekkliste");
        await keys.ShouldHoldFocusAsync();
    }
}
