namespace Endre.Web.Features.Hassles;

internal sealed class HassleTexts
{
    private HassleTexts() { }
}
