using Microsoft.Playwright;

namespace Endre.Browser.Tests.Support;

/// <summary>A keyboard, and what one sees of where one is.</summary>
internal sealed class Keys(IPage page)
{
    private const int Most = 120;

    public IPage Page => page;

    /// <summary>Walks on with Tab until the focus is on what has this name; every stop on the way is to be seen.</summary>
    public Task ToAsync(AriaRole role, string name) => WalkAsync("Tab", role, name, times: 1);

    /// <summary>Walks back, past as many of the same name as it takes.</summary>
    public Task BackToAsync(AriaRole role, string name, int times = 1) => WalkAsync("Shift+Tab", role, name, times);

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    public Task ShouldBeAtAsync(AriaRole role, string name) => Assertions.Expect(Named(role, name)).ToBeFocusedAsync();

    /// <summary>The focus is somewhere in the page's main part, and one sees where.</summary>
    public async Task ShouldHoldFocusAsync()
    {
        var at = await page.EvaluateAsync<string>(
            """
            () => {
                const at = document.activeElement;
                if (!at || at === document.body) return 'nowhere';
                return at.closest('main') ? 'main' : 'outside of the main part: ' + at.outerHTML.slice(0, 120);
            }
            """
        );
        at.ShouldBe("main");
    }

    private async Task WalkAsync(string key, AriaRole role, string name, int times)
    {
        var stops = new List<string>();
        while (stops.Count < Most)
        {
            await page.Keyboard.PressAsync(key);
            stops.Add(await StopAsync());
            if (await IsAtAsync(role, name) && --times == 0)
            {
                return;
            }
        }
        throw new InvalidOperationException($"{key} never came to «{name}», but to: {string.Join(" · ", stops)}");
    }

    private async Task<bool> IsAtAsync(AriaRole role, string name) =>
        await Named(role, name).And(page.Locator(":focus")).CountAsync() > 0;

    private ILocator Named(AriaRole role, string name) =>
        page.GetByRole(role, new() { NameRegex = Texts.StartsWith(name) });

    /// <summary>Where the focus stands, by its name. What has it shows it: by a line around itself, or around its frame.</summary>
    private async Task<string> StopAsync()
    {
        var name = await page.EvaluateAsync<string>(
            """
            () => {
                const at = document.activeElement;
                if (at === document.body) return 'the window';
                const name = at.getAttribute('aria-label') ?? (at.textContent.trim().slice(0, 40) || at.name || at.tagName);
                const shows = element => {
                    if (!element) return false;
                    const style = getComputedStyle(element);
                    const hasLine = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                    return hasLine || style.boxShadow !== 'none';
                };
                const box = at.getBoundingClientRect();
                const isThere = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
                return (isThere && (shows(at) || shows(at.closest('.endre-note'))) ? '' : 'unseen: ') + name;
            }
            """
        );
        name.ShouldNotStartWith("unseen");
        return name;
    }
}
