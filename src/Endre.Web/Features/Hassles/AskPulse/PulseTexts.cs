namespace Endre.Web.Features.Hassles.AskPulse;

internal sealed class PulseTexts
{
    private PulseTexts() { }
}
