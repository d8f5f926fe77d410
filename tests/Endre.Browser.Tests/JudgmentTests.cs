using Endre.Browser.Tests.Support;

namespace Endre.Browser.Tests;

/// <summary>A judgment that lets everything pass proves nothing: what is wrong is found, in light and in dark.</summary>
public sealed class JudgmentTests(Hall hall)
{
    private const string Fine = """
        <!doctype html><html lang="nb"><head><title>Side</title><style>
        body { background: #fff; color: #000 } @media (prefers-color-scheme: dark) { body { background: #000; color: #fff } }
        </style></head><body><main><h1>Side</h1><p>Tekst</p></main></body></html>
        """;

    [Theory]
    [InlineData("<p>Tekst</p>", "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>", "image-alt")]
    [InlineData("<p>Tekst</p>", "<p style='color: #ddd; background: #fff'>Tekst</p>", "color-contrast")]
    [InlineData("color: #fff }", "color: #333 }", "mørkt: color-contrast")]
    [InlineData("<p>Tekst</p>", "<p style='width: 2000px'>Tekst</p>", "sticks out")]
    [InlineData("<p>Tekst</p>", "<iframe title='Ramme'></iframe>", "frame")]
    public async Task What_is_wrong_with_a_page_is_found(string right, string wrong, string found)
    {
        var page = await hall.LaptopAsync();
        await page.SetContentAsync(Fine);
        await page.ShouldBeWellAsync("side");
        await page.SetContentAsync(Fine.Replace(right, wrong, StringComparison.Ordinal));
        var judgment = await Record.ExceptionAsync(() => page.ShouldBeWellAsync("side"));
        judgment.ShouldBeOfType<ShouldAssertException>().Message.ShouldContain(found);
        await page.Context.CloseAsync();
    }
}
