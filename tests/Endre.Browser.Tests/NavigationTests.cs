using Endre.Browser.Tests.Support;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>The main navigation where it is most crowded: an administrator's, on a phone.</summary>
public sealed class NavigationTests(Hall hall)
{
    [Fact]
    public async Task Each_menu_opens_alone_fits_a_phone_and_lets_go()
    {
        var page = await hall.LaptopAsync(await hall.App.AdministratorAsync("Ada Meny"));
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync("/");
        foreach (var (word, place) in new[] { ("Verksted", "Maler"), ("Enheten", "Tall"), ("Administrer", "Utseende") })
        {
            await Menu(page, word).ClickAsync();
            await Place(page, place).WaitForAsync();
            (await page.Locator("nav details[open]").CountAsync()).ShouldBe(1);
            await page.ShouldBeWellAsync($"meny {word}");
        }
        await page.Keyboard.PressAsync("Escape");
        (await page.Locator("nav details[open]").CountAsync()).ShouldBe(0);
        (await page.EvaluateAsync<string>("() => document.activeElement.textContent")).ShouldBe("Administrer");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_it_leads_where_it_says()
    {
        var person = await hall.App.AdministratorAsync("Ada Skript");
        var phone = await hall.PhoneAsync(hasScript: false);
        await phone.Context.AddCookiesAsync([
            new()
            {
                Name = person.SignInCookie.Name,
                Value = person.SignInCookie.Value,
                Url = hall.App.Address.ToString(),
            },
        ]);
        await phone.GotoAsync("/");
        await Menu(phone, "Enheten").ClickAsync();
        await Menu(phone, "Administrer").ClickAsync();
        await Assertions.Expect(Place(phone, "Tall")).ToBeHiddenAsync();
        await Place(phone, "Personer").ClickAsync();
        await phone.ShouldHaveHeadingAsync("Personer");
        await phone.Context.CloseAsync();
    }

    private static ILocator Menu(IPage page, string word) =>
        page.Locator("nav summary", new() { HasTextString = word });

    private static ILocator Place(IPage page, string place) =>
        page.Locator("nav details a", new() { HasTextString = place });
}
