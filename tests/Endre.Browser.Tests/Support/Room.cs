using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests.Support;

/// <summary>A workshop in a room: the one who leads with a laptop, the big screen, and people with phones.</summary>
internal sealed class Room : IAsyncDisposable
{
    private readonly List<IPage> phones = [];

    private Room(IPage laptop, IPage screen, string code)
    {
        Laptop = laptop;
        Screen = screen;
        Code = code;
    }

    public IPage Laptop { get; }

    public IPage Screen { get; }

    /// <summary>Two in each of the three groups: the first and the fourth are in group 1.</summary>
    public IReadOnlyList<IPage> Phones => phones;

    public string Code { get; }

    /// <summary>Makes the workshop as a facilitator does, with the reflection, and shows the big screen.</summary>
    public static async Task<Room> OpenAsync(Hall hall, TestPerson facilitator, string title)
    {
        var laptop = await hall.LaptopAsync(facilitator);
        await laptop.GotoAsync("/verksteder");
        await laptop.LinkAsync("Lag ditt første verksted");
        await laptop.ShouldBeWellAsync("nytt verksted");
        await laptop.GetByRole(AriaRole.Radio, new() { Name = "MDI-verksted" }).CheckAsync();
        await laptop.GetByText("Ta med refleksjon først").First.ClickAsync();
        await laptop.GetByLabel("Navn på verkstedet").FillAsync(title);
        await laptop.PressAsync("Lag verkstedet");
        await laptop.ShouldHaveHeadingAsync(title);
        var shown = await laptop.Context.RunAndWaitForPageAsync(() => laptop.LinkAsync("Storskjerm"));
        // On the projector it is a window of its own; a tab behind another is hardly drawn.
        var screen = await hall.ScreenAsync(facilitator);
        await screen.GotoAsync(shown.Url);
        await shown.CloseAsync();
        var code = await screen.GetByRole(AriaRole.Main).Locator(".endre-code").InnerTextAsync();
        return new Room(laptop, screen, code.Replace(" ", "", StringComparison.Ordinal));
    }

    /// <summary>One more comes with a phone and types the code.</summary>
    public async Task<IPage> JoinAsync(Hall hall, string? name)
    {
        var phone = await hall.PhoneAsync();
        await phone.GotoAsync("/bli-med");
        await phone.GetByLabel("Kode").FillAsync(Code);
        await phone.PressAsync("Gå videre");
        if (name is not null)
        {
            await phone.GetByLabel("Hva kan vi kalle deg?").FillAsync(name);
        }
        await phone.PressAsync("Bli med");
        await phone.ShouldHaveHeadingAsync("Velkommen");
        phones.Add(phone);
        return phone;
    }

    /// <summary>The one who leads goes on, and everybody's page follows.</summary>
    public async Task NextAsync(string title)
    {
        await Laptop.GetByRole(AriaRole.Button, new() { Name = $"Neste: {title}", Exact = true }).ClickAsync();
        await Assertions
            .Expect(Laptop.GetByRole(AriaRole.Heading, new() { Name = title, Level = 2 }))
            .ToBeVisibleAsync();
        await EverybodyIsAtAsync(title);
    }

    public async Task EverybodyIsAtAsync(string title)
    {
        await Screen.ShouldHaveHeadingAsync(title);
        foreach (var phone in phones)
        {
            await phone.ShouldHaveHeadingAsync(title);
        }
    }

    /// <summary>Phone, laptop and big screen as they stand now.</summary>
    public async Task ShouldBeWellAsync(string step)
    {
        foreach (var phone in phones)
        {
            await phone.ShouldFitAsync($"{step}, telefon");
        }
        await Screen.ShouldBeReadFromTenMetersAsync($"{step}, skjerm");
        await Task.WhenAll(
            phones[0].ShouldBeWellAsync($"{step} telefon"),
            Laptop.ShouldBeWellAsync($"{step} styr"),
            Screen.ShouldBeWellAsync($"{step} skjerm")
        );
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in phones.Prepend(Laptop).Append(Screen))
        {
            await page.Context.CloseAsync();
        }
    }
}
