using System.Globalization;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Demo;

/// <summary>«Tall» in the demo has something to show, and something to hide, whatever day one tries it.</summary>
public sealed class DemoNumbersTests
{
    [Theory]
    [InlineData("2026-01-02")]
    [InlineData("2026-03-31")]
    [InlineData("2026-11-26")]
    public async Task Some_numbers_are_shown_and_some_are_hidden(string day)
    {
        var now = DateTimeOffset.Parse($"{day}T09:00:00Z", CultureInfo.InvariantCulture);
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Args = ["--demo"], Now = now });
        using var browser = app.Browser();
        await (await browser.OpenAsync("/logg-inn")).PressAsync("Logg inn som Ingrid Fjeldstad");
        var page = await browser.OpenAsync("/tall");
        var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        rows[0].ShouldContain("Fjordvik kommune");
        rows[0].ShouldContain("%");
        rows.ShouldContain(row => row.Contains("Helse og mestring") && row.Contains('%'));
        (await page.FollowAsync("Helse og mestring"))
            .Document.QuerySelectorAll("tbody tr")
            .ShouldContain(row => row.TextContent.Contains("Hjemmetjenesten") && row.TextContent.Contains('%'));
        (await page.FollowAsync("Oppvekst")).Text.ShouldContain("Færre enn 5, eller ville røpe et annet tall.");
        var quarters = await browser.OpenAsync("/tall?tid=kvartal");
        quarters.Document.QuerySelectorAll("tbody tr")[0].QuerySelectorAll("td").Length.ShouldBe(4);
    }
}
