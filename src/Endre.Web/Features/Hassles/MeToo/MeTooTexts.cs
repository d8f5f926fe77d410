namespace Endre.Web.Features.Hassles.MeToo;

internal sealed class MeTooTexts
{
    private MeTooTexts() { }
}
