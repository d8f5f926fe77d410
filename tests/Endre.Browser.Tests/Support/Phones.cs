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
        var form = phone.Locator($"form[data-question='{question}'][data-half='{half}']");
        await form.GetByRole(AriaRole.Textbox).FillAsync(text);
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(phone.OwnNotes(question, half)).ToContainTextAsync(text);
    }

    /// <summary>Waits until so many of one's own notes on the half are marked as sent.</summary>
    public static Task ShouldHaveSentAsync(this IPage phone, string question, string half, int notes) =>
        Assertions
            .Expect(phone.OwnNotes(question, half).Locator("[data-state='sent']"))
            .ToHaveCountAsync(notes, new() { Timeout = 60_000 });

    public static ILocator OwnNotes(this IPage phone, string question, string half) =>
        phone.Locator($"[data-own-notes-for='{question}:{half}']");

    public static Task ShouldShowAsync(this IPage page, string text) =>
        Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();

    public static Task ShouldNotShowAsync(this IPage page, string text) =>
        Assertions.Expect(page.GetByText(text)).ToHaveCountAsync(0);
}
