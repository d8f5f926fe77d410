using System.Text;
using Endre.Browser.Tests.Support;
using Endre.Web.Features.Toolbox;

namespace Endre.Browser.Tests;

/// <summary>A guide is held up in a meeting: each is one sheet of paper, with its example, in every language.</summary>
public sealed class ToolboxTests(Hall hall)
{
    [Theory]
    [InlineData("nb-NO")]
    [InlineData("nn-NO")]
    [InlineData("en-GB")]
    public async Task Each_guide_is_one_page_of_paper(string language)
    {
        var page = await hall.LaptopAsync();
        await page.SetExtraHTTPHeadersAsync([new("Accept-Language", language)]);
        foreach (var tool in Tool.All)
        {
            await page.GotoAsync($"/verktoykasse/{tool.Address}");
            var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
            // Every page object of the file names its type once; the tree of pages is another type.
            (pdf.Split("/Type /Page\n").Length - 1).ShouldBe(1, tool.Address);
        }
        await page.Context.CloseAsync();
    }
}
