namespace Endre.Web.Features.SignIn.Providers;

internal sealed class ProviderTexts
{
    private ProviderTexts() { }
}
