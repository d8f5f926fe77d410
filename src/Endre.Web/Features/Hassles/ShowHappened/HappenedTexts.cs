namespace Endre.Web.Features.Hassles.ShowHappened;

internal sealed class HappenedTexts
{
    private HappenedTexts() { }
}
