using Endre.Norwegian.Words;

namespace Endre.Norwegian.Tests.Words;

public sealed class WordRootTests
{
    [Theory]
    [InlineData("ikke", "ikkje")]
    [InlineData("hva", "kva")]
    [InlineData("hver", "kvar")]
    [InlineData("hvor", "kvar")]
    [InlineData("hvordan", "korleis")]
    [InlineData("sykehjem", "sjukeheim")]
    [InlineData("sykehjemmet", "sjukeheimen")]
    [InlineData("sykepleierne", "sjukepleiarane")]
    [InlineData("bo", "bu")]
    [InlineData("være", "vere")]
    [InlineData("skole", "skule")]
    [InlineData("barneskolen", "barneskulen")]
    [InlineData("tjeneste", "teneste")]
    [InlineData("hjemmetjenesten", "heimetenesta")]
    [InlineData("uke", "veke")]
    [InlineData("leder", "leiar")]
    [InlineData("hvit", "kvit")]
    [InlineData("rød", "raud")]
    [InlineData("høst", "haust")]
    [InlineData("mer", "meir")]
    [InlineData("renhold", "reinhald")]
    [InlineData("tenke", "tenkje")]
    [InlineData("langsom", "langsam")]
    [InlineData("vanskelig", "vanskeleg")]
    [InlineData("nøkkelen", "nykelen")]
    [InlineData("forbedring", "forbetring")]
    [InlineData("kjøre", "køyre")]
    public void The_same_word_of_bokmål_and_nynorsk_has_one_root(string bokmål, string nynorsk) =>
        WordForm.Of(nynorsk).Root.ShouldBe(WordForm.Of(bokmål).Root);

    [Theory]
    [InlineData("nøkkel", "nøkler")]
    [InlineData("mangel", "mangler")]
    [InlineData("artikkel", "artiklene")]
    [InlineData("rom", "rommet")]
    [InlineData("program", "programmene")]
    public void Inflections_that_change_the_word_itself_share_a_root(string word, string other) =>
        WordForm.Of(other).Root.ShouldBe(WordForm.Of(word).Root);

    [Theory]
    [InlineData("løfteheis", "loefteheis")]
    [InlineData("måte", "maate")]
    [InlineData("vær", "vaer")]
    [InlineData("idé", "ide")]
    [InlineData("čáhci", "cahci")]
    [InlineData("kárášjohka", "karasjohka")]
    [InlineData("ŋoarvi", "noarvi")]
    [InlineData("ruoŧŧa", "ruotta")]
    [InlineData("žanra", "zanra")]
    public void A_letter_that_the_keyboard_lacks_may_be_written_otherwise(string word, string written)
    {
        WordForm.Of(written).Root.ShouldBe(WordForm.Of(word).Root);
        WordForm.Of(written).Stem.ShouldNotBe(WordForm.Of(word).Stem);
    }

    [Theory]
    [InlineData("bil", "bål")]
    [InlineData("skap", "skip")]
    [InlineData("vakt", "vask")]
    [InlineData("nattevakt", "dagvakt")]
    [InlineData("leder", "lever")]
    public void Other_words_have_other_roots(string word, string other) =>
        WordForm.Of(other).Root.ShouldNotBe(WordForm.Of(word).Root);

    [Theory]
    [InlineData("losning", "loesning", true)]
    [InlineData("gar", "gaar", true)]
    [InlineData("laring", "laering", true)]
    [InlineData("lering", "laering", true)]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaa", true)]
    [InlineData("losning", "lesning", false)]
    [InlineData("loesning", "losning", false)]
    [InlineData("", "aa", false)]
    public void A_word_without_the_dots_and_rings_is_told_from_another(string written, string folded, bool isBare) =>
        Folding.IsBareOf(written, folded).ShouldBe(isBare);
}
