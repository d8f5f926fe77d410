using Endre.Web.Hosting;
using Endre.Web.Texts;

namespace Endre.Web.Tests.Texts;

public sealed class FormatsTests
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 1, 23, 5, 0, TimeSpan.Zero);
    private readonly Formats _format = new(new Settings());

    [Theory]
    [InlineData("nb", "2. mars 2026 kl. 00:05")]
    [InlineData("nn", "2. mars 2026 kl. 00:05")]
    [InlineData("en", "2 March 2026, 00:05")]
    public void An_instant_is_shown_as_the_clock_on_the_wall_shows_it(string language, string expected)
    {
        Language.Find(language)!.Use();
        _format.DateAndTime(Evening).ShouldBe(expected);
    }

    [Theory]
    [InlineData("nb", "mandag 2. mars 2026")]
    [InlineData("nn", "måndag 2. mars 2026")]
    [InlineData("en", "Monday 2 March 2026")]
    public void A_day_has_its_name(string language, string expected)
    {
        Language.Find(language)!.Use();
        _format.LongDate(Evening).ShouldBe(expected);
    }

    [Theory]
    [InlineData("nb", "1\u00a0234,5", "42\u00a0%")]
    [InlineData("nn", "1\u00a0234,5", "42\u00a0%")]
    [InlineData("en", "1,234.5", "42%")]
    public void Numbers_are_written_as_in_the_language(string language, string number, string percent)
    {
        Language.Find(language)!.Use();
        _format.Number(1234.5, decimals: 2).Replace('\u202f', '\u00a0').ShouldBe(number);
        _format.Percent(0.42).ShouldBe(percent);
    }
}
