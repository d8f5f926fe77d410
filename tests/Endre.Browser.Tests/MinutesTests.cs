using Endre.Browser.Tests.Support;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>A leader locks the minutes, a colleague reads them, something is corrected, and a copy goes out.</summary>
public sealed class MinutesTests(Hall hall)
{
    [Fact]
    public async Task Minutes_are_locked_read_corrected_and_given_out()
    {
        var leader = await hall.App.LeaderAsync("Randi Referat");
        var unit = await hall.App.InStorageAsync(storage =>
            storage.Memberships.Where(place => place.PersonId == leader.Id).Select(place => place.UnitId).SingleAsync()
        );
        var kari = await hall.App.EmployeeAsync("Kari Leser");
        var due = DateOnly.FromDateTime(hall.App.Time.GetUtcNow().UtcDateTime).AddDays(7);
        var id = await hall.App.MeetingAsync(
            unit,
            "Forbedringsmøte med et langt navn om lys, vakter og alt det andre",
            [leader, kari],
            isOver: true,
            HeldMatter
                .Of("Lyset i gangen", "Det blinker hver natt, og ingen finner bryteren.", "Alle rør byttes")
                .WithAction("Bestille lysrør", kari, due, "Ringe vaktmester"),
            HeldMatter.Of("Om én kollega", "Dette er bare for oss.", "Dagvakt innvilges")
        );

        var page = await hall.LaptopAsync(leader);
        foreach (var (width, height) in new[] { (360, 740), (1440, 900) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.GotoAsync($"/moter/{id}/referat");
            await page.ShouldBeWellAsync($"referat utkast {width}");
        }
        await page.SetViewportSizeAsync(360, 740);
        await page.PressAsync("Lås referatet");
        await page.ShouldShowAsync("av Randi Referat");

        await page.GetByText("Offentlighet", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Sak 2: Om én kollega").SelectOptionAsync(new SelectOptionValue { Value = "personnel" });
        await page.ShouldBeWellAsync("referat merking");
        await page.PressAsync("Lagre merkingen");
        await page.ShouldShowAsync("Unntatt offentlighet: offl. § 23 første ledd");

        await page.GetByText("Rett noe", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Hva er riktig?").FillAsync("Bare rørene i 2. etasje.");
        await page.PressAsync("Legg til rettelsen");
        await page.ShouldShowAsync("Bare rørene i 2. etasje.");

        await page.GotoAsync($"/moter/{id}/referat/innsyn");
        await page.ShouldBeWellAsync("innsyn");
        await page.PressAsync("Lag kopien");
        await page.ShouldShowAsync("uten navn");
        foreach (var (width, height) in new[] { (360, 740), (1440, 900) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.ShouldBeWellAsync($"innsyn laget {width}");
        }
        var reader = await hall.LaptopAsync(kari);
        foreach (var (width, height) in new[] { (360, 740), (1440, 900) })
        {
            await reader.SetViewportSizeAsync(width, height);
            await reader.GotoAsync("/referater");
            await reader.ShouldBeWellAsync($"referater {width}");
            await reader.GotoAsync($"/moter/{id}/referat");
            await reader.ShouldShowAsync("Låst");
            await reader.ShouldBeWellAsync($"referat låst {width}");
        }
        await page.Context.CloseAsync();
        await reader.Context.CloseAsync();
    }
}
