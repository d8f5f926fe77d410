using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Shared;

public sealed class WordingTests
{
    private static readonly Wording Whole = new("Hva", "Kva", "What");

    [Theory]
    [InlineData("nb", "Hva")]
    [InlineData("nb-NO", "Hva")]
    [InlineData("nn", "Kva")]
    [InlineData("nn-NO", "Kva")]
    [InlineData("en", "What")]
    [InlineData("en-GB", "What")]
    [InlineData("se", "Hva")]
    [InlineData("", "Hva")]
    public void A_text_is_shown_in_the_language_asked_for(string language, string shown) =>
        Whole.In(language).ShouldBe(shown);

    [Theory]
    [InlineData("nn")]
    [InlineData("en")]
    public void What_stands_in_one_language_is_shown_as_it_was_written(string language) =>
        new Wording("Kva vil du?").In(language).ShouldBe("Kva vil du?");

    [Fact]
    public void A_wording_reads_as_its_first_language() => Whole.ToString().ShouldBe("Hva");
}
