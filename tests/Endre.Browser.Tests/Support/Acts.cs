using Microsoft.Playwright;

namespace Endre.Browser.Tests.Support;

/// <summary>What people do and see on any page, told by the names that the page gives.</summary>
internal static class Acts
{
    /// <summary>Presses the button with exactly this name.</summary>
    public static Task PressAsync(this IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Follows the link with exactly this name.</summary>
    public static Task LinkAsync(this IPage page, string link) =>
        page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    public static Task ShouldHaveHeadingAsync(this IPage page, string heading) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);

    public static Task ShouldShowAsync(this IPage page, string text) =>
        Assertions.Expect(page.GetByText(text).Visible().First).ToBeVisibleAsync();

    public static Task ShouldNotShowAsync(this IPage page, string text) =>
        Assertions.Expect(page.GetByText(text)).ToHaveCountAsync(0);

    private static ILocator Visible(this ILocator found) => found.Filter(new() { Visible = true });
}
