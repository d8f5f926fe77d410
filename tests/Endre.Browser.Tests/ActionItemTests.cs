using Endre.Browser.Tests.Support;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>A leader makes an action item on a phone, says that it is done, and what came of it.</summary>
public sealed class ActionItemTests(Hall hall)
{
    [Fact]
    public async Task What_one_does_is_made_done_and_told_on_a_phone()
    {
        var leader = await hall.App.LeaderAsync("Tiril Tiltak");
        var page = await hall.LaptopAsync(leader);
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync("/tiltak");
        await page.ShouldBeWellAsync("tiltak tom");
        await page.LinkAsync("Nytt tiltak");
        await page.GetByLabel("Hva gjøres?").FillAsync("Merke plassen til løfteheisen");
        await page.PressAsync("Lag tiltaket");
        await page.ShouldShowAsync("Velg hvem som er ansvarlig");
        await page.ShouldBeWellAsync("tiltak uten ansvarlig");
        (await page.GetByLabel("Hva gjøres?").InputValueAsync()).ShouldBe("Merke plassen til løfteheisen");
        await page.GetByLabel("Ansvarlig").SelectOptionAsync(new SelectOptionValue { Label = "Tiril Tiltak" });
        await page.PressAsync("Lag tiltaket");
        await page.ShouldHaveHeadingAsync("Merke plassen til løfteheisen");
        await page.ShouldBeWellAsync("tiltak åpent");

        await page.GotoAsync("/tiltak");
        await page.ShouldBeWellAsync("tiltak liste");
        await page.LinkAsync("Merke plassen til løfteheisen");
        await page.GetByLabel("Hva skjedde?").FillAsync("Plassen er merket på alle fire avdelingene");
        await page.PressAsync("Gjort");
        await page.ShouldShowAsync("Si om det virket");
        await page.ShouldBeWellAsync("tiltak gjort");
        await page.GetByLabel("Vet ikke ennå").CheckAsync();
        await page.PressAsync("Svar");
        await page.ShouldShowAsync("Spørsmålet kommer igjen");
        await page.ShouldBeWellAsync("tiltak vet ikke");
        await page.Context.CloseAsync();
    }
}
