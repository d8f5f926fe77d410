using System.Globalization;
using Endre.Browser.Tests.Support;
using Endre.Testing;

namespace Endre.Browser.Tests;

/// <summary>A group counts on its phones, and a sentence tells it whether the curve is more than chance.</summary>
public sealed class MeasureTests(Hall hall)
{
    private static readonly int[] Counted = [9, 12, 7, 11, 8, 13, 10, 7, 12, 9, 11, 8, 7, 7, 8, 6, 5, 7, 4];

    [Fact]
    public async Task A_number_told_behind_the_QR_code_makes_the_sentence()
    {
        var leader = await hall.App.LeaderAsync("Mona Måler");
        var page = await hall.LaptopAsync(leader);
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync("/forbedringer/ny");
        await page.GetByLabel("Hva prøver vi?").FillAsync("Fast plass til heisen");
        await page.GetByLabel("Hva tror vi skjer?").FillAsync("Vi leter mindre");
        await page.PressAsync("Start");
        await page.ShouldHaveHeadingAsync("Fast plass til heisen");
        await page.LinkAsync("Nytt måltall");
        await page.ShouldBeWellAsync("måltall nytt");
        await page.PressAsync("Lag måltallet");
        await page.ShouldShowAsync("Noe må rettes");
        await page.GetByLabel("Hva teller vi?").FillAsync("Ganger vi lette etter heisen");
        await page.PressAsync("Lag måltallet");
        await page.ShouldHaveHeadingAsync("Ganger vi lette etter heisen");
        await page.ShouldBeWellAsync("måltall uten tall");
        var measure = page.Url;

        // The weeks before this one, from a spreadsheet.
        var today = DateOnly.ParseExact(
            await page.GetByLabel("En dag i uka").InputValueAsync(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture
        );
        var lines = Counted.Select((number, at) => $"{today.AddDays(-7 * (Counted.Length - at)):d.M.yyyy}\t{number}");
        await page.LinkAsync("Lim inn eller importer mange");
        await page.ShouldBeWellAsync("måltall lim inn");
        await page.GetByLabel("Lim inn tallene").FillAsync(string.Join('\n', lines.Append("i fjor\t3")));
        await page.PressAsync("Se hva som blir lagret");
        await page.ShouldShowAsync("Nye tall: 19");
        await page.ShouldShowAsync("«i fjor» er ikke en dag");
        await page.ShouldBeWellAsync("måltall forhåndsvisning");
        await page.PressAsync("Lagre tallene");
        await page.ShouldShowAsync("Lagret: 19 nye tall, 0 rettet.");
        await page.GetByText("Utgangspunkt", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Siste dag før endringen").FillAsync($"{today.AddDays(-7 * 8):yyyy-MM-dd}");
        await page.PressAsync("Lås utgangspunktet");
        await page.ShouldShowAsync("Lagret.");

        await page.LinkAsync("QR-kode til veggen");
        await page.ShouldBeWellAsync("måltall ark");
        var link = await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Åpne lenken" })
            .GetAttributeAsync("href");
        var phone = await hall.PhoneAsync(hasScript: false);
        await phone.GotoAsync(link!);
        await phone.ShouldHaveHeadingAsync("Ganger vi lette etter heisen");
        await phone.GetByLabel("Hvor mange?").FillAsync("5");
        await phone.PressAsync("Lagre");
        await phone.ShouldShowAsync("Lagret. Takk!");
        await phone.Context.CloseAsync();
        var other = await hall.PhoneAsync();
        await other.GotoAsync(link!);
        await other.ShouldBeWellAsync("måltall på telefon");
        await other.GetByLabel("Hvor mange?").FillAsync("6");
        await other.PressAsync("Lagre");
        await other.ShouldShowAsync("Det står allerede 5");
        await other.ShouldBeWellAsync("måltall på telefon står der");
        await other.Context.CloseAsync();

        await page.GotoAsync(measure);
        await page.ShouldShowAsync("Åtte uker på rad bedre enn før. Det er neppe tilfeldig.");
        await page.ShouldBeWellAsync("måltall med kurve");
        await page.GotoAsync(measure[..measure.IndexOf("/maltall/", StringComparison.Ordinal)]);
        await page.ShouldShowAsync("Åtte uker på rad bedre enn før.");
        await page.ShouldBeWellAsync("forbedring med måltall");
        await page.Context.CloseAsync();
    }
}
