using CsCheck;
using Endre.Norwegian.Searching;

namespace Endre.Norwegian.Tests.Searching;

public sealed class TextQueryTests
{
    [Theory]
    [InlineData("Skriveren på vaktrommet", "skriveren vaktrommet")]
    [InlineData("ikke", "ikke")]
    [InlineData("skriver skriveren SKRIVERE", "skriver")]
    [InlineData("skriver v", "skriver")]
    [InlineData("skriver v ", "skriver v")]
    [InlineData("på vaktrommet", "vaktrommet")]
    public void Words_that_say_nothing_or_the_same_again_are_left_out(string typed, string words) =>
        string.Join(' ', TextQuery.Read(typed).Words.Select(word => word.Form.Surface)).ShouldBe(words);

    [Fact]
    public void Only_the_last_word_may_be_unfinished_and_only_while_it_is_typed()
    {
        TextQuery.Read("vakt ski").Words.Select(word => word.IsUnfinished).ShouldBe([false, true]);
        TextQuery.Read("vakt ski ").Words.Select(word => word.IsUnfinished).ShouldBe([false, false]);
        TextQuery.Read("vakt ski", isTyping: false).Words.Select(word => word.IsUnfinished).ShouldBe([false, false]);
    }

    [Fact]
    public void A_long_text_is_looked_for_by_its_first_words() =>
        TextQuery
            .Read(string.Join(' ', Enumerable.Range(1, 400).Select(i => $"ord{i}")))
            .Words.Length.ShouldBe(TextQuery.MostWords);

    [Fact]
    public void What_was_found_is_marked_where_it_stands()
    {
        const string Text = "Nøkkelskapet på sjukeheimen: nøkler mangler.";
        TextQuery
            .Read("nøkkel sykehjem")
            .MarksIn(Text)
            .Select(mark => Text.Substring(mark.Start, mark.Length))
            .ShouldBe(["Nøkkelskapet", "sjukeheimen", "nøkler"]);
    }

    [Fact]
    public void A_single_text_is_told_how_well_it_answers()
    {
        var query = TextQuery.Read("hjemmetjenesten nord", isTyping: false);
        query.IsAnsweredBy("Heimetenesta nord").ShouldBeTrue();
        query.IsAnsweredBy("Hjemmetjenesten sør").ShouldBeFalse();
        query.IsTouchedBy("Hjemmetjenesten sør").ShouldBeTrue();
        query.IsTouchedBy("Skolen").ShouldBeFalse();
        query.ScoreOf("Hjemmetjenesten Nord").ShouldBe(1, 0.001);
        query.ScoreOf("Heimetenesta nord").ShouldBeInRange(0.8, 0.95);
        query.ScoreOf("Skolen").ShouldBe(0);
    }

    [Fact]
    public void Any_text_may_be_typed_and_marked() =>
        Gen.Select(Gen.String, Gen.String)
            .Sample(
                (typed, text) =>
                {
                    foreach (var mark in TextQuery.Read(typed).MarksIn(text))
                        text.Substring(mark.Start, mark.Length).Length.ShouldBeGreaterThan(0);
                }
            );
}
