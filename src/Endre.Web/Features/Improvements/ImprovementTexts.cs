namespace Endre.Web.Features.Improvements;

internal sealed class ImprovementTexts
{
    private ImprovementTexts() { }
}
