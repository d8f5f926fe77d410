namespace Endre.Web.Features.Hassles.KeepPlaces;

internal sealed class PlaceTexts
{
    private PlaceTexts() { }
}
