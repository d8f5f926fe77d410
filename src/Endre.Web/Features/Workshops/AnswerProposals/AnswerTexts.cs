namespace Endre.Web.Features.Workshops.AnswerProposals;

internal sealed class AnswerTexts
{
    private AnswerTexts() { }
}
