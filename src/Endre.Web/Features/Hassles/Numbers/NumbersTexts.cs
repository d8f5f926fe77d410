namespace Endre.Web.Features.Hassles.Numbers;

internal sealed class NumbersTexts
{
    private NumbersTexts() { }
}
