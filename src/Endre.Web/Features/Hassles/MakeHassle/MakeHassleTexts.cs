namespace Endre.Web.Features.Hassles.MakeHassle;

internal sealed class MakeHassleTexts
{
    private MakeHassleTexts() { }
}
