namespace Endre.Web.Features.Provisioning;

internal sealed class ProvisioningTexts
{
    private ProvisioningTexts() { }
}
