namespace Endre.Web.Features.Units.SearchUnits;

internal sealed class SearchUnitsTexts
{
    private SearchUnitsTexts() { }
}
