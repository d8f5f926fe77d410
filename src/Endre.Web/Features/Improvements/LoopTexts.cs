namespace Endre.Web.Features.Improvements;

internal sealed class LoopTexts
{
    private LoopTexts() { }
}
