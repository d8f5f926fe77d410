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
    /// <param name="line">The network it is on, when it is not the program's own address.</param>
    public Task<IPage> PhoneAsync(string language = "nb", bool hasScript = true, Uri? line = null) =>
        OpenAsync(360, 740, language, hasScript, line ?? App.Address);

    /// <summary>A laptop, signed in, or not.</summary>
    public Task<IPage> LaptopAsync(TestPerson? person = null, string language = "nb", bool hasScript = true) =>
        OpenAsync(1440, 900, language, person, hasScript);

    /// <summary>A phone of 360 pixels, signed in.</summary>
    public Task<IPage> OwnPhoneAsync(TestPerson person) => OpenAsync(360, 740, "nb", person);

    /// <summary>A laptop at another program than the hall's, signed in.</summary>
    public async Task<IPage> LaptopAtAsync(AppUnderTest app, TestPerson person, string language = "nb")
    {
        var page = await OpenAsync(1440, 900, language, hasScript: true, app.Address);
        await page.Context.AddCookiesAsync([Cookie(person.SignInCookie.Name, person.SignInCookie.Value, app.Address)]);
        return page;
    }

    /// <summary>The projector's window.</summary>
    public Task<IPage> ScreenAsync(TestPerson person, string language = "nb") =>
        OpenAsync(1920, 1080, language, person);

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }
        playwright?.Dispose();
        await App.DisposeAsync();
    }

    private async Task<IPage> OpenAsync(
        int width,
        int height,
        string language,
        TestPerson? person,
        bool hasScript = true
    )
    {
        var page = await OpenAsync(width, height, language, hasScript, App.Address);
        if (person is not null)
        {
            await page.Context.AddCookiesAsync([
                Cookie(person.SignInCookie.Name, person.SignInCookie.Value, App.Address),
            ]);
        }
        return page;
    }

    private async Task<IPage> OpenAsync(int width, int height, string language, bool hasScript, Uri site)
    {
        var context = await browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = site.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = height },
                Locale = language,
                JavaScriptEnabled = hasScript,
                // Colors that are on their way somewhere are no colors to judge.
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        await context.AddCookiesAsync([Cookie("endre-sprak", language, site)]);
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    private static Cookie Cookie(string name, string value, Uri site) =>
        new()
        {
            Name = name,
            Value = value,
            Url = site.ToString(),
        };
}
