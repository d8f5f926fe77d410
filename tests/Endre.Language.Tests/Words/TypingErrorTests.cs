using CsCheck;
using Endre.Norwegian.Words;

namespace Endre.Norwegian.Tests.Words;

public sealed class TypingErrorTests
{
    [Theory]
    [InlineData("skriver", "skirver", 1)]
    [InlineData("skriver", "skriverr", 1)]
    [InlineData("skriver", "skrver", 1)]
    [InlineData("skriver", "skrøver", 1)]
    [InlineData("medisinrommet", "medsinromet", 2)]
    [InlineData("journalsystem", "hournalsystem", 2)]
    public void A_wrong_key_is_forgiven(string word, string typed, int errors) =>
        TypingError.IsNear(typed, word, errors).ShouldBeTrue();

    [Theory]
    [InlineData("skriver", "skirvar", 1)]
    [InlineData("medisinrommet", "mdsinromet", 2)]
    [InlineData("skriver", "kriver", 1)]
    [InlineData("leder", "heder", 1)]
    [InlineData("journalsystem", "hournalsystm", 2)]
    [InlineData("skap", "skap", 0)]
    public void Another_word_is_not(string word, string typed, int errors) =>
        TypingError.IsNear(typed, word, errors).ShouldBeFalse();

    [Theory]
    [InlineData("dør", 0)]
    [InlineData("heis", 1)]
    [InlineData("skriver", 1)]
    [InlineData("vaktrom", 1)]
    [InlineData("vaktrommet", 2)]
    [InlineData("rom1024", 0)]
    public void Longer_words_are_forgiven_more_and_numbers_nothing(string word, int errors) =>
        TypingError.Forgiven(word).ShouldBe(errors);

    [Fact]
    public void It_is_the_same_both_ways() =>
        Gen.Select(Gen.String[Gen.Char['a', 'd'], 1, 9], Gen.String[Gen.Char['a', 'd'], 1, 9], Gen.Int[1, 2])
            .Sample(
                (one, other, errors) => TypingError.IsNear(one, other, errors) == TypingError.IsNear(other, one, errors)
            );
}
