using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Endre.Browser.Tests.Support;

/// <summary>What every page owes those who meet it, in light and in dark.</summary>
internal static class Judgment
{
    // A folder for pictures of every step, for whoever wants to look: ENDRE_PICTURES=/tmp/pictures
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("ENDRE_PICTURES");

    // Deque's package for Playwright opens a browser context with a page in it for every run, to gather what frames say.
    // No page of ours has frames, and those contexts were half of what all tests in the browser cost.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // What passes is counted and not told of: half the time goes into writing down where it stands.
    private static readonly object Everything = new { resultTypes = (string[])["violations"] };

    private static readonly object ColorsOnly = new
    {
        resultTypes = (string[])["violations"],
        runOnly = (string[])["color-contrast", "link-in-text-block"],
    };

    /// <summary>No violation that axe knows of, in light and dark, and nothing that sticks out at the side.</summary>
    public static async Task ShouldBeWellAsync(this IPage page, string where)
    {
        await page.ShouldFitAsync(where);
        await ShouldBeAccessibleAsync(page, where, Everything);
        await page.PictureAsync($"{where} lys");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await ShouldBeAccessibleAsync(page, $"{where}, mørkt", ColorsOnly);
        await page.PictureAsync($"{where} mørk");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <summary>Nobody scrolls sideways to read.</summary>
    public static async Task ShouldFitAsync(this IPage page, string where)
    {
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => {
                const width = document.documentElement.clientWidth;
                if (document.scrollingElement.scrollWidth <= width) return [];
                return ['the page is ' + document.scrollingElement.scrollWidth + ' wide', ...[...document.body.querySelectorAll('*')]
                    .filter(e => e.getBoundingClientRect().right > width + 1)
                    .map(e => e.tagName + '.' + e.className)];
            }
            """
        );
        wide.ShouldBeEmpty($"{where} sticks out");
    }

    /// <summary>
    /// What a group made can be read from the back of the hall. On a picture of 2.4 by 1.35 meters a letter of 2 % of the
    /// height is 19 mm tall: at ten meters more than six minutes of arc, where five are what a normal eye tells apart.
    /// </summary>
    public static async Task ShouldBeReadFromTenMetersAsync(this IPage page, string where)
    {
        var small = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll(`.endre-note-text, .endre-category-name, .endre-screen-names > li, .endre-clock,
                    .endre-screen-category li, .endre-screen-best-text, .endre-screen-question h2, .endre-screen-half,
                    .endre-place, .endre-screen-interpretation, .endre-code`)]
                .filter(e => e.checkVisibility() && e.textContent.trim())
                .filter(e => parseFloat(getComputedStyle(e).fontSize) < innerHeight * 0.02)
                .map(e => `${e.className}: ${getComputedStyle(e).fontSize}: ${e.textContent.trim().slice(0, 40)}`)
            """
        );
        small.ShouldBeEmpty($"{where} is too small");
    }

    private static async Task ShouldBeAccessibleAsync(IPage page, string where, object options)
    {
        page.Frames.Count.ShouldBe(1, $"{where}: axe would not look into a frame");
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }
        var violations = await page.EvaluateAsync<string[]>(
            """
            async options => (await axe.run(document, options)).violations.map(
                it => `${it.id}: ${it.help} at ${it.nodes.map(node => node.target.join(' ')).join(', ')}`
            )
            """,
            options
        );
        violations.Select(violation => $"{where}: {violation}").ShouldBeEmpty();
    }

    public static async Task PictureAsync(this IPage page, string name)
    {
        if (Pictures is null)
        {
            return;
        }
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true });
    }
}
