using Deque.AxeCore.Playwright;
using Endre.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Endre.Browser.Tests.Support.Hall))]

namespace Endre.Browser.Tests.Support;

/// <summary>The real program and Debian's Chromium: a hall with a laptop and phones, shared by all journeys.</summary>
public sealed class Hall : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public AppUnderTest App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await AppUnderTest.StartAsync(new AppSetup { UsesRealTime = true });
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <summary>A phone of 360 pixels.</summary>
    public Task<IPage> PhoneAsync(string language = "nb", bool hasScript = true) =>
        OpenAsync(360, 740, language, hasScript);

    /// <summary>A laptop, signed in.</summary>
    public async Task<IPage> LaptopAsync(TestPerson person)
    {
        var page = await OpenAsync(1440, 900, "nb", hasScript: true);
        await page.Context.AddCookiesAsync([
            new Cookie
            {
                Name = person.SignInCookie.Name,
                Value = person.SignInCookie.Value,
                Url = App.Address.ToString(),
            },
        ]);
        return page;
    }

    /// <summary>No violation that axe knows of, on the page as it stands.</summary>
    public static async Task ShouldBeAccessibleAsync(IPage page, string where)
    {
        var result = await page.RunAxe();
        result
            .Violations.Select(v => $"{where}: {v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Select(n => n.Target))}")
            .ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }
        playwright?.Dispose();
        await App.DisposeAsync();
    }

    private async Task<IPage> OpenAsync(int width, int height, string language, bool hasScript)
    {
        var context = await browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = App.Address.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = height },
                Locale = language,
                JavaScriptEnabled = hasScript,
                // Colors that are on their way somewhere are no colors to judge.
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        await context.AddCookiesAsync([
            new Cookie
            {
                Name = "endre-sprak",
                Value = language,
                Url = App.Address.ToString(),
            },
        ]);
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }
}
