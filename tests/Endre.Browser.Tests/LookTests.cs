using System.Text;
using Endre.Browser.Tests.Support;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>Colors that are hard to use, on real pages: nothing that axe objects to, in light and dark.</summary>
public sealed class LookTests(Hall hall)
{
    private const string Look = "/virksomhet/utseende";

    // A color between two arms; drawn, so that a picture can be made of it.
    private const string Logo =
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path d="M0 0h40v24L20 40 0 24z" fill="#0a2a5e"/></svg>""";

    [Theory]
    [InlineData(
        "nb",
        "Hovedfarge (valgfritt)",
        "Støttefarge (valgfritt)",
        "Lagre fargene",
        "#f5c400",
        "#00a0ff",
        "gul"
    )]
    [InlineData(
        "en",
        "Main color (optional)",
        "Support color (optional)",
        "Save the colors",
        "#0a2a5e",
        "#ff2a00",
        "mørk"
    )]
    public async Task A_hard_color_is_tried_out_while_it_is_typed_and_then_holds_on_every_page(
        string language,
        string main,
        string support,
        string save,
        string color,
        string second,
        string name
    )
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { UsesRealTime = true });
        var page = await hall.LaptopAtAsync(app, await app.AdministratorAsync(), language);
        await page.GotoAsync(Look);
        await page.GetByLabel(support, new() { Exact = true }).FillAsync(second);
        await page.GetByLabel(main, new() { Exact = true }).FillAsync(color);
        // Nothing pressed: the page asks by itself.
        await page.Locator($"link[data-trial-sheet][href*='main={color[1..]}&support={second[1..]}']")
            .WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForFunctionAsync(
            "color => getComputedStyle(document.documentElement).getPropertyValue('--ds-color-accent-base-default').trim() === color",
            color
        );
        await page.ShouldBeWellAsync($"utseende {name} prøvd");
        await page.SetViewportSizeAsync(360, 740);
        await page.ShouldFitAsync($"utseende {name} på telefon");
        await page.PictureAsync($"utseende {name} telefon");
        await page.SetViewportSizeAsync(1440, 900);

        await page.PressAsync(save);
        await page.Locator("[role=status]").First.WaitForAsync();
        var workshop = await app.WorkshopAsync();
        foreach (
            var address in new[]
            {
                "/",
                "/finnes-ikke",
                "/personer",
                "/drivere-og-barrierer",
                $"{workshop.Page}/skjerm",
            }
        )
        {
            await page.GotoAsync(address);
            await page.ShouldBeWellAsync($"utseende {name} {address.Split('/')[^1]}");
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_logo_that_is_drawn_gets_a_picture_for_older_programs()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { UsesRealTime = true });
        var page = await hall.LaptopAtAsync(app, await app.AdministratorAsync());
        await page.GotoAsync(Look);
        await page.Locator("#logo")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "logo.svg",
                    MimeType = "image/svg+xml",
                    Buffer = Encoding.UTF8.GetBytes(Logo),
                }
            );
        await page.WaitForFunctionAsync("() => document.getElementById('picture').files.length === 1");
        await page.PressAsync("Lagre logoen");
        await page.GetByText("Logoen er lagret.").WaitForAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('header img').naturalWidth > 0");
        await page.ShouldBeWellAsync("utseende logo");
        await page.SetViewportSizeAsync(360, 740);
        await page.ShouldFitAsync("utseende logo på telefon");
        await page.PictureAsync("utseende logo telefon");
        var logo = await app.InStorageAsync(context => context.Logos.SingleAsync());
        logo.Picture.ShouldNotBeNull();
        await page.Context.CloseAsync();
    }
}
