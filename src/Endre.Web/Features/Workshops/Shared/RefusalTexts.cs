namespace Endre.Web.Features.Workshops;

internal sealed class RefusalTexts
{
    private RefusalTexts() { }
}
