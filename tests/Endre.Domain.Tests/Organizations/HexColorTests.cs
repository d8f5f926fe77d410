using Endre.Domain.Organizations;

namespace Endre.Domain.Tests.Organizations;

public sealed class HexColorTests
{
    [Theory]
    [InlineData("#0a6", "#00aa66")]
    [InlineData("0A6", "#00aa66")]
    [InlineData(" #00AA66 ", "#00aa66")]
    [InlineData("00aa66", "#00aa66")]
    public void A_color_is_read_as_people_write_it(string typed, string color) =>
        HexColor.Find(typed).ToString().ShouldBe(color);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#1234567")]
    [InlineData("#12345g")]
    [InlineData("+12345")]
    [InlineData("url(#a)")]
    [InlineData("#fff;}*{")]
    public void What_is_no_color_is_not_taken_for_one(string? typed) => HexColor.Find(typed).ShouldBeNull();

    // The examples of https://www.w3.org/TR/WCAG21/#contrast-minimum and its techniques (G18).
    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#ffffff", "#ffffff", 1)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ff0000", "#ffffff", 4.0)]
    public void The_contrast_is_the_one_that_WCAG_defines(string ink, string paper, double ratio)
    {
        var contrast = HexColor.Find(ink)!.Value.Contrast(HexColor.Find(paper)!.Value);
        contrast.ShouldBe(ratio, 0.005);
        HexColor.Find(paper)!.Value.Contrast(HexColor.Find(ink)!.Value).ShouldBe(contrast);
    }
}
