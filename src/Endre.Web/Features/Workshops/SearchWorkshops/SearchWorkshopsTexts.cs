namespace Endre.Web.Features.Workshops.SearchWorkshops;

internal sealed class SearchWorkshopsTexts
{
    private SearchWorkshopsTexts() { }
}
