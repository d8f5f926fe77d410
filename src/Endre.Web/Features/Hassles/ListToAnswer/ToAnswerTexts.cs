namespace Endre.Web.Features.Hassles.ListToAnswer;

internal sealed class ToAnswerTexts
{
    private ToAnswerTexts() { }
}
