namespace Endre.Web.Features.Hassles.Channels;

internal sealed class ChannelTexts
{
    private ChannelTexts() { }
}
