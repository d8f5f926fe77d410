namespace Endre.Web.Features.Organization;

internal sealed class OrganizationTexts
{
    private OrganizationTexts() { }
}
