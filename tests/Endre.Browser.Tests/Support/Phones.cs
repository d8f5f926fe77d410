using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests.Support;

/// <summary>What people do with a phone in a workshop.</summary>
internal static class Phones
{
    public static async Task JoinAsync(this IPage phone, WorkshopUnderTest workshop, string button = "Bli med")
    {
        await phone.GotoAsync($"/bli-med/{workshop.Code}");
        await phone
            .GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Button, new() { Name = button, Exact = true })
            .ClickAsync();
        await phone.WaitForURLAsync($"**{workshop.Page}*");
    }

    /// <summary>Writes a note on a question's half and waits until it stands among one's own.</summary>
    public static async Task WriteAsync(this IPage phone, string question, string half, string text)
    {
        var form = phone.NoteForm(question, half);
        await form.GetByRole(AriaRole.Textbox).FillAsync(text);
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(phone.OwnNotes(question, half)).ToContainTextAsync(text);
    }

    public static ILocator NoteForm(this IPage phone, string question, string half) =>
        phone.Locator($"form[data-question='{question}'][data-half='{half}']");

    /// <summary>Waits until so many of one's own notes on the half are marked as sent.</summary>
    public static Task ShouldHaveSentAsync(this IPage phone, string question, string half, int notes) =>
        Assertions
            .Expect(phone.OwnNotes(question, half).Locator("[data-state='sent']"))
            .ToHaveCountAsync(notes, new() { Timeout = 60_000 });

    public static ILocator OwnNotes(this IPage phone, string question, string half) =>
        phone.Locator($"[data-own-notes-for='{question}:{half}']");

    /// <summary>
    /// Waits until the phone has kept the page, so that it can be opened again without a network. It does so at leisure,
    /// which the phone's own clock makes short.
    /// </summary>
    public static Task ShouldHaveKeptAsync(this IPage phone, string page) =>
        Eventually.ShouldBeAsync(
            async () =>
            {
                await phone.Clock.FastForwardAsync(20_000);
                return await phone.EvaluateAsync<bool>("async page => !!(await caches.match(page))", page);
            },
            true
        );

    /// <summary>Ticks notes on a board.</summary>
    public static async Task PickAsync(this IPage phone, params string[] notes)
    {
        foreach (var note in notes)
        {
            await phone.GetByRole(AriaRole.Checkbox, new() { Name = note, Exact = true }).CheckAsync();
        }
    }

    /// <summary>Puts the ticked notes somewhere by the choice below the board.</summary>
    public static async Task MoveToAsync(this IPage phone, string category)
    {
        await phone.GetByLabel("Flytt til").SelectOptionAsync(new SelectOptionValue { Label = category });
        await phone.PressAsync("Flytt");
    }

    /// <summary>A category, by its name.</summary>
    public static ILocator Category(this IPage page, string name) =>
        page.GetByRole(AriaRole.Group, new() { NameRegex = Texts.StartsWith(name) });

    /// <summary>Names a category, says what it is, and ties it to a driver or barrier.</summary>
    public static async Task DescribeAsync(this IPage phone, string before, string name, string kind, string? factor)
    {
        var category = phone.Category(before);
        await category.GetByLabel("Navn på kategorien").FillAsync(name);
        await category.GetByRole(AriaRole.Radio, new() { Name = kind }).CheckAsync();
        if (factor is not null)
        {
            await category.GetByText("Knytt til drivere og barrierer").ClickAsync();
            await category.GetByRole(AriaRole.Checkbox, new() { Name = factor, Exact = true }).CheckAsync();
        }
        await category.GetByRole(AriaRole.Button, new() { Name = $"Lagre {before}", Exact = true }).ClickAsync();
        await Assertions.Expect(phone.Category(name)).ToBeVisibleAsync();
    }

    /// <summary>Puts a note among the best.</summary>
    public static async Task ProposeAsync(this IPage phone, string note)
    {
        await phone.PressAsync($"Sett blant de beste: {note}");
        await Assertions.Expect(phone.Place(note)).ToBeVisibleAsync();
    }

    /// <summary>Says why a proposal is among the best and who can do something about it.</summary>
    public static async Task GiveReasonAsync(this IPage phone, string proposal, string reason, string reach)
    {
        var place = phone.Place(proposal);
        await place.GetByLabel("Hvorfor er dette blant de beste?").FillAsync(reason);
        await place.GetByRole(AriaRole.Radio, new() { Name = reach }).CheckAsync();
        await phone.PressAsync($"Lagre {proposal}");
        await Assertions.Expect(place.GetByText($"Fordi {reason}")).ToBeVisibleAsync();
    }

    private static ILocator Place(this IPage phone, string proposal) =>
        phone
            .GetByRole(AriaRole.Listitem)
            .Filter(new() { Has = phone.Locator($".endre-place-text:text-is('{proposal}')") });
}
