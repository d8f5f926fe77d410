namespace Endre.Web.Features.Hassles.RemoveHassle;

internal sealed class RemovalTexts
{
    private RemovalTexts() { }
}
