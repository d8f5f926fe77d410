namespace Endre.Web.Features.Hassles.SayHassle;

internal sealed class SayMoreTexts
{
    private SayMoreTexts() { }
}
