namespace Endre.Web.Features.Messages;

internal sealed class MessageTexts
{
    private MessageTexts() { }
}
