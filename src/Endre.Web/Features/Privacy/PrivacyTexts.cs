namespace Endre.Web.Features.Privacy;

internal sealed class PrivacyTexts
{
    private PrivacyTexts() { }
}
