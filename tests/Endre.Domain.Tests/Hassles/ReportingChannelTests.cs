using Endre.Domain.Hassles.Channels;

namespace Endre.Domain.Tests.Hassles;

public sealed class ReportingChannelTests
{
    [Theory]
    [InlineData("https://avvik.fjordvik.kommune.no/meld?skjema=2", true)]
    [InlineData("http://intranett/avvik", true)]
    [InlineData("Ring verneombudet på 22 33 44 55", false)]
    [InlineData("avvik.fjordvik.no", false)]
    [InlineData("javascript:alert(1)", false)]
    public void An_address_on_the_web_is_a_link_and_everything_else_is_words(string typed, bool isLink)
    {
        ReportingChannel.Read(ChannelKind.Deviation, $"  {typed} ", out var channel).ShouldBeNull();
        channel!.Address.ShouldBe(typed);
        (channel.Link is not null).ShouldBe(isLink);
    }

    [Theory]
    [InlineData("https://", "ChannelAddressMalformed")]
    [InlineData("ftp://filer.no/avvik", "ChannelAddressMalformed")]
    [InlineData("https://kari:hemmelig@avvik.no", "ChannelAddressMalformed")]
    [InlineData("javascript://%0aalert(1)", "ChannelAddressMalformed")]
    [InlineData("Spør 13097248022", "NationalIdentityNumber")]
    public void What_leads_nobody_anywhere_is_refused_at_its_field(string typed, string reason)
    {
        var refusal = ReportingChannel.Read(ChannelKind.Whistleblowing, typed, out var channel);
        (refusal!.Reason, refusal.Field, channel).ShouldBe((reason, "whistleblowing", null));
    }

    [Fact]
    public void Nothing_typed_is_no_channel_and_too_much_is_refused()
    {
        ReportingChannel.Read(ChannelKind.Deviation, null, out var none).ShouldBeNull();
        none.ShouldBeNull();
        ReportingChannel.Read(ChannelKind.Deviation, " \n", out none).ShouldBeNull();
        none.ShouldBeNull();
        ReportingChannel.Read(ChannelKind.Deviation, new string('a', 301), out _)!.Reason.ShouldBe("TextTooLong");
    }
}
