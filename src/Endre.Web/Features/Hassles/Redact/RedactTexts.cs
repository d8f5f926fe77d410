namespace Endre.Web.Features.Hassles.Redact;

internal sealed class RedactTexts
{
    private RedactTexts() { }
}
