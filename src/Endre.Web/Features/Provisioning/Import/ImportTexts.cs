namespace Endre.Web.Features.Provisioning.Import;

internal sealed class ImportTexts
{
    private ImportTexts() { }
}
