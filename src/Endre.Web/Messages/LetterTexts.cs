namespace Endre.Web.Messages;

internal sealed class LetterTexts
{
    private LetterTexts() { }
}
