namespace Endre.Web.Features.Minutes;

internal sealed class MinutesTexts
{
    private MinutesTexts() { }
}
