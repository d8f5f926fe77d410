namespace Endre.Web.Features.Improvements.Voices;

internal sealed class VoiceTexts
{
    private VoiceTexts() { }
}
