namespace Endre.Web.Features.Administration;

internal sealed class AdministrationTexts
{
    private AdministrationTexts() { }
}
