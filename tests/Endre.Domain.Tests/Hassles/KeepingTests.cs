using Endre.Domain.Hassles;

namespace Endre.Domain.Tests.Hassles;

public sealed class KeepingTests
{
    private static readonly HassleField[] OfAWriter =
    [
        HassleField.Day,
        HassleField.Name,
        HassleField.Account,
        HassleField.ClaimCode,
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Anonymous_keeps_nothing_of_the_writer_but_the_hash_of_a_code_that_nobody_sees(bool isSignedIn) =>
        Keeping
            .Of(Speaker.Anonymous, isSignedIn)
            .Where(kept => OfAWriter.Contains(kept.Field))
            .ShouldBe([new Kept(HassleField.ClaimCode, Seer.Nobody)]);

    [Fact]
    public void Signed_in_or_not_anonymous_is_stored_the_same() =>
        Keeping.Of(Speaker.Anonymous, isSignedIn: true).ShouldBe(Keeping.Of(Speaker.Anonymous, isSignedIn: false));

    [Theory]
    [InlineData(Speaker.Named, Seer.Colleagues)]
    [InlineData(Speaker.Leader, Seer.Leaders)]
    public void A_name_and_a_day_are_seen_by_those_who_were_meant_to(Speaker speaker, Seer seer)
    {
        foreach (var field in new[] { HassleField.Name, HassleField.Account, HassleField.Day })
        {
            Keeping.SeerOf(speaker, field).ShouldBe(seer);
        }
        Keeping.SeerOf(speaker, HassleField.ClaimCode).ShouldBe(Seer.Nobody);
    }

    [Theory]
    [InlineData(Speaker.Named)]
    [InlineData(Speaker.Leader)]
    public void Who_has_an_account_needs_no_code_and_who_has_none_types_a_name(Speaker speaker)
    {
        var withAccount = Keeping.Of(speaker, isSignedIn: true).Select(kept => kept.Field).ToList();
        withAccount.ShouldContain(HassleField.Account);
        withAccount.ShouldNotContain(HassleField.Name);
        withAccount.ShouldNotContain(HassleField.ClaimCode);
        var without = Keeping.Of(speaker, isSignedIn: false).Select(kept => kept.Field).ToList();
        without.ShouldNotContain(HassleField.Account);
        without.ShouldContain(HassleField.Name);
        without.ShouldContain(HassleField.ClaimCode);
    }

    [Fact]
    public void The_words_of_the_ways_are_read_back_and_others_are_none()
    {
        foreach (var speaker in Enum.GetValues<Speaker>())
        {
            SpeakerWord.Read(SpeakerWord.Of(speaker)).ShouldBe(speaker);
        }
        foreach (var word in new[] { null, "", "Named", "0", "navn" })
        {
            SpeakerWord.Read(word).ShouldBeNull();
        }
    }
}
