using CsCheck;
using Endre.Norwegian.Words;

namespace Endre.Norwegian.Tests.Words;

public sealed class TextWordsTests
{
    [Theory]
    [InlineData("Skriveren på vaktrommet, 2. etasje!", "skriveren på vaktrommet 2 etasje")]
    [InlineData("Send e-post", "send e post epost")]
    [InlineData("PC-en virker ikke", "pc virker ikke")]
    [InlineData("IKT-systemet", "ikt systemet iktsystemet")]
    [InlineData("Čállinmášiidna ii doaimma", "čállinmášiidna ii doaimma")]
    [InlineData("kafe\u0301", "kafé")]
    [InlineData("  … – ", "")]
    public void A_text_is_found_by_these_words(string text, string words) => Words(text).ShouldBe(words);

    [Theory]
    [InlineData("e-post", "epost")]
    [InlineData("IKT-system", "ikt system")]
    [InlineData("PC-en", "pc")]
    [InlineData("Dør 3", "dør 3")]
    public void What_is_looked_for_is_split_as_it_is_best_found(string typed, string words) =>
        string.Join(' ', TextWords.ReadQuery(Folding.Lower(typed), 10)).ShouldBe(words);

    [Fact]
    public void Any_text_can_be_read() =>
        Gen.String.Sample(text =>
        {
            TextWords.Read(Folding.Lower(text), word => word.Length.ShouldBeInRange(1, 64));
            TextWords.ReadQuery(Folding.Lower(text), 5).Count.ShouldBeLessThanOrEqualTo(5);
        });

    private static string Words(string text)
    {
        var found = new List<string>();
        TextWords.Read(Folding.Lower(text), word => found.Add(word.ToString()));
        return string.Join(' ', found);
    }
}
