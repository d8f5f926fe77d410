using Endre.Norwegian.Words;

namespace Endre.Norwegian.Tests.Words;

public sealed class NorwegianStemTests
{
    // From the sample vocabulary on the page that describes the algorithm.
    [Theory]
    [InlineData("havnedistrikt", "havnedistrikt")]
    [InlineData("havnedistriktene", "havnedistrikt")]
    [InlineData("havnedistriktets", "havnedistrikt")]
    [InlineData("havneeffektivitet", "havneeffektivit")]
    [InlineData("havneeier", "havneei")]
    [InlineData("havneeiere", "havneeier")]
    [InlineData("havneenheter", "havneen")]
    [InlineData("havneforbundets", "havneforbund")]
    [InlineData("havneformål", "havneformål")]
    [InlineData("havneforvaltningen", "havneforvaltning")]
    [InlineData("havnefunksjonene", "havnefunksjon")]
    [InlineData("havnekassemidler", "havnekassemidl")]
    [InlineData("havnekassens", "havnekass")]
    [InlineData("havneloven", "havn")]
    [InlineData("havnelovens", "havn")]
    [InlineData("havneløsningene", "havneløsning")]
    [InlineData("havnemessig", "havnemess")]
    [InlineData("havnemyndighetene", "havnemynd")]
    [InlineData("havnemyndigheter", "havnemynd")]
    public void The_published_examples_come_out(string word, string stem) => NorwegianStem.Of(word).ShouldBe(stem);

    [Theory]
    [InlineData("skriver", "skriveren", "skrivere", "skriverne", "skriverens")]
    [InlineData("avdeling", "avdelingen", "avdelinger", "avdelingene", "avdelinga", "avdelingar", "avdelingane")]
    [InlineData("bil", "bilen", "biler", "bilene", "bilar", "bilane")]
    [InlineData("mulighet", "muligheten", "muligheter", "mulighetene")]
    [InlineData("tryggleik", "tryggleiken", "trygghet", "tryggheten")]
    [InlineData("rutine", "rutinen", "rutiner", "rutinene", "rutinar", "rutinane")]
    public void Inflections_in_both_languages_share_a_root(params string[] words) =>
        words.Select(word => WordForm.Of(word).Root).Distinct().Count().ShouldBe(1);

    [Theory]
    [InlineData("bil")]
    [InlineData("pc")]
    [InlineData("å")]
    [InlineData("")]
    public void Short_words_are_left_as_they_are(string word) => NorwegianStem.Of(word).ShouldBe(word);
}
