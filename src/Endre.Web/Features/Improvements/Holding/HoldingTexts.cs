namespace Endre.Web.Features.Improvements.Holding;

internal sealed class HoldingTexts
{
    private HoldingTexts() { }
}
