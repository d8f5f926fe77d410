namespace Endre.Web.Features.Hassles.PrintPlaces;

internal sealed class PlaceSheetTexts
{
    private PlaceSheetTexts() { }
}
